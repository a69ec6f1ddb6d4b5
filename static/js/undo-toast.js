// <undo-toast> around what was just done: where it can be undone it floats for ten
// seconds, longer while somebody points at it or stands in it. Then it goes.
const TEN_SECONDS = 10_000;
customElements.define(
  "undo-toast",
  class extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector("form")) return;
      this.setAttribute("data-floats", "");
      this.left = TEN_SECONDS;
      this.timer = setInterval(() => this.pass(), 500);
    }

    disconnectedCallback() {
      clearInterval(this.timer);
    }

    pass() {
      if (this.matches(":hover, :focus-within") || document.hidden) return;
      this.left -= 500;
      if (this.left <= 0) this.remove();
    }
  },
);
