// <in-hand> around a small form: says every minute that the page is open, and lets go of
// the contribution when it is left. Somebody else's name appears and goes by itself.
const A_MINUTE = 60_000;
customElements.define(
  "in-hand",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.held = this.querySelector("[data-held]");
      this.beat = this.beat.bind(this);
      this.leave = this.leave.bind(this);
      this.timer = setInterval(this.beat, A_MINUTE);
      window.addEventListener("pagehide", this.leave);
      window.addEventListener("pageshow", this.beat);
    }

    disconnectedCallback() {
      clearInterval(this.timer);
      window.removeEventListener("pagehide", this.leave);
      window.removeEventListener("pageshow", this.beat);
    }

    async beat() {
      if (document.hidden) return;
      const body = new FormData(this.form);
      const answer = await fetch(this.form.action, { method: "POST", body }).catch(() => null);
      if (!answer?.ok) return;
      const { mine, name, minutes } = await answer.json();
      this.form.querySelectorAll("[data-held], [name=over]").forEach((each) => (each.hidden = mine));
      const bdi = this.held.querySelector("bdi");
      if (mine || !bdi) return;
      bdi.textContent = name;
      const last = this.held.lastChild;
      if (bdi !== last) last.textContent = last.textContent.replace(/\d+/, minutes);
    }

    leave() {
      const body = new FormData(this.form);
      body.append("let_go", "yes");
      navigator.sendBeacon(this.form.action, body);
    }
  },
);
