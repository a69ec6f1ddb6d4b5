/* <auto-save> around a form: saves it when somebody pauses or leaves a field, says so,
   tries again without a connection, and never writes over another person's words. */
const PAUSE = 2000;
const WAITS = [5000, 10000, 20000, 30000];

class AutoSave extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.said = this.querySelector("[data-state]");
    this.tries = 0;
    this.form.addEventListener("input", () => this.later());
    this.form.addEventListener("change", () => this.save());
    this.form.addEventListener("focusout", () => this.save());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.dirty = true;
      this.save();
    });
    this.online = () => this.failed && this.save();
    this.leaving = (event) => {
      if (!this.dirty) return;
      if (this.failed || this.stopped) event.preventDefault();
      else this.save();
    };
    window.addEventListener("online", this.online);
    window.addEventListener("beforeunload", this.leaving);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    window.removeEventListener("online", this.online);
    window.removeEventListener("beforeunload", this.leaving);
  }

  later() {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  async save() {
    if (!this.dirty || this.busy || this.stopped) return;
    clearTimeout(this.timer);
    this.busy = true;
    this.dirty = false;
    this.say("saving", this.dataset.saving);
    try {
      await this.send();
    } catch {
      this.again();
    }
    this.busy = false;
    if (this.dirty && !this.failed) this.later();
  }

  async send() {
    const answer = await fetch(this.form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(this.form)),
      headers: { Accept: "application/json" },
      keepalive: true,
    });
    if (answer.status >= 500) throw new Error(answer.status);
    this.failed = false;
    this.tries = 0;
    if (answer.redirected) return this.refuse("out");
    if (!answer.headers.get("Content-Type")?.includes("json")) return this.refuse("refused");
    const facts = await answer.json();
    this.clearProblems();
    if (facts.state === "saved") this.saved(facts);
    else if (facts.state === "conflict") this.conflict(facts);
    else if (facts.state === "problems") this.problems(facts.problems);
    else this.refuse("gone");
  }

  saved(facts) {
    this.form.elements.seen.value = facts.seen;
    this.say("saved", facts.says);
    this.dispatchEvent(new CustomEvent("saved", { bubbles: true, detail: facts }));
    const standing = document.getElementById("standing");
    if (standing && facts.standing) standing.innerHTML = facts.standing;
  }

  again() {
    this.failed = true;
    this.dirty = true;
    this.say("offline", this.dataset.failed);
    const wait = WAITS[Math.min(this.tries++, WAITS.length - 1)];
    this.timer = setTimeout(() => this.save(), wait);
  }

  refuse(why) {
    this.dirty = true;
    this.stopped = why === "gone";
    this.failed = true;
    this.say("unsaved", this.dataset[why]);
  }

  problems(found) {
    this.failed = true;
    this.dirty = true;
    this.say("unsaved", this.dataset.problems);
    for (const [name, words] of Object.entries(found)) {
      const field = this.form.elements[name];
      const line = document.createElement("p");
      line.className = "error";
      line.id = `${this.form.id}-${name}-problem`;
      line.textContent = words.join(" ");
      if (!field?.closest) {
        this.said.after(line);
        continue;
      }
      field.closest(".field").prepend(line);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", line.id);
    }
  }

  clearProblems() {
    this.querySelectorAll("p.error").forEach((line) => line.remove());
    this.querySelectorAll("[aria-invalid]").forEach((field) => {
      field.removeAttribute("aria-invalid");
    });
  }

  conflict({ theirs, seen }) {
    this.dirty = true;
    this.stopped = true;
    this.say("unsaved", "");
    const box = document.createElement("div");
    box.className = "theirs";
    box.setAttribute("role", "alert");
    box.append(this.line("p", this.dataset.conflict));
    for (const { name, label, words } of theirs) {
      if (this.form.elements[name]?.value === words) continue;
      box.append(this.line("b", label), this.line("blockquote", words || this.dataset.empty));
    }
    const settle = (take) => {
      box.remove();
      this.stopped = false;
      this.form.elements.seen.value = seen;
      if (take) for (const { name, words } of theirs) this.fill(name, words);
      this.dirty = true;
      this.save();
    };
    box.append(
      this.button(this.dataset.mine, () => settle(false)),
      this.button(this.dataset.theirs, () => settle(true)),
    );
    this.append(box);
  }

  fill(name, words) {
    const field = this.form.elements[name];
    if (!field) return;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  line(kind, words) {
    const line = document.createElement(kind);
    line.textContent = words;
    line.dir = "auto";
    return line;
  }

  button(words, deed) {
    const button = this.line("button", words);
    button.type = "button";
    button.className = "act act-quiet";
    button.addEventListener("click", deed);
    return button;
  }

  say(state, words) {
    this.said.className = state;
    this.said.textContent = words;
  }
}

customElements.define("auto-save", AutoSave);
