// <card-tabs> around the tabs of a long card: the tab of the part in view is marked.
customElements.define(
  "card-tabs",
  class extends HTMLElement {
    connectedCallback() {
      this.links = [...this.querySelectorAll("a[href^='#']")];
      this.parts = this.links.map((link) => document.getElementById(link.hash.slice(1)));
      this.room = this.closest(".card-form");
      this.mark = this.mark.bind(this);
      this.room?.addEventListener("scroll", this.mark, { passive: true });
      this.mark();
    }

    mark() {
      const top = this.room.getBoundingClientRect().top + 120;
      const height = (part) => part.getBoundingClientRect().top;
      const seen = this.parts.filter((part) => part && height(part) <= top).sort((one, other) => height(one) - height(other));
      const atEnd = this.room.scrollTop + this.room.clientHeight >= this.room.scrollHeight - 4;
      const current = atEnd && this.room.scrollTop ? this.parts.at(-1) : (seen.at(-1) ?? this.parts[0]);
      this.links.forEach((link, index) => {
        if (this.parts[index] === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
      this.show(this.links[this.parts.indexOf(current)]);
    }

    // Where the tabs are more than there is room for, the marked one is among those seen.
    show(link) {
      const row = link?.parentElement;
      if (!row || row.scrollWidth <= row.clientWidth) return;
      const [here, seen] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
      if (here.right > seen.right) row.scrollLeft += here.right - seen.right;
      if (here.left < seen.left) row.scrollLeft += here.left - seen.left;
    }
  },
);
