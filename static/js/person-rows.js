// <person-rows>: one more empty row at a press, without a round to the server.
customElements.define(
  "person-rows",
  class extends HTMLElement {
    connectedCallback() {
      this.total = this.querySelector("[name$=TOTAL_FORMS]");
      this.button = this.querySelector("[data-more]");
      if (!this.total || this.total.matches(":disabled")) return;
      this.button.hidden = false;
      this.button.addEventListener("click", () => this.add());
    }

    add() {
      const number = Number(this.total.value);
      const last = [...this.querySelectorAll(".person-row")].at(-1);
      const row = last.cloneNode(true);
      for (const part of row.querySelectorAll("[name], [for], [id]")) {
        for (const name of ["name", "id", "for"]) {
          const value = part.getAttribute(name);
          if (value) part.setAttribute(name, value.replace(/persons-\d+-/, `persons-${number}-`));
        }
        if (part.matches("[type=checkbox]")) part.checked = false;
        else if (part.matches("select")) part.value = "unknown";
        else if (part.matches("input")) part.value = "";
      }
      row.querySelectorAll(".errors").forEach((each) => each.remove());
      last.after(row);
      this.total.value = number + 1;
      row.querySelector("input:not([type=hidden])").focus();
    }
  },
);
