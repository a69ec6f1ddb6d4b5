// <key-shortcuts>: one letter does what the button or link with data-key="…" does.
// Letters rest while somebody writes, and with Ctrl, Alt or the command key held; Escape
// leaves the field, and Ctrl+S (data-key="ctrl+s") saves from anywhere.
const A_FIELD = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
customElements.define(
  "key-shortcuts",
  class extends HTMLElement {
    connectedCallback() {
      this.listen = (event) => this.press(event);
      document.addEventListener("keydown", this.listen);
      this.addEventListener("click", (event) => this.follow(event));
      const asked = document.getElementById(location.hash.slice(1));
      if (asked?.matches(`${A_FIELD}, [tabindex]`)) this.goTo(asked);
    }

    disconnectedCallback() {
      document.removeEventListener("keydown", this.listen);
    }

    press(event) {
      if (event.altKey || event.isComposing || event.defaultPrevented) return;
      const held = event.ctrlKey || event.metaKey;
      const field = event.target.closest(A_FIELD);
      if (field && event.key === "Escape") field.blur();
      if (field && !held) return;
      const key = (held ? "ctrl+" : "") + event.key.toLowerCase();
      const found = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)]
        .find((each) => !each.disabled && each.checkVisibility());
      if (!found || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      found.click();
    }

    // A link to a place on the page puts the cursor where one writes: in the first name
    // that is still missing, else in the first field.
    follow(event) {
      const link = event.target.closest("a[href^='#']");
      const place = link && document.getElementById(link.hash.slice(1));
      if (place && this.goTo(place)) event.preventDefault();
    }

    goTo(place) {
      const inside = [...place.querySelectorAll("input:not([type=hidden]), textarea, select, button")];
      const field = place.matches("input, textarea, select, button")
        ? place
        : (inside.find((each) => each.list && !each.value) ?? inside[0] ?? (place.matches("[tabindex]") && place));
      place.closest("details")?.setAttribute("open", "");
      if (!field) return false;
      place.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
      return true;
    }
  },
);
