// <person-points> over the picture: who is where, in percent. The numbers stand in the
// rows of persons ([data-person], with fields …-x and …-y); here they are set by pointing,
// by dragging, or with the arrow keys on a point.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

customElements.define(
  "person-points",
  class extends HTMLElement {
    connectedCallback() {
      this.ends = new AbortController();
      const { signal } = this.ends;
      const on = (target, name, deed) => target.addEventListener(name, deed, { signal });
      on(document, "click", (event) => this.press(event));
      on(document, "input", (event) => event.target.closest("[data-person]") && this.draw());
      on(document, "picture-turned", () => this.turnAll());
      on(this, "pointerdown", (event) => this.take(event));
      on(this, "pointermove", (event) => this.carry(event));
      on(this, "pointerup", () => { this.held = null; });
      on(this, "keydown", (event) => this.step(event));
      this.picture = this.parentElement.querySelector("img");
      if (!this.picture) return;
      this.watch = new ResizeObserver(() => this.fit());
      this.watch.observe(this.picture);
      this.fit();
      this.draw();
    }

    disconnectedCallback() {
      this.ends.abort();
      this.watch?.disconnect();
    }

    get rows() {
      return [...document.querySelectorAll("[data-person]")];
    }

    get mayWrite() {
      return !document.querySelector("#persons")?.matches(":disabled");
    }

    fields(row) {
      return ["x", "y"].map((name) => row.querySelector(`[name$="-${name}"]`));
    }

    // The picture's own box: everything here is in percent of it.
    fit() {
      this.style.inlineSize = `${this.picture.offsetWidth}px`;
      this.style.blockSize = `${this.picture.offsetHeight}px`;
    }

    draw() {
      const focused = this.contains(document.activeElement) ? document.activeElement.dataset.row : null;
      this.replaceChildren();
      this.rows.forEach((row, index) => {
        const [x, y] = this.fields(row).map((field) => field.value);
        const name = row.querySelector("[name$='-name']").value;
        const isThere = x !== "" && y !== "";
        this.label(row, isThere);
        if (!isThere) return;
        const point = document.createElement("button");
        point.type = "button";
        point.className = "person-spot";
        point.dataset.row = index;
        point.disabled = !this.mayWrite;
        point.style.left = `${x}%`;
        point.style.top = `${y}%`;
        const label = document.createElement("span");
        const said = document.createElement("bdi");
        said.textContent = name || index + 1;
        label.append(said);
        point.append(label);
        this.append(point);
      });
      if (focused !== null) this.querySelector(`[data-row="${focused}"]`)?.focus({ preventScroll: true });
    }

    label(row, isThere) {
      row.querySelector("[data-place]").hidden = !this.mayWrite;
      row.querySelector("[data-unplace]").hidden = !this.mayWrite || !isThere;
    }

    set(row, x, y) {
      const within = (value) => Math.round(Math.min(Math.max(value, 0), 100) * 10) / 10;
      const [left, top] = this.fields(row);
      left.value = x === null ? "" : within(x);
      top.value = y === null ? "" : within(y);
      left.dispatchEvent(new Event("input", { bubbles: true }));
    }

    press(event) {
      const row = event.target.closest("[data-person]");
      if (row && event.target.closest("[data-unplace]")) {
        this.set(row, null, null);
        row.querySelector("[data-place]").focus();
      }
      if (row && event.target.closest("[data-place]")) this.begin(row);
      if (event.target.closest("[data-point]")) {
        const free = this.rows.find((each) => this.fields(each)[0].value === "");
        if (!free) return;
        event.preventDefault();
        this.begin(free);
      }
    }

    // The point comes to the middle first: from there by keys, or by pointing.
    begin(row) {
      const [x, y] = this.fields(row);
      if (x.value === "" || y.value === "") this.set(row, 50, 50);
      this.setting = row;
      this.toggleAttribute("data-setting", true);
      const point = this.querySelector(`[data-row="${this.rows.indexOf(row)}"]`);
      this.scrollIntoView({ block: "nearest" });
      point?.focus({ preventScroll: true });
    }

    take(event) {
      const point = event.target.closest(".person-spot");
      if (point?.disabled) return;
      const row = point ? this.rows[point.dataset.row] : this.setting;
      if (!row) return;
      event.preventDefault();
      event.stopPropagation();
      this.held = row;
      this.setPointerCapture(event.pointerId);
      if (!point) this.carry(event);
      this.querySelector(`[data-row="${this.rows.indexOf(row)}"]`)?.focus({ preventScroll: true });
      this.finish();
    }

    carry(event) {
      if (!this.held) return;
      const box = this.getBoundingClientRect();
      this.set(
        this.held,
        ((event.clientX - box.left) / box.width) * 100,
        ((event.clientY - box.top) / box.height) * 100,
      );
    }

    finish() {
      this.setting = null;
      this.removeAttribute("data-setting");
    }

    step(event) {
      const point = event.target.closest(".person-spot");
      if (!point) return;
      const row = this.rows[point.dataset.row];
      const way = ARROWS[event.key];
      if (way) {
        event.preventDefault();
        event.stopPropagation();
        const far = event.shiftKey ? 5 : 1;
        const [x, y] = this.fields(row).map((field) => Number(field.value));
        this.set(row, x + way[0] * far, y + way[1] * far);
      } else if (event.key === "Delete" || event.key === "Backspace") {
        event.preventDefault();
        this.set(row, null, null);
        this.back(row);
      } else if (event.key === "Enter" || event.key === "Escape") {
        event.preventDefault();
        this.back(row);
      }
    }

    back(row) {
      this.finish();
      row.querySelector("[name$='-name']").focus();
    }

    // The picture was turned a quarter clockwise, and everybody in it with it.
    turnAll() {
      for (const row of this.rows) {
        const [x, y] = this.fields(row).map((field) => field.value);
        if (x !== "" && y !== "") this.set(row, 100 - Number(y), Number(x));
      }
    }
  },
);
