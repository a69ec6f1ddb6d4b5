// <read-aloud> around a button: the device's own voice reads the place it stands in. Only
// voices that live on the device are used; the others would send the words to somebody.
const WORDS = "h1, h2, h3, p, legend, label, li, dt, dd, summary, figcaption";
const SILENT =
  "read-aloud, button, script, style, template, select, textarea, .visually-hidden, .path, [aria-hidden='true'], [hidden]";
const voices = () => window.speechSynthesis?.getVoices().filter((each) => each.localService) ?? [];

const voiceFor = (lang) => {
  const wanted = lang.toLowerCase().split("-")[0];
  return voices().find((each) => each.lang.toLowerCase().split(/[-_]/)[0] === wanted);
};

customElements.define(
  "read-aloud",
  class extends HTMLElement {
    connectedCallback() {
      if (!window.speechSynthesis) return;
      this.button = this.querySelector("button");
      this.start = this.button.textContent;
      this.place = this.closest(this.dataset.of) ?? document.querySelector(this.dataset.of);
      this.showIfHeard = () => (this.hidden = !voiceFor(document.documentElement.lang));
      this.leave = () => this.stop();
      this.button.addEventListener("click", () => (this.reading ? this.stop() : this.read()));
      speechSynthesis.addEventListener?.("voiceschanged", this.showIfHeard);
      window.addEventListener("pagehide", this.leave);
      this.watch = new MutationObserver(() => this.place.hidden && this.stop());
      this.watch.observe(this.place, { attributes: true, attributeFilter: ["hidden"] });
      this.showIfHeard();
    }

    disconnectedCallback() {
      if (!this.button) return;
      this.stop();
      this.watch.disconnect();
      speechSynthesis.removeEventListener?.("voiceschanged", this.showIfHeard);
      window.removeEventListener("pagehide", this.leave);
    }

    // What is seen, in the page's order: each piece with the language it is written in.
    pieces() {
      const found = new Map();
      const walk = document.createTreeWalker(this.place, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const near = walk.currentNode.parentElement;
        const words = walk.currentNode.data.trim();
        const whole = near.closest(WORDS);
        if (!words || !whole || near.closest(SILENT) || !near.getClientRects().length) continue;
        found.set(whole, [...(found.get(whole) ?? []), words]);
      }
      return [...found].map(([element, words]) => ({
        element,
        words: words.join(" "),
        lang: element.closest("[lang]").lang,
      }));
    }

    read() {
      speechSynthesis.cancel();
      const turn = (this.reading = {});
      this.say(this.dataset.stop, this.dataset.reading);
      const rest = this.pieces();
      const next = () => {
        this.mark(null);
        if (this.reading !== turn) return;
        const piece = rest.shift();
        if (!piece) return this.stop();
        this.mark(piece.element);
        speechSynthesis.speak(this.utterance(piece, next));
      };
      next();
    }

    utterance({ words, lang }, then) {
      const page = document.documentElement.lang;
      const voice = voiceFor(lang) ?? voiceFor(page);
      const spoken = new SpeechSynthesisUtterance(words);
      spoken.voice = voice;
      spoken.lang = voice?.lang ?? page;
      spoken.rate = 0.9;
      spoken.addEventListener("end", then);
      spoken.addEventListener("error", then);
      return spoken;
    }

    stop() {
      if (!this.reading) return;
      this.reading = null;
      this.mark(null);
      speechSynthesis.cancel();
      this.say(this.start, this.dataset.silent);
    }

    mark(element) {
      this.marked?.classList.remove("read-now");
      this.marked = element;
      element?.classList.add("read-now");
    }

    say(words, state) {
      this.button.textContent = words;
      this.querySelector("[role=status]").textContent = state;
    }
  },
);
