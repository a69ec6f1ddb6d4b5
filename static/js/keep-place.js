// <keep-place> in a card that scrolls: whoever saves, turns or undoes comes back to the very
// same card, and it stands where it was left, with the cursor in the field it was in.
const A_WHILE = 20_000;
customElements.define(
  "keep-place",
  class extends HTMLElement {
    connectedCallback() {
      this.room = this.parentElement;
      this.key = `place:${location.pathname}`;
      this.leave = this.leave.bind(this);
      window.addEventListener("pagehide", this.leave);
      this.comeBack();
    }

    disconnectedCallback() {
      window.removeEventListener("pagehide", this.leave);
    }

    leave() {
      const field = document.activeElement?.closest("input, textarea, select");
      const place = { top: this.room.scrollTop, page: window.scrollY, at: Date.now() };
      if (field?.id) Object.assign(place, { field: field.id, height: this.height(field) });
      sessionStorage.setItem(this.key, JSON.stringify(place));
    }

    comeBack() {
      const place = JSON.parse(sessionStorage.getItem(this.key));
      sessionStorage.removeItem(this.key);
      if (!place || Date.now() - place.at > A_WHILE) return;
      if (location.hash || document.querySelector("[autofocus]")) return;
      this.room.scrollTop = place.top;
      window.scrollTo(0, place.page);
      const field = place.field && this.room.querySelector(`#${CSS.escape(place.field)}`);
      if (!field) return;
      this.room.scrollTop += this.height(field) - place.height;
      if (matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
    }

    height(field) {
      return Math.round(field.getBoundingClientRect().top);
    }
  },
);
