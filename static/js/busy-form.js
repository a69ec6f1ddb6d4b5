// <busy-form> around a form: one press is enough, and the button says it is at work.
// With data-guards the browser asks before what was written and not saved is left behind.
customElements.define(
  "busy-form",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("submit", (event) => this.begin(event));
      window.addEventListener("pageshow", () => this.end());
      if (!this.hasAttribute("data-guards")) return;
      this.isWritten = this.dataset.guards === "written";
      this.addEventListener("input", () => (this.isWritten = true));
      window.addEventListener("beforeunload", (event) => this.guard(event));
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

    guard(event) {
      if (this.isWritten && !this.isLeaving) event.preventDefault();
    }
  },
);
