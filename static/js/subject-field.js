// <subject-field>: the headings become buttons that write themselves into the field.
customElements.define(
  "subject-field",
  class extends HTMLElement {
    connectedCallback() {
      this.field = this.querySelector("[name=subject_words]");
      if (!this.field || this.field.matches(":disabled")) return;
      for (const line of this.querySelectorAll(".headings li")) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = line.textContent;
        button.addEventListener("click", () => this.turn(button.textContent));
        line.replaceChildren(button);
      }
      this.field.addEventListener("input", () => this.mark());
      this.mark();
    }

    get chosen() {
      return this.field.value.split(/[;,،؛]/).map((word) => word.trim()).filter(Boolean);
    }

    turn(word) {
      const rest = this.chosen.filter((each) => each !== word);
      const words = rest.length < this.chosen.length ? rest : [...rest, word];
      this.field.value = words.join("; ");
      this.field.dispatchEvent(new Event("change", { bubbles: true }));
      this.mark();
    }

    mark() {
      const chosen = this.chosen;
      for (const button of this.querySelectorAll(".headings button")) {
        button.setAttribute("aria-pressed", chosen.includes(button.textContent));
      }
    }
  },
);
