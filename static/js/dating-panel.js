// <dating-panel data-url>: reads a date back while it is being written.
customElements.define(
  "dating-panel",
  class extends HTMLElement {
    connectedCallback() {
      this.words = this.querySelector("[name=date_told]");
      this.reading = this.querySelector(".reading");
      this.words?.addEventListener("input", () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.read(), 250);
      });
    }

    async read() {
      const told = this.words.value.trim();
      this.reading.hidden = !told;
      if (!told) return;
      const address = `${this.dataset.url}?told=${encodeURIComponent(told)}`;
      const response = await fetch(address).catch(() => null);
      if (!response?.ok || told !== this.words.value.trim()) return;
      this.show(await response.json());
    }

    show(date) {
      const [lead, days] = this.reading.querySelectorAll("span");
      lead.textContent = date.said ? this.dataset.understood : this.dataset.strange;
      this.reading.querySelector("b").textContent = date.said;
      days.textContent = date.explained ?? "";
      this.reading.querySelector("code").textContent = date.edtf ? `EDTF ${date.edtf}` : "";
      if (!date.said) return;
      this.querySelector("[name=date_from]").value = date.from;
      this.querySelector("[name=date_to]").value = date.to;
    }
  },
);
