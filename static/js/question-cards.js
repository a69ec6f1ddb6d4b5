// <question-cards> around a list of questions: one card at a time, another at a tap.
customElements.define(
  "question-cards",
  class extends HTMLElement {
    connectedCallback() {
      const questions = [...this.querySelectorAll("li")].map((each) => each.textContent.trim());
      const card = this.querySelector("[data-card]");
      const words = card.querySelector("p");
      let now = 0;
      words.textContent = questions[now];
      this.querySelector("details").hidden = true;
      card.hidden = false;
      card.querySelector("[data-another]").addEventListener("click", () => {
        now = (now + 1) % questions.length;
        words.textContent = questions[now];
      });
    }
  },
);
