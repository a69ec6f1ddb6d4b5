// <contribute-steps> around the long form: one step at a time, and what is typed is kept:
// in the phone at once, and in the archive's own draft at every pause.
const WAIT = 400; // milliseconds of rest before what was typed is kept in the phone
const PAUSE = 2500; // and before the answers that changed go to the archive
const DAYS = 60;

const TOUCHES = ["pointerdown", "keydown", "focusin", "change"];

const isTyped = (field) => field.name && !["file", "hidden", "submit"].includes(field.type);

customElements.define(
  "contribute-steps",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.steps = [...this.querySelectorAll(".step")];
      this.line = document.querySelector("[data-saved-line]");
      this.place = `ankomst:bidrag:${this.dataset.call}`;
      this.there = this.answers();
      this.isBegun = "answered" in this.dataset;
      if (!this.isBegun) this.restore();
      this.addEventListener("input", () => {
        this.isBegun = true;
        this.keepSoon();
      });
      document.addEventListener("file-progress", () => (this.isBegun = true));
      this.addEventListener("click", (event) => this.press(event));
      this.addEventListener("keydown", (event) => this.enter(event));
      window.addEventListener("popstate", (event) => this.show(event.state?.step ?? 0));
      window.addEventListener("offline", () => this.say(this.dataset.offline, "offline"));
      window.addEventListener("online", () => this.keep());
      window.addEventListener("online", () => this.keepSoon()); // what waits to be sent goes first
      window.addEventListener("pagehide", () => this.isSent || this.hand());
      this.form.addEventListener("submit", (event) => setTimeout(() => (this.isSent = !event.defaultPrevented)));
      // A page taken out of the browser's memory may have been sent since.
      window.addEventListener("pageshow", (event) => event.persisted && location.reload());
      this.link?.addEventListener("click", (event) => this.share(event));
      this.begin();
      if ("answered" in this.dataset) this.keep();
    }

    begin() {
      this.querySelector("picture-picker")?.classList.add("scripted");
      for (const bar of this.querySelectorAll("[data-onward], [data-back]")) bar.hidden = false;
      const wrong = this.steps.findIndex((step) => step.querySelector(".errors"));
      const kept = Number(this.step ?? this.dataset.step) || 0;
      const first = wrong < 0 ? (kept && kept - 1 + this.firstStep) : wrong;
      history.replaceState({ step: first }, "");
      if (this.isBegun || first > 0) this.bring("near", "far");
      else for (const name of TOUCHES) this.addEventListener(name, () => this.bring("near"), { once: true });
      this.show(first, false);
      this.querySelector(".problems")?.focus();
    }

    // A call's landing stands before the first step, on some pages: what is kept counts from
    // the first step, and 0 is the very beginning.
    get firstStep() {
      return this.steps[0].classList.contains("landing") ? 1 : 0;
    }

    get laid() {
      return Math.max(0, (this.now ?? 0) + 1 - this.firstStep);
    }

    // What the later steps need comes when somebody goes on: a first view stays light.
    bring(...which) {
      for (const src of which.flatMap((each) => this.dataset[each]?.split(" ") ?? [])) {
        const isHere = [...document.scripts].some((each) => each.getAttribute("src") === src);
        if (!isHere) document.head.append(Object.assign(document.createElement("script"), { type: "module", async: false, src }));
      }
    }

    show(number, focus = true) {
      this.now = Math.min(number, this.steps.length - 1);
      this.steps.forEach((step, index) => (step.hidden = index !== this.now));
      if (!focus) return;
      const heading = this.steps[this.now].querySelector("h2");
      heading.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }

    go(number) {
      history.pushState({ step: number }, "");
      this.bring("near", "far");
      this.show(number);
      this.keepSoon();
    }

    press(event) {
      if (event.target.closest("[data-next]")) this.go(this.now + 1);
      if (event.target.closest("[data-back]")) this.go(this.now - 1);
      const link = event.target.closest(".problems a");
      if (link) this.lead(event, link.hash.slice(1));
    }

    lead(event, id) {
      const target = document.getElementById(id);
      const number = this.steps.findIndex((step) => step.contains(target));
      if (number < 0) return;
      event.preventDefault();
      if (number !== this.now) this.go(number);
      const field = target.matches("input, textarea, select") ? target : target.querySelector("input");
      (field ?? target).focus();
    }

    enter(event) {
      const isLine = event.target.matches("input:not([type=file])");
      if (event.key !== "Enter" || !isLine || this.now === this.steps.length - 1) return;
      event.preventDefault();
      this.go(this.now + 1);
    }

    keepSoon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), WAIT);
      clearTimeout(this.handing);
      this.handing = setTimeout(() => this.hand(), PAUSE);
    }

    // Every answer by its name: what the archive's draft is compared with.
    answers() {
      const found = new Map();
      for (const [name, value] of new FormData(this.form)) {
        if (typeof value !== "string" || name === "key") continue;
        found.set(name, [...(found.get(name) ?? []), value]);
      }
      return found;
    }

    // Only what changed, a kilobyte or two. Without a connection it waits in the phone.
    // Somebody who only looked has changed nothing, though the page itself filled in a field.
    async hand() {
      if (!this.isBegun) return;
      const now = this.answers().set("step", [String(this.laid)]);
      const changed = new URLSearchParams();
      for (const name of new Set([...now.keys(), ...this.there.keys()])) {
        const values = now.get(name) ?? [""];
        if (String(values) === String(this.there.get(name) ?? [""])) continue;
        for (const value of values) changed.append(name, value);
      }
      if (![...changed.keys()].some((name) => name !== "step")) return;
      changed.set("key", this.form.elements.key.value);
      changed.set("call", this.dataset.call);
      try {
        const answer = await fetch(this.dataset.drafts, { method: "PATCH", body: changed, keepalive: true });
        if (!answer.ok) return;
        this.there = now;
        const { link } = await answer.json();
        if (this.link) Object.assign(this.link, { href: link, hidden: false });
      } catch {
        // No connection: the phone has it, and the next pause tries again.
      }
    }

    get link() {
      return document.querySelector("[data-resume]");
    }

    share(event) {
      if (!navigator.share) return;
      event.preventDefault();
      navigator.share({ url: this.link.href }).catch(() => {});
    }

    keep() {
      const typed = [...new FormData(this.form)].filter(([, value]) => typeof value === "string");
      try {
        localStorage.setItem(this.place, JSON.stringify({ at: Date.now(), typed, step: this.laid }));
      } catch {
        return; // the phone keeps nothing; the page itself still holds it
      }
      if (navigator.onLine) {
        const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
        this.say(this.dataset.saved.replace("%(time)s", time), "saved");
      }
    }

    restore() {
      const typed = this.kept();
      if (!typed) return;
      this.isBegun = true;
      for (const field of this.form.elements) {
        if (!isTyped(field)) continue;
        const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
        if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
        else if (values.length) field.value = values[0];
      }
      const key = typed.find(([name]) => name === "key");
      if (key) this.form.elements.key.value = key[1];
      this.say(this.dataset.keptAgain, "saved");
    }

    kept() {
      try {
        const { at, typed, step } = JSON.parse(localStorage.getItem(this.place));
        this.step = step;
        return Date.now() - at < DAYS * 86400000 ? typed : null;
      } catch {
        return null; // nothing kept, or nothing that can be read
      }
    }

    say(words, state) {
      if (!this.line) return;
      this.line.textContent = words;
      this.line.className = state;
    }
  },
);
