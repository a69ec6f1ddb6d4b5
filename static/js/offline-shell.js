// <offline-shell> in the page where families give: keeps the empty page in the phone, so
// that it opens without a connection, and waits with sending until there is one.
const isOffline = () => !navigator.onLine;

customElements.define(
  "offline-shell",
  class extends HTMLElement {
    connectedCallback() {
      this.line = document.querySelector("[data-saved-line]");
      if (isOffline() || "kept" in document.documentElement.dataset) this.say();
      document.addEventListener("submit", (event) => this.waitToSend(event), true);
      if (document.readyState === "complete") this.keep();
      else window.addEventListener("load", () => this.keep(), { once: true });
    }

    async keep() {
      if (!navigator.serviceWorker || isOffline()) return;
      try {
        const { worker, scope } = this.dataset;
        await navigator.serviceWorker.register(worker, { scope });
        const { active } = await navigator.serviceWorker.ready;
        const used = [...performance.getEntriesByType("resource").map((each) => each.name), ...this.later];
        active.postMessage({ page: location.pathname, used });
      } catch {
        // The phone keeps no pages; everything works with a connection.
      }
    }

    // What <contribute-steps> brings when somebody goes on is needed without a connection too.
    get later() {
      const { near, far } = document.querySelector("contribute-steps")?.dataset ?? {};
      return `${near ?? ""} ${far ?? ""}`.split(" ").filter(Boolean).map((each) => new URL(each, location.href).href);
    }

    waitToSend(event) {
      if (!isOffline()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.say();
      const { target, submitter } = event;
      const send = () => target.requestSubmit(submitter);
      if (!this.isWaiting) window.addEventListener("online", send, { once: true });
      this.isWaiting = true;
    }

    say() {
      if (!this.line) return;
      this.line.textContent = this.dataset.offline;
      this.line.className = "offline";
    }
  },
);
