// <day-wall data-url>: looks for what is new, and changes only that; nothing flickers.
const LOOK = 8000;

customElements.define(
  "day-wall",
  class extends HTMLElement {
    connectedCallback() {
      this.shown = null;
      this.clock = setInterval(() => this.look(), LOOK);
    }

    disconnectedCallback() {
      clearInterval(this.clock);
    }

    async look() {
      try {
        const answer = await fetch(this.dataset.url, { cache: "no-store" });
        if (answer.ok) this.show(await answer.text());
      } catch {
        // No connection: the wall stands as it is until there is one again.
      }
    }

    async show(html) {
      if (html === this.shown) return;
      const room = document.createElement("template");
      room.innerHTML = html;
      await this.ready(room.content);
      const before = this.querySelectorAll(".hall-bricks li").length;
      const bricks = [...room.content.querySelectorAll(".hall-bricks li")];
      for (const brick of bricks.slice(before)) brick.className = "new";
      this.replaceChildren(room.content);
      this.shown = html;
    }

    // The picture is fetched and decoded first, so that there is never a hole.
    async ready(part) {
      const image = part.querySelector("img");
      const now = this.querySelector("img");
      if (!image) return;
      if (now && now.getAttribute("src") === image.getAttribute("src")) {
        image.closest("picture").replaceWith(now.closest("picture"));
        return;
      }
      image.loading = "eager";
      await image.decode().catch(() => {});
    }
  },
);
