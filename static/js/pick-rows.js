// <pick-rows>: a list with a tick at each row. J and K go down and up, the space bar
// ticks, and Shift takes everything from the last one touched to this one. Enter goes on
// with the chosen; where none is, it opens the card.
customElements.define(
  "pick-rows",
  class extends HTMLElement {
    connectedCallback() {
      this.last = null;
      this.listen = (event) => this.press(event);
      document.addEventListener("keydown", this.listen);
      this.addEventListener("click", (event) => this.click(event));
      this.addEventListener("change", () => this.count());
      this.querySelectorAll("[data-all], [data-none], .pick-keys").forEach((each) => (each.hidden = false));
      this.count();
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this.listen);
    }

    get ticks() {
      return [...this.querySelectorAll("input[name=valgt]")];
    }

    click(event) {
      if (event.target.closest("[data-all]")) this.set(this.ticks, true);
      if (event.target.closest("[data-none]")) this.set(this.ticks, false);
      const tick = event.target.closest("input[name=valgt]");
      if (!tick) return;
      if (event.shiftKey) this.reach(tick, tick.checked);
      this.last = tick;
    }

    press(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
      if (event.key === "Enter") this.open(event);
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (!step) return;
      const ticks = this.ticks;
      const here = ticks.indexOf(document.activeElement);
      const next = ticks[here < 0 ? 0 : Math.min(Math.max(here + step, 0), ticks.length - 1)];
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey && here >= 0) this.set([ticks[here], next], true);
      next.focus();
      next.closest("li").scrollIntoView({ block: "nearest" });
      this.last = next;
    }

    open(event) {
      const link = event.target.matches("input[name=valgt]") && event.target.closest("li").querySelector("a");
      if (!link || this.ticks.some((tick) => tick.checked)) return;
      event.preventDefault();
      link.click();
    }

    reach(to, checked) {
      const ticks = this.ticks;
      const ends = [ticks.indexOf(this.last), ticks.indexOf(to)];
      if (ends[0] < 0) return;
      this.set(ticks.slice(Math.min(...ends), Math.max(...ends) + 1), checked);
    }

    set(ticks, checked) {
      for (const tick of ticks) tick.checked = checked;
      this.count();
    }

    count() {
      const number = this.ticks.filter((tick) => tick.checked).length;
      const said = this.querySelector("[data-count]");
      said.hidden = !number;
      said.textContent = number === 1 ? said.dataset.one : said.dataset.more.replace("%s", number);
    }
  },
);
