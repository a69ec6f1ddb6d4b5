// <text-size> around a button: larger letters, remembered on this device.
const KEY = "ankomst-text";

function kept() {
  try {
    return localStorage.getItem(KEY) === "large";
  } catch {
    return false;
  }
}

function keep(large) {
  document.documentElement.toggleAttribute("data-text", large);
  if (large) document.documentElement.dataset.text = "large";
  try {
    localStorage.setItem(KEY, large ? "large" : "");
  } catch {
    // The device remembers nothing; this page is larger all the same.
  }
}

customElements.define(
  "text-size",
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector("button");
      this.hidden = false;
      this.show(button, kept());
      button.addEventListener("click", () => this.show(button, !this.large));
    }

    show(button, large) {
      this.large = large;
      button.setAttribute("aria-pressed", String(large));
      keep(large);
    }
  },
);
