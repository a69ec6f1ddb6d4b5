// <import-progress> around the page of a sheet: while it is under way, its news come in.
const PAUSE = 1500; // milliseconds

customElements.define(
  "import-progress",
  class extends HTMLElement {
    connectedCallback() {
      if ("underWay" in this.dataset) this.later();
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
    }

    later() {
      this.timer = setTimeout(() => this.look(), PAUSE);
    }

    async look() {
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
      } catch {
        // No connection just now: the next look will tell.
      }
      if ("underWay" in this.dataset) this.later();
    }

    show(page) {
      const news = page.querySelector("import-progress");
      if (!news) return;
      this.toggleAttribute("data-under-way", "underWay" in news.dataset);
      this.querySelector("[data-part]").replaceWith(news.querySelector("[data-part]"));
    }
  },
);
