// <dating-panel data-url data-ask>: reads a date back while it is being written, draws it
// on its line of years, and asks where what is known of the place speaks against it.
customElements.define(
  "dating-panel",
  class extends HTMLElement {
    connectedCallback() {
      this.words = this.querySelector("[name=date_told]");
      this.days = ["date_from", "date_to"].map((name) => this.querySelector(`[name=${name}]`));
      this.reading = this.querySelector(".reading");
      if (!this.words || this.words.matches(":disabled")) return;
      this.words.addEventListener("input", () => this.soon("read", () => this.read()));
      for (const day of this.days) {
        day.addEventListener("input", () => this.soon("read", () => this.readDays()));
      }
      this.words.form.addEventListener("input", () => this.soon("ask", () => this.ask(), 700));
    }

    soon(what, deed, wait = 250) {
      this.timers ??= {};
      clearTimeout(this.timers[what]);
      this.timers[what] = setTimeout(deed, wait);
    }

    async fetch(asked) {
      const response = await fetch(`${this.dataset.url}?${new URLSearchParams(asked)}`).catch(() => null);
      return response?.ok ? response.json() : null;
    }

    async read() {
      const told = this.words.value.trim();
      this.reading.hidden = !told;
      if (!told) return this.forget();
      const date = await this.fetch({ told });
      if (date && told === this.words.value.trim()) this.show(date);
    }

    // Days that only were read out of words go with the words.
    forget() {
      if (!this.isReckoned) return;
      this.isReckoned = false;
      for (const day of this.days) day.value = "";
      this.draw({});
    }

    async readDays() {
      this.isReckoned = false;
      const [from, to] = this.days.map((day) => day.value.trim());
      const date = await this.fetch({ from, to });
      if (date) this.draw(date);
    }

    show(date) {
      const [lead, days] = this.reading.querySelectorAll("span");
      lead.textContent = date.said ? this.dataset.understood : this.dataset.strange;
      this.reading.querySelector("b").textContent = date.said;
      days.textContent = date.explained ?? "";
      this.reading.querySelector("code").textContent = date.edtf ? `EDTF ${date.edtf}` : "";
      if (!date.said) return;
      this.isReckoned = true;
      [this.days[0].value, this.days[1].value] = [date.from, date.to];
      this.draw(date);
    }

    draw(date) {
      this.querySelector("[data-bar]").innerHTML = date.bar ?? "";
    }

    async ask() {
      const form = this.words.form;
      const turn = (this.turn = (this.turn ?? 0) + 1);
      const answer = await fetch(this.dataset.ask, { method: "POST", body: new FormData(form) }).catch(() => null);
      if (!answer?.ok || turn !== this.turn) return;
      const asked = (await answer.text()).trim();
      const place = this.querySelector("[data-asked]");
      if (place.innerHTML.trim() !== asked) place.innerHTML = asked;
    }
  },
);
