// <voice-recorder> around file fields: tell it here instead. What is said goes to
// <file-sender> while it is being said; without one, to whoever hears “voice-told”, or
// with the form.
const TYPES = ["audio/mp4", "audio/webm;codecs=opus", "audio/webm", "audio/ogg;codecs=opus"];
const PIECE = 5000; // milliseconds of voice that are handed on together
const LEVELS = 48;
const ENDINGS = { "audio/mp4": "m4a", "audio/webm": "webm", "audio/ogg": "ogg" };
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

const said = (seconds) => `${Math.floor(seconds / 60)}.${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

customElements.define(
  "voice-recorder",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.files = this.querySelector("[data-file]");
      this.takes = this.querySelector("[data-takes]");
      this.longest = Number(this.dataset.longest);
      this.own = [];
      this.type = window.MediaRecorder && TYPES.find((each) => MediaRecorder.isTypeSupported(each));
      this.classList.add("scripted");
      this.classList.toggle("cannot-record", !this.canRecord);
      this.addEventListener("click", (event) => this.press(event));
      for (const input of this.querySelectorAll('input[type="file"]')) {
        input.addEventListener("change", () => this.choose(input));
      }
      for (const name of ["file-received", "file-refused", "file-progress"]) {
        document.addEventListener(name, (event) => this.hear(name, event.detail));
      }
      document.addEventListener("visibilitychange", () => this.handOn());
      window.addEventListener("pagehide", () => this.stop());
      this.form?.addEventListener("submit", () => this.stop());
      this.wake();
    }

    disconnectedCallback() {
      this.stop();
    }

    get sender() {
      const found = document.querySelector("file-sender");
      return found && typeof found.open === "function" && "sends" in this.dataset ? found : null;
    }

    // Not without https, nor on an old phone: there its own recorder opens.
    get canRecord() {
      return Boolean(this.type && navigator.mediaDevices?.getUserMedia);
    }

    get purpose() {
      return this.dataset.purpose || "voice";
    }

    async wake() {
      for (const each of this.querySelectorAll("[data-when-recording]")) each.hidden = !this.canRecord;
      await customElements.whenDefined("file-sender").catch(() => {});
      await this.sender?.ready;
      for (const purpose of [this.purpose, "film"]) {
        for (const item of this.sender?.list(purpose) ?? []) {
          this.showTake(item.blob, item);
          this.shownBefore(item.token)?.remove();
        }
      }
      const kept = this.parentElement.querySelector(".kept");
      if (kept && !kept.querySelector(".kept-voice")) kept.remove();
    }

    // What the archive says it has, when the phone has it too and shows it itself.
    shownBefore(token) {
      return token && this.parentElement.querySelector(`.kept-voice[data-upload="${CSS.escape(token)}"]`);
    }

    press(event) {
      const deeds = {
        begin: () => this.begin(),
        pause: () => this.pause(),
        done: () => this.stop(),
        write: () => this.write(),
        remove: (button) => this.remove(button.closest("li")),
        again: (button) => this.again(button.closest("li")),
      };
      const button = event.target.closest("[data-do]");
      if (button) deeds[button.dataset.do](button);
    }

    async begin() {
      if (this.recorder) return;
      this.complain("");
      try {
        this.microphone = await navigator.mediaDevices.getUserMedia({
          audio: { echoCancellation: true, noiseSuppression: true },
        });
      } catch (problem) {
        this.complain(problem.name === "NotFoundError" ? this.dataset.missing : this.dataset.denied);
        return;
      }
      this.mark("aloud");
      const recorder = new MediaRecorder(this.microphone, { mimeType: this.type, audioBitsPerSecond: 64000 });
      this.pieces = [];
      this.stream = this.sender?.open({
        purpose: this.purpose,
        name: this.nameOf(recorder.mimeType),
        language: this.language,
        prompt: this.prompt,
      });
      recorder.addEventListener("dataavailable", (event) => this.keep(event.data));
      recorder.addEventListener("stop", () => this.finish(recorder));
      this.recorder = recorder;
      this.spoken = 0;
      this.since = performance.now();
      recorder.start(PIECE);
      this.watch();
      this.show("recording");
    }

    get language() {
      return this.form?.elements.voice_language?.value ?? document.documentElement.lang;
    }

    get prompt() {
      return document.querySelector("prompt-cards")?.dataset.now ?? "";
    }

    nameOf(type) {
      const ending = ENDINGS[type.split(";")[0]] ?? "webm";
      return `${this.dataset.name} ${this.own.length + 1}.${ending}`;
    }

    keep(piece) {
      if (!piece.size) return;
      this.pieces.push(piece);
      this.stream?.append(piece);
    }

    handOn() {
      if (document.hidden && this.recorder?.state === "recording") this.recorder.requestData();
    }

    pause() {
      const isPaused = this.recorder.state === "paused";
      if (isPaused) this.since = performance.now();
      else this.spoken = this.seconds;
      if (isPaused) this.recorder.resume();
      else this.recorder.pause();
      this.show(isPaused ? "recording" : "paused");
      if (!isPaused) this.recorder.requestData();
    }

    stop() {
      if (this.recorder && this.recorder.state !== "inactive") this.recorder.stop();
    }

    finish(recorder) {
      clearInterval(this.clock);
      for (const track of this.microphone.getTracks()) track.stop();
      this.context?.close();
      const blob = new Blob(this.pieces, { type: recorder.mimeType });
      const stream = this.stream;
      this.recorder = this.stream = this.context = null;
      stream?.close();
      this.show("idle");
      const name = this.nameOf(recorder.mimeType);
      if (blob.size && (stream || !this.handOver(blob, name))) this.showTake(blob, { id: stream?.id, name });
    }

    // Whoever keeps every file at once takes it out of our hands.
    handOver(blob, name) {
      const detail = new File([blob], name, { type: blob.type });
      return !this.dispatchEvent(new CustomEvent("voice-told", { bubbles: true, cancelable: true, detail }));
    }

    get seconds() {
      const now = this.recorder?.state === "recording" ? (performance.now() - this.since) / 1000 : 0;
      return this.spoken + now;
    }

    watch() {
      const meter = this.querySelector("[data-level]");
      meter.replaceChildren();
      let loud = () => 0;
      if (!CALM.matches) {
        this.context = new AudioContext();
        const ear = this.context.createAnalyser();
        ear.fftSize = 512;
        this.context.createMediaStreamSource(this.microphone).connect(ear);
        const heard = new Uint8Array(ear.fftSize);
        loud = () => {
          ear.getByteTimeDomainData(heard);
          return Math.max(...heard.map((each) => Math.abs(each - 128))) / 128;
        };
        for (let n = 0; n < LEVELS; n++) meter.append(document.createElement("i"));
      }
      this.clock = setInterval(() => this.tick(meter, loud), 100);
    }

    tick(meter, loud) {
      const seconds = this.seconds;
      this.querySelector("[data-clock]").textContent = said(seconds);
      const left = this.longest - seconds;
      const warning = left < 15 ? this.dataset.moment : left < 60 ? this.dataset.minute : "";
      const line = this.querySelector("[data-left]");
      if (line.textContent !== warning) line.textContent = warning;
      if (left <= 0) this.stop();
      if (this.recorder?.state !== "recording" || !meter.firstChild) return;
      const bar = meter.firstChild;
      bar.style.blockSize = `${Math.max(4, Math.min(100, loud() * 140))}%`;
      meter.append(bar);
    }

    write() {
      this.stop();
      this.mark("write");
      this.form?.elements[this.dataset.writeIn]?.focus();
    }

    mark(way) {
      for (const button of this.querySelectorAll("[data-way]")) {
        button.setAttribute("aria-pressed", button.dataset.way === way);
      }
    }

    choose(input) {
      this.complain("");
      const files = [...input.files];
      if (input !== this.files || this.sender) input.value = "";
      for (const file of files) {
        if (!this.sender && this.handOver(file, file.name)) {
          input.value = "";
          continue;
        }
        const purpose = file.type.startsWith("video/") ? "film" : this.purpose;
        const id = this.sender?.send(file, {
          purpose,
          name: file.name,
          language: this.language,
          prompt: this.prompt,
        });
        this.showTake(file, { id, name: file.name });
      }
    }

    // `state` is what <file-sender> says of it; without one, the form carries the take.
    showTake(blob, { id, name, state }) {
      const take = this.querySelector("template").content.firstElementChild.cloneNode(true);
      const player = this.playerIn(take, blob?.type.startsWith("video/"));
      if (blob) {
        player.src = URL.createObjectURL(blob);
        player.hidden = false;
        this.learnLength(player);
      }
      take.querySelector("[data-name]").textContent = name.replace(/\.\w{2,4}$/, "");
      take.querySelector('[data-do="again"]').hidden = !this.canRecord;
      take.dataset.id = id ?? "";
      const own = { take, id, blob, name };
      this.own.push(own);
      if (state === "received") this.tell(take, this.dataset.received);
      else this.tell(take, id ? this.dataset.coming : this.dataset.kept);
      this.takes.append(take);
      this.takes.hidden = false;
      if (!id) this.carry();
      this.mark("aloud");
    }

    playerIn(take, isFilm) {
      const player = take.querySelector("audio");
      if (!isFilm) return player;
      const film = document.createElement("video");
      Object.assign(film, { controls: true, playsInline: true, preload: "metadata", hidden: true });
      player.replaceWith(film);
      return film;
    }

    // Chromium writes no length into what it records: looking at its end tells it.
    learnLength(player) {
      player.addEventListener(
        "loadedmetadata",
        () => {
          if (player.duration !== Infinity) return;
          player.currentTime = 1e7;
          player.addEventListener("timeupdate", () => (player.currentTime = 0), { once: true });
        },
        { once: true },
      );
    }

    carry() {
      const files = new DataTransfer();
      for (const each of this.own) {
        if (!each.id && each.blob) files.items.add(new File([each.blob], each.name, { type: each.blob.type }));
      }
      this.files.files = files.files;
    }

    remove(take) {
      const own = this.own.find((each) => each.take === take);
      this.own = this.own.filter((each) => each !== own);
      take.remove();
      this.takes.hidden = !this.own.length;
      if (own.id) this.sender?.remove(own.id);
      else this.carry();
      (this.querySelector('[data-do="begin"]:not([hidden])') ?? this.files).focus();
    }

    async again(take) {
      this.remove(take);
      await this.begin();
    }

    hear(name, detail) {
      const own = this.own.find((each) => each.id && each.id === detail.id);
      if (!own) return;
      if (name === "file-received") this.tell(own.take, this.dataset.received);
      if (name === "file-progress" && detail.percent) {
        this.tell(own.take, this.dataset.sending.replace("%(percent)s", detail.percent).replace("%%", "%"));
      }
      if (name === "file-refused") {
        this.complain(detail.sentence);
        this.tell(own.take, "");
      }
    }

    tell(take, words) {
      take.querySelector("[data-state]").textContent = words;
    }

    show(state) {
      this.dataset.state = state;
      const live = state !== "idle";
      this.querySelector("[data-live]").hidden = !live;
      this.querySelector("[data-chosen]").hidden = live;
      this.querySelector("[data-listening]").textContent =
        state === "paused" ? this.dataset.paused : this.dataset.listening;
      this.querySelector('[data-do="pause"]').textContent = state === "paused" ? this.dataset.goOn : this.dataset.pause;
      if (!live) return;
      this.querySelector('[data-do="done"]').focus({ preventScroll: true });
      this.querySelector("[data-live]").scrollIntoView({ block: "center" });
    }

    complain(words) {
      const line = this.querySelector("[data-problem]");
      line.textContent = words;
      line.hidden = !words;
    }
  },
);
