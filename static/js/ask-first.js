// <ask-first> inside <file-sender>: a phone that saves data is asked before the large
// pictures go. It must be known before the sender is, which asks at once.
const WORTH_ASKING = 1024 * 1024; // bytes

customElements.define(
  "ask-first",
  class extends HTMLElement {
    connectedCallback() {
      this.sender = this.closest("file-sender");
      this.said = null;
      this.sender.addEventListener("file-asks", (event) => this.consider(event));
      this.sender.addEventListener("file-moved", () => this.show());
      this.querySelector("[data-now]").addEventListener("click", () => this.answer(true));
      this.querySelector("[data-later]").addEventListener("click", () => this.answer(false));
      navigator.connection?.addEventListener?.("change", () => this.savesData || this.answer(null));
    }

    get savesData() {
      const link = navigator.connection;
      return Boolean(link?.saveData && link.type !== "wifi");
    }

    consider(event) {
      const { purpose, size } = event.detail;
      const isLarge = purpose === "picture" && size >= WORTH_ASKING;
      if (isLarge && this.savesData && this.said !== true) event.preventDefault();
    }

    show() {
      const held = this.sender.held();
      this.hidden = !held.length || this.said === false;
      if (this.hidden) return;
      const megabytes = Math.ceil(held.reduce((sum, each) => sum + each.size, 0) / 1048576);
      this.querySelector("[data-question]").textContent = this.dataset.ask.replace("%(size)s", megabytes);
    }

    // Yes, not now, or nobody need ask any more.
    answer(yes) {
      this.said = yes;
      if (yes !== false) this.sender.release();
      this.show();
    }
  },
);
