// <big-picture> around a figure: larger with wheel, pinch or buttons, moved by dragging.
// Buttons with data-zoom work from anywhere inside; data-full-screen stands in the easel.
const MOST = 8;
customElements.define(
  "big-picture",
  class extends HTMLElement {
    connectedCallback() {
      this.figure = this.querySelector("figure");
      this.easel = this.closest(".easel");
      this.fingers = new Map();
      this.easel.querySelectorAll("[data-needs-script]").forEach((each) => (each.hidden = false));
      const full = this.easel.querySelector("[data-full-screen]");
      if (full && !document.fullscreenEnabled) full.hidden = true;
      full?.addEventListener("click", () => this.fill());
      this.addEventListener("click", (event) => this.press(event));
      this.figure.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
      this.figure.addEventListener("dblclick", (event) => this.to(this.scale > 1 ? 1 : 3, event));
      for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) {
        this.figure.addEventListener(name, (event) => this[name](event));
      }
      this.figure.addEventListener("dragstart", (event) => event.preventDefault());
      this.whole();
    }

    whole() {
      [this.scale, this.x, this.y] = [1, 0, 0];
      this.draw();
    }

    press(event) {
      const way = event.target.closest("[data-zoom]")?.dataset.zoom;
      if (way === "in") this.to(this.scale * 1.5);
      if (way === "out") this.to(this.scale / 1.5);
      if (way === "whole") this.whole();
    }

    wheel(event) {
      event.preventDefault();
      this.to(this.scale * Math.exp(-event.deltaY / (event.deltaMode ? 12 : 300)), event);
    }

    // Whatever lies under the pointer stays under it.
    to(wanted, at) {
      const scale = Math.min(MOST, Math.max(1, wanted));
      const box = this.figure.getBoundingClientRect();
      const x = at ? at.clientX - box.left - box.width / 2 : 0;
      const y = at ? at.clientY - box.top - box.height / 2 : 0;
      this.x = x - ((x - this.x) * scale) / this.scale;
      this.y = y - ((y - this.y) * scale) / this.scale;
      this.scale = scale;
      this.draw();
    }

    pointerdown(event) {
      this.fingers.set(event.pointerId, event);
      if (this.scale > 1 || this.fingers.size > 1) this.figure.setPointerCapture(event.pointerId);
    }

    pointermove(event) {
      const before = this.fingers.get(event.pointerId);
      if (!before) return;
      if (this.fingers.size === 2) {
        const other = [...this.fingers.values()].find((each) => each.pointerId !== event.pointerId);
        const far = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
        this.to((this.scale * far(event)) / (far(before) || 1), event);
      } else if (this.scale > 1) {
        this.x += event.clientX - before.clientX;
        this.y += event.clientY - before.clientY;
        this.draw();
      }
      this.fingers.set(event.pointerId, event);
    }

    pointerup(event) {
      this.fingers.delete(event.pointerId);
    }

    pointercancel(event) {
      this.fingers.delete(event.pointerId);
    }

    draw() {
      const room = (this.scale - 1) / 2;
      const limit = (value, side) => Math.max(-side * room, Math.min(side * room, value));
      this.x = limit(this.x, this.figure.clientWidth);
      this.y = limit(this.y, this.figure.clientHeight);
      const { style } = this.figure;
      style.setProperty("--scale", this.scale);
      style.setProperty("--x", `${this.x}px`);
      style.setProperty("--y", `${this.y}px`);
      this.toggleAttribute("data-large", this.scale > 1);
      if (this.scale > 1.2) {
        // The sharpest file there is, once somebody looks closer.
        this.querySelectorAll("source, img").forEach((each) => (each.sizes = "2048px"));
      }
    }

    fill() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.easel.requestFullscreen();
    }
  },
);
