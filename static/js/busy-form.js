// <busy-form> around a form: one press is enough, and the button says it is at work.
customElements.define(
  "busy-form",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("submit", (event) => this.begin(event));
      window.addEventListener("pageshow", () => this.end());
    }

    begin(event) {
      if (this.button) {
        event.preventDefault();
        return;
      }
      if (event.defaultPrevented) return;
      this.button = event.submitter;
      this.button?.setAttribute("aria-busy", "true");
    }

    end() {
      this.button?.removeAttribute("aria-busy");
      this.button = null;
    }
  },
);
