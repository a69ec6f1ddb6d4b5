// <voice-player> around an <audio>: one round button, the voice drawn, a place to go to.
const said = (seconds) => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

customElements.define(
  "voice-player",
  class extends HTMLElement {
    connectedCallback() {
      this.audio = this.querySelector("audio");
      this.button = this.querySelector("button");
      this.range = this.querySelector("input");
      this.time = this.querySelector("[data-time]");
      this.bars = [...this.querySelectorAll("rect")];
      this.audio.controls = false;
      this.button.hidden = this.range.hidden = false;
      this.button.addEventListener("click", () => this.press());
      this.range.addEventListener("input", () => this.go());
      for (const event of ["play", "pause", "ended"]) this.audio.addEventListener(event, () => this.mark());
      this.audio.addEventListener("timeupdate", () => this.tell());
      this.audio.addEventListener("error", () => (this.time.textContent = this.dataset.broken));
    }

    disconnectedCallback() {
      this.audio?.pause();
    }

    get length() {
      const known = this.audio.duration;
      return Number.isFinite(known) && known > 0 ? known : Number(this.range.max);
    }

    press() {
      if (!this.audio.paused) return this.audio.pause();
      for (const other of document.querySelectorAll("audio, video")) if (other !== this.audio) other.pause();
      if (this.audio.error) this.audio.load();
      this.audio.play().catch(() => this.mark());
    }

    // A place chosen before the first sound is remembered until there is one.
    go() {
      const place = Number(this.range.value);
      if (this.audio.readyState) this.audio.currentTime = place;
      else {
        this.audio.addEventListener("loadedmetadata", () => (this.audio.currentTime = place), { once: true });
        this.press();
      }
      this.draw(place);
    }

    mark() {
      const plays = !this.audio.paused && !this.audio.ended;
      this.button.setAttribute("aria-pressed", plays);
      this.button.setAttribute("aria-label", plays ? this.dataset.pause : this.dataset.play);
      if (this.audio.ended) {
        this.audio.currentTime = 0;
        this.draw(0);
        this.time.textContent = said(this.length);
      }
    }

    tell() {
      if (this.audio.paused) return;
      this.time.textContent = `${said(this.audio.currentTime)} / ${said(this.length)}`;
      this.range.value = this.audio.currentTime;
      this.draw(this.audio.currentTime);
    }

    draw(place) {
      const played = Math.round((place / this.length) * this.bars.length);
      this.bars.forEach((bar, index) => bar.classList.toggle("played", index < played));
    }
  },
);
