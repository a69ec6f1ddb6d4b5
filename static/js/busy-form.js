// <busy-form> around a form: one press is enough, and the button says it is at work.
// With data-guards the browser asks before what was written and not saved is left behind.
customElements.define(
  "busy-form",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("submit", (event) => this.begin(event));
      window.addEventListener("pageshow", () => this.end());
      if (!this.hasAttribute("data-guards")) return;
      if (this.dataset.guards === "written") this.watch();
      this.addEventListener("input", () => this.watch(), { once: true });
    }

    // Only from now on: a page nobody has written on comes back at once, as it was left.
    watch() {
      window.addEventListener("beforeunload", (event) => this.isLeaving || event.preventDefault());
    }

    begin(event) {
      if (this.button) {
        event.preventDefault();
        return;
      }
      if (event.defaultPrevented) return;
      this.isLeaving = true;
      this.button = event.submitter;
      this.button?.setAttribute("aria-busy", "true");
    }

    end() {
      this.button?.removeAttribute("aria-busy");
      this.button = null;
      this.isLeaving = false;
    }
  },
);
