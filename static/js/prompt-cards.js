// <prompt-cards> around lists of questions: one card at a time, back and on, and aloud
// where the phone has a voice in the page's language. `data-now` is the card that shows.
customElements.define(
  "prompt-cards",
  class extends HTMLElement {
    connectedCallback() {
      this.cards = [...this.querySelectorAll("li")].map((each) => ({
        words: each.textContent.trim(),
        heading: each.closest("[data-group]").dataset.group,
      }));
      this.at = 0;
      this.card = this.querySelector("[data-card]");
      this.aloud = this.querySelector("[data-aloud]");
      this.querySelector("details").hidden = true;
      this.card.hidden = false;
      this.querySelector("[data-next-card]").addEventListener("click", () => this.turn(1));
      this.querySelector("[data-previous-card]").addEventListener("click", () => this.turn(-1));
      this.aloud.addEventListener("click", () => this.say());
      this.lookForVoice();
      window.speechSynthesis?.addEventListener?.("voiceschanged", () => this.lookForVoice());
      this.turn(0);
    }

    disconnectedCallback() {
      window.speechSynthesis?.cancel();
    }

    turn(by) {
      this.at = (this.at + by + this.cards.length) % this.cards.length;
      const { heading, words } = this.cards[this.at];
      this.dataset.now = words;
      this.card.querySelector("[data-heading]").textContent = heading;
      this.card.querySelector("[data-words]").textContent = words;
      const field = this.closest("form")?.elements.voice_prompt;
      if (field) field.value = words;
      window.speechSynthesis?.cancel();
    }

    lookForVoice() {
      const language = document.documentElement.lang;
      const voices = window.speechSynthesis?.getVoices() ?? [];
      this.voice = voices.find((each) => each.lang.split(/[-_]/)[0] === language.split("-")[0]);
      this.aloud.hidden = !this.voice;
    }

    say() {
      const words = new SpeechSynthesisUtterance(this.dataset.now);
      words.voice = this.voice;
      words.lang = this.voice.lang;
      window.speechSynthesis.cancel();
      window.speechSynthesis.speak(words);
    }
  },
);
