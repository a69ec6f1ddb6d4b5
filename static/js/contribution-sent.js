// <contribution-sent> on the receipt: what the phone kept is not needed any more.
customElements.define(
  "contribution-sent",
  class extends HTMLElement {
    connectedCallback() {
      try {
        localStorage.removeItem(`ankomst:bidrag:${this.dataset.call}`);
        localStorage.removeItem(`ankomst:bilag:${this.dataset.key}`);
      } catch {
        // The phone kept nothing.
      }
    }
  },
);
