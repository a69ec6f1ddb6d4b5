// <table-sheet> around a family's sheet: each field is kept while it is typed, each
// file when it is chosen, and the tablets that show the same sheet see each other.
const REST = 600; // milliseconds without a key before a field is kept
const LOOK = 5000; // between looks at what the others have done
const WAITS = [1000, 2000, 5000, 10000];
const DEEDS = ["scan", "take_out", "take_out_voice", "unsign"];
const HIDDEN = ["csrfmiddlewaretoken", "tablet", "version"];

customElements.define(
  "table-sheet",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.said = this.querySelector("[data-state]");
      this.others = this.querySelector("[data-others]");
      this.changed = new Set(); // typed, and not yet on its way
      this.disputed = new Set(); // written here and on another tablet: a person chooses
      this.tries = 0;
      this.parts = [...this.querySelectorAll("[data-part]")];
      this.classList.add("scripted");
      this.form.elements.tablet.value ||= this.tablet();
      this.querySelector("[data-plain]").hidden = true;
      this.querySelector(".problems")?.focus();
      this.form.addEventListener("input", (event) => this.typed(event.target));
      this.form.addEventListener("change", (event) => this.chosen(event.target));
      this.form.addEventListener("click", (event) => this.press(event));
      this.form.addEventListener("voice-told", (event) => this.heard(event));
      this.addEventListener("signed", (event) => this.post({ file: event.detail, as: "signed" }));
      this.form.addEventListener("submit", () => (this.leaving = true));
      this.warn = (event) => this.changed.size && !this.leaving && event.preventDefault();
      window.addEventListener("beforeunload", this.warn);
      this.clock = setInterval(() => this.look(), LOOK);
      this.look();
    }

    disconnectedCallback() {
      clearInterval(this.clock);
      clearTimeout(this.timer);
      window.removeEventListener("beforeunload", this.warn);
    }

    // One name for this tablet, for as long as its tab is open. Also without https.
    tablet() {
      const bytes = crypto.getRandomValues(new Uint8Array(12));
      return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    isField(field) {
      return field.name && field.type !== "file" && !!this.stamp(field.name);
    }

    stamp(name) {
      return this.form.elements[`seen-${name}`];
    }

    typed(field) {
      if (!this.isField(field) || this.disputed.has(field.name)) return;
      this.changed.add(field.name);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), REST);
    }

    chosen(field) {
      if (field.closest("voice-recorder")) return; // which hands over what was told
      if (field.type === "file") {
        const files = [...field.files];
        field.value = "";
        for (const file of files) this.post({ file, as: field.name });
      } else if (this.isField(field)) {
        this.changed.add(field.name);
        this.keep();
      }
    }

    heard(event) {
      event.preventDefault();
      this.post({ file: event.detail, as: "voice" });
    }

    press(event) {
      const button = event.target.closest(DEEDS.map((name) => `button[name="${name}"]`).join());
      if (!button) return;
      event.preventDefault();
      button.setAttribute("aria-busy", "true");
      this.post({ extra: [button.name, button.value] });
    }

    look() {
      if (document.visibilityState === "visible" && !this.asking) this.keep();
    }

    keep() {
      clearTimeout(this.timer);
      return this.post({});
    }

    // One post at a time, so that each knows what the one before it has changed.
    post(what) {
      this.line = (this.line ?? Promise.resolve()).then(() => this.sendUntilHeard(what));
      return this.line;
    }

    async sendUntilHeard(what) {
      while (!this.over) {
        this.asking = true;
        const names = [...this.changed];
        this.changed.clear();
        const answer = await this.send(this.data(names, what), !!what.file);
        this.asking = false;
        if (answer) return this.hear(answer, names);
        for (const name of names) this.changed.add(name);
        this.say("offline", this.dataset.offline);
        if (!names.length && !what.file && !what.extra) return;
        await new Promise((done) => setTimeout(done, WAITS[Math.min(this.tries++, WAITS.length - 1)]));
      }
    }

    data(names, { file, as, extra }) {
      const whole = new FormData(this.form);
      const data = new FormData();
      for (const name of HIDDEN) data.append(name, whole.get(name) ?? "");
      for (const name of names) {
        data.append("field", name);
        data.append(`seen-${name}`, whole.get(`seen-${name}`));
        for (const value of whole.getAll(name)) data.append(name, value);
      }
      for (const part of this.parts) data.append(`print-${part.dataset.part}`, part.dataset.print);
      if (file) data.append(as, file, file.name || "underskrift.png");
      if (extra) data.append(...extra);
      return data;
    }

    send(data, isFile) {
      const request = new XMLHttpRequest();
      return new Promise((resolve) => {
        if (isFile) request.upload.onprogress = (event) => this.progress(event);
        request.onerror = () => resolve(null);
        request.onload = () => resolve(this.read(request));
        request.open("POST", this.dataset.save);
        request.setRequestHeader("Accept", "application/json");
        request.send(data);
      });
    }

    // Nothing that can be read: signed out, or a page that says why. Show that page.
    read(request) {
      if (request.status >= 500) return null;
      try {
        return JSON.parse(request.responseText);
      } catch {
        return { gone: true };
      }
    }

    hear(news, names) {
      this.tries = 0;
      if (news.gone) {
        this.over = true;
        this.say("unsaved", this.dataset.gone);
        return;
      }
      if (names.includes("language") && !("language" in news.theirs)) return this.another();
      this.fill(news, names);
      this.show(news.parts);
      this.errors(names, news.errors);
      for (const [name, words] of Object.entries(news.theirs)) this.conflict(name, words, news);
      this.form.elements.version.value = news.version;
      this.others.hidden = !news.others;
      this.others.textContent = news.others ? this.dataset.others : "";
      if (news.problems.length) this.say("unsaved", news.problems.join(" "));
      else if (names.length && !this.changed.size) this.say("saved", news.says);
      else if (this.said.className === "offline") this.say("saved", "");
    }

    // In another language the permission reads otherwise, so the page comes anew.
    another() {
      this.leaving = true;
      location.reload();
    }

    fill(news, names) {
      for (const [name, stamp] of Object.entries(news.stamps)) {
        if (name in news.theirs || this.disputed.has(name)) continue;
        const isSent = names.includes(name);
        if (this.changed.has(name) && !isSent) continue; // what we saw before typing
        const isNew = this.stamp(name).value !== stamp;
        this.stamp(name).value = stamp;
        if (isNew && !isSent && name in news.values) this.put(name, news.values[name]);
      }
    }

    put(name, value) {
      const fields = this.form.querySelectorAll(`[name="${name}"]`);
      for (const field of fields) {
        if (["checkbox", "radio"].includes(field.type)) {
          field.checked = Array.isArray(value) ? value.includes(field.value) : value === true || value === field.value;
        } else if (field.type !== "hidden") {
          field.value = value;
        }
      }
    }

    show(parts) {
      for (const part of this.parts) {
        const news = parts[part.dataset.part];
        if (!news) continue;
        part.dataset.print = news.print;
        part.innerHTML = news.html;
      }
    }

    errors(names, wrong) {
      for (const name of names) this.querySelector(`[data-error="${name}"]`)?.remove();
      for (const [name, sentence] of Object.entries(wrong)) {
        const line = Object.assign(document.createElement("p"), { className: "error", textContent: sentence });
        line.dataset.error = name;
        line.setAttribute("role", "alert");
        this.room(name).prepend(line);
        this.say("unsaved", sentence);
      }
    }

    conflict(name, words, news) {
      this.querySelector(`[data-conflict="${name}"]`)?.remove();
      const box = Object.assign(document.createElement("div"), { className: "reading" });
      box.dataset.conflict = name;
      box.setAttribute("role", "alert");
      const theirs = Object.assign(document.createElement("b"), { textContent: words || "–", dir: "auto" });
      box.append(this.dataset.theirs, theirs);
      const settle = (take) => {
        box.remove();
        this.disputed.delete(name);
        this.stamp(name).value = news.stamps[name];
        if (take) this.put(name, news.values[name] ?? words);
        else this.changed.add(name) && this.keep();
      };
      for (const [said, take] of [[this.dataset.mine, false], [this.dataset.take, true]]) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "act act-quiet", textContent: said });
        button.addEventListener("click", () => settle(take));
        box.append(button);
      }
      this.disputed.add(name);
      this.room(name).append(box);
      box.scrollIntoView({ block: "nearest" });
    }

    room(name) {
      const field = this.form.querySelector(`[name="${name}"]:not([type="hidden"])`);
      return field?.closest(".field, .tick-field, fieldset, .aloud-text") ?? this.form;
    }

    progress(event) {
      const line = this.querySelector("[data-progress]");
      line.hidden = event.loaded === event.total;
      line.textContent = this.dataset.sending.replace(/%\(percent\)s|%%/g, (found) => (found === "%%" ? "%" : Math.round((event.loaded / event.total) * 100)));
    }

    say(state, words) {
      this.said.className = state;
      this.said.textContent = words;
    }
  },
);
