// <undo-toast> around what was just done: where it can be undone it floats for ten
// seconds, longer while somebody points at it or stands in it. Then it goes. Beside a card,
// good news floats too, so that the desk stands still; what warns stays where it is.
const TEN_SECONDS = 10_000;
customElements.define(
  "undo-toast",
  class extends HTMLElement {
    connectedCallback() {
      const isDesk = document.querySelector(".desk-grid");
      const isGood = this.querySelector(".notice-success") && !this.querySelector(".notice-warning, .notice-error");
      if (!this.querySelector("form") && !(isDesk && isGood)) return;
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
