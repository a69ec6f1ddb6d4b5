/* <save-at-once> around a form of switches: each is saved when it is touched, by itself.
   The answer is the whole page; what is marked data-fresh in it takes its place here. */
class SaveAtOnce extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.said = this.querySelector("[data-state]");
    this.form.querySelector("[type=submit]").hidden = true;
    this.queue = Promise.resolve();
    this.kept = new FormData(this.form);
    this.form.addEventListener("change", ({ target }) => {
      const sent = new URLSearchParams(new FormData(this.form));
      sent.set("only", target.name === "may" ? target.value : target.name);
      const chosen = new FormData(this.form);
      this.queue = this.queue.then(() => this.save(sent, chosen));
    });
  }

  async save(sent, chosen) {
    this.say("saving", this.dataset.saving);
    try {
      const answer = await fetch(this.form.action, { method: "POST", body: sent });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.kept = chosen;
      this.refresh(page);
      this.say("saved", page.querySelector("[data-done]")?.textContent ?? "");
    } catch {
      this.restore();
      this.say("unsaved", this.dataset.failed);
    }
  }

  restore() {
    for (const field of this.form.querySelectorAll("[type=checkbox], [type=radio]")) {
      field.checked = this.kept.getAll(field.name).includes(field.value);
    }
  }

  refresh(page) {
    for (const part of document.querySelectorAll("[data-fresh][id]")) {
      const fresh = page.getElementById(part.id);
      if (fresh) part.replaceWith(document.importNode(fresh, true));
    }
  }

  say(state, words) {
    this.said.className = state;
    this.said.textContent = words;
  }
}

customElements.define("save-at-once", SaveAtOnce);
