// <picture-easel>: nearer and farther by wheel, pinch and buttons; the other side and a
// turn without leaving the card, so that nothing half written is lost; the big picture.
const NEAREST = 8;
const STEP = 1.4;

customElements.define(
  "picture-easel",
  class extends HTMLElement {
    connectedCallback() {
      this.fingers = new Map();
      this.take();
      this.addEventListener("click", (event) => this.press(event));
      this.addEventListener("submit", (event) => this.turn(event));
      this.addEventListener("wheel", (event) => this.roll(event), { passive: false });
      this.addEventListener("keydown", (event) => this.arrow(event));
      this.addEventListener("pointerdown", (event) => this.touch(event));
      this.addEventListener("pointermove", (event) => this.drag(event));
      for (const end of ["pointerup", "pointercancel"]) {
        this.addEventListener(end, (event) => this.fingers.delete(event.pointerId));
      }
    }

    take() {
      this.view = this.querySelector("[data-view]");
      this.sheet = this.querySelector("[data-sheet]");
      this.scale = 1;
      this.x = this.y = 0;
      for (const button of this.querySelectorAll("[data-zoom]")) button.hidden = !this.view;
    }

    press(event) {
      const zoom = event.target.closest("[data-zoom]");
      if (zoom) this.zoom(zoom.dataset.zoom === "in" ? STEP : 1 / STEP);
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const side = event.target.closest("a[href^='?fil=']");
      if (side) this.swap(event, fetch(side.href));
      const full = event.target.closest("[data-full]");
      if (full && this.requestFullscreen) {
        event.preventDefault();
        if (document.fullscreenElement) document.exitFullscreen();
        else this.requestFullscreen().catch(() => location.assign(full.href));
      }
    }

    turn(event) {
      const form = event.target;
      const asked = fetch(form.action, { method: "POST", body: new FormData(form) });
      this.swap(event, asked).then((done) => {
        if (done) document.dispatchEvent(new CustomEvent("picture-turned"));
        else form.submit();
      });
    }

    // What the page shows now, put in the place of what stood here.
    async swap(event, asked) {
      event.preventDefault();
      const pressed = event.target.closest("[data-key]")?.dataset.key ?? event.submitter?.dataset.key;
      try {
        const answer = await asked;
        if (!answer.ok) throw new Error(answer.status);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        this.replaceChildren(...page.querySelector("picture-easel").childNodes);
        this.take();
        if (pressed) this.querySelector(`[data-key="${pressed}"]`)?.focus({ preventScroll: true });
        return true;
      } catch {
        if (event.type === "click") location.assign(event.target.closest("a").href);
        return false;
      }
    }

    roll(event) {
      if (!this.view?.contains(event.target)) return;
      if (!event.ctrlKey && !matchMedia("(width >= 60rem)").matches) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event);
    }

    arrow(event) {
      if (event.target !== this.view) return;
      const way = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (event.key === "Escape") this.zoom(1 / this.scale);
      if (!way || this.scale === 1) return;
      event.preventDefault();
      this.move(this.x + way[0], this.y + way[1]);
    }

    touch(event) {
      if (!this.view?.contains(event.target) || event.target.closest("button")) return;
      this.fingers.set(event.pointerId, event);
    }

    drag(event) {
      const was = this.fingers.get(event.pointerId);
      if (!was) return;
      if (this.fingers.size === 2) {
        const other = [...this.fingers.values()].find((each) => each.pointerId !== event.pointerId);
        const apart = (each) => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY) || 1;
        this.zoom(apart(event) / apart(was), event);
      } else if (this.scale > 1) {
        event.preventDefault();
        this.move(this.x + event.clientX - was.clientX, this.y + event.clientY - was.clientY);
      }
      this.fingers.set(event.pointerId, event);
    }

    zoom(times, at) {
      if (!this.view) return;
      const scale = Math.min(Math.max(this.scale * times, 1), NEAREST);
      const box = this.view.getBoundingClientRect();
      const [left, top] = at
        ? [at.clientX - box.left - box.width / 2, at.clientY - box.top - box.height / 2]
        : [0, 0];
      const grown = scale / this.scale;
      this.scale = scale;
      this.move(left - (left - this.x) * grown, top - (top - this.y) * grown);
    }

    move(x, y) {
      const room = (length) => (length * (this.scale - 1)) / 2;
      const limit = (value, most) => Math.min(Math.max(value, -most), most);
      this.x = limit(x, room(this.view.clientWidth));
      this.y = limit(y, room(this.view.clientHeight));
      this.sheet.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
      this.view.toggleAttribute("data-near", this.scale > 1);
    }
  },
);
