// <list-place> in a list beside a card: the list stands where it stood on the page before,
// and moves only as far as the chosen one needs to be seen, with the next after it.
customElements.define(
  "list-place",
  class extends HTMLElement {
    connectedCallback() {
      this.list = this.parentElement;
      this.key = `list:${new URLSearchParams(location.search).get("vis") ?? ""}`;
      this.leave = () => sessionStorage.setItem(this.key, this.list.scrollTop);
      window.addEventListener("pagehide", this.leave);
      this.list.scrollTop = Number(sessionStorage.getItem(this.key));
      this.show(this.list.querySelector("li:has([aria-current])"));
    }

    disconnectedCallback() {
      window.removeEventListener("pagehide", this.leave);
    }

    show(row) {
      if (!row) return;
      const [here, seen] = [row.getBoundingClientRect(), this.list.getBoundingClientRect()];
      const [below, above] = [here.bottom + here.height - seen.bottom, seen.top - here.top + here.height];
      if (below > 0) this.list.scrollTop += below;
      if (above > 0) this.list.scrollTop -= above;
      if (row.matches(":first-child")) this.list.scrollTop = 0;
    }
  },
);
