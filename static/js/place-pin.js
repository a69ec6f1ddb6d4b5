// <place-pin> around our own drawing of the town: a tap puts a pin, the arrow keys move it.
// Two fields carry latitude and longitude; nothing is fetched, and no position is asked for.
const STEP = 0.01; // of the drawing's width at an arrow key; with Shift five times as far
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

customElements.define(
  "place-pin",
  class extends HTMLElement {
    connectedCallback() {
      this.map = this.querySelector("[data-map]");
      this.town = this.map?.querySelector("svg.town");
      if (!this.town) return;
      const [west, east, south, north] = this.town.dataset.town.split(" ").map(Number);
      Object.assign(this, { west, east, south, north, size: this.town.viewBox.baseVal });
      this.pin = this.town.querySelector(".pin");
      this.said = this.querySelector("[data-said]");
      this.button = this.querySelector("[data-remove]");
      [this.latitude, this.longitude] = this.querySelectorAll("input");
      this.map.tabIndex = 0;
      this.map.setAttribute("role", "application");
      this.map.setAttribute("aria-label", this.dataset.label);
      this.map.setAttribute("aria-describedby", "pin-hint");
      this.map.addEventListener("click", (event) => this.tap(event));
      this.map.addEventListener("keydown", (event) => this.press(event));
      this.button.addEventListener("click", () => this.take());
      const again = new MutationObserver(() => this.draw());
      again.observe(this.closest(".step") ?? this, { attributes: true, attributeFilter: ["hidden"] });
      for (const field of [this.latitude, this.longitude]) field.addEventListener("input", () => this.draw());
      this.draw();
    }

    // Where the pin stands in the drawing's own units; null where there is none.
    get spot() {
      const latitude = Number.parseFloat(this.latitude.value);
      const longitude = Number.parseFloat(this.longitude.value);
      if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
      return {
        x: ((longitude - this.west) / (this.east - this.west)) * this.size.width,
        y: ((this.north - latitude) / (this.north - this.south)) * this.size.height,
      };
    }

    tap(event) {
      const box = this.town.getBoundingClientRect();
      this.put((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }

    press(event) {
      const spot = this.spot;
      if (["Enter", " "].includes(event.key) && !spot) {
        event.preventDefault();
        event.stopPropagation();
        this.put(0.5, 0.5);
      }
      if (["Delete", "Backspace"].includes(event.key)) this.take();
      const way = ARROWS[event.key];
      if (!way) return;
      event.preventDefault();
      const far = event.shiftKey ? STEP * 5 : STEP;
      const x = spot ? spot.x / this.size.width : 0.5;
      const y = spot ? spot.y / this.size.height : 0.5;
      this.put(x + way[0] * far, y + (way[1] * far * this.size.width) / this.size.height);
    }

    put(across, down) {
      const within = (part) => Math.min(Math.max(part, 0), 1);
      this.write(
        (this.north - within(down) * (this.north - this.south)).toFixed(5),
        (this.west + within(across) * (this.east - this.west)).toFixed(5),
      );
    }

    take() {
      this.write("", "");
      this.said.textContent = this.dataset.away;
      this.map.focus();
    }

    write(latitude, longitude) {
      this.latitude.value = latitude;
      this.longitude.value = longitude;
      this.longitude.dispatchEvent(new Event("input", { bubbles: true }));
    }

    draw() {
      const spot = this.spot;
      this.pin.setAttribute("visibility", spot ? "visible" : "hidden");
      this.button.hidden = !spot;
      if (!spot) {
        this.said.textContent = this.dataset.none;
        return;
      }
      this.pin.setAttribute("transform", `translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`);
      this.said.textContent = this.dataset.near.replace("%(name)s", this.nearest(spot));
    }

    nearest({ x, y }) {
      const away = (mark) => Math.hypot(mark.cx.baseVal.value - x, mark.cy.baseVal.value - y);
      const marks = [...this.town.querySelectorAll("[data-name]")];
      return marks.sort((one, other) => away(one) - away(other))[0]?.dataset.name ?? "–";
    }
  },
);
