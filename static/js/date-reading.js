// <date-reading> around the date's fields: what the archive understands, while one writes.
const WAIT = 350;

customElements.define(
  "date-reading",
  class extends HTMLElement {
    connectedCallback() {
      this.told = this.querySelector("[data-reading]");
      this.addEventListener("input", (event) => {
        if (event.target.name === "date_meant") return; // an answer to what stands here
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.read(), WAIT);
      });
    }

    async read() {
      const asked = new URLSearchParams();
      for (const field of this.querySelectorAll("input, select")) {
        if (field.type !== "radio" || field.checked) asked.set(field.name, field.value);
      }
      const turn = (this.turn = (this.turn ?? 0) + 1);
      try {
        const answer = await fetch(`${this.dataset.url}?${asked}`);
        if (answer.ok && turn === this.turn) this.told.innerHTML = await answer.text();
      } catch {
        // No connection: the words are kept as told, and read when they arrive.
      }
    }
  },
);
