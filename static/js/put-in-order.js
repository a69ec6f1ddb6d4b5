/* <put-in-order>: chapters, blocks and pictures are put in order by drag (Sortable, when
   it is there), by the arrow keys on a handle, and by the buttons that work without. */
const PARTS = "[data-section], [data-block], [data-placement]";

class PutInOrder extends HTMLElement {
  connectedCallback() {
    this.said = this.querySelector("[data-said]");
    this.querySelectorAll(".handle").forEach((handle) => {
      handle.hidden = false;
    });
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("submit", (event) => this.onStep(event));
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.takeUp());
    } else this.takeUp();
  }

  takeUp() {
    const Sortable = window.Sortable;
    if (!Sortable) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const common = {
      animation: still ? 0 : 150,
      ghostClass: "held",
      onStart: () => { this.before = this.order(); },
    };
    const lists = [
      ["[data-sections]", "[data-handle=section]", "sections"],
      ["[data-blocks]", "[data-handle=block]", "blocks"],
    ];
    for (const [list, handle, group] of lists) {
      this.querySelectorAll(list).forEach((each) => {
        new Sortable(each, {
          ...common,
          group,
          handle,
          onEnd: ({ item }) => this.order() !== this.before && this.keep(item),
        });
      });
    }
  }

  onKey(event) {
    const handle = event.target.closest(".handle");
    const steps = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!handle || !steps) return;
    event.preventDefault();
    this.step(handle.closest(PARTS), steps, handle);
  }

  onStep(event) {
    const button = event.submitter;
    if (!button?.dataset.step) return;
    event.preventDefault();
    this.step(button.closest(PARTS), Number(button.dataset.step), button);
  }

  step(part, steps, hand) {
    if (this.busy || !this.shift(part, steps)) return;
    hand.focus();
    this.number();
    if (part.dataset.placement) this.keepPlacement(part, steps);
    else this.keep(part);
  }

  /* One place on; a block at the edge of its chapter goes on into the next one. */
  shift(part, steps) {
    const next = steps < 0 ? part.previousElementSibling : part.nextElementSibling;
    if (next) {
      if (steps < 0) next.before(part);
      else next.after(part);
      return true;
    }
    if (!part.dataset.block) return false;
    const chapter = part.closest("[data-section]");
    const other = steps < 0 ? chapter.previousElementSibling : chapter.nextElementSibling;
    const list = other?.querySelector("[data-blocks]");
    if (!list) return false;
    if (steps < 0) list.append(part);
    else list.prepend(part);
    return true;
  }

  order() {
    return [...this.querySelectorAll("[data-section]")].map((section) => {
      const blocks = [...section.querySelectorAll("[data-block]")];
      return `${section.dataset.section}:${blocks.map((each) => each.dataset.block).join(",")}`;
    }).join(";");
  }

  keep(part) {
    const seen = this.dataset.order;
    this.number();
    return this.send(this.dataset.url, { order: this.order(), seen }, part);
  }

  keepPlacement(part, steps) {
    return this.send(part.querySelector(".steps").action, { steps }, part);
  }

  async send(url, words, part) {
    const token = this.querySelector("[name=csrfmiddlewaretoken]").value;
    this.busy = true;
    try {
      const answer = await fetch(url, {
        method: "POST",
        body: new URLSearchParams({ ...words, csrfmiddlewaretoken: token }),
        headers: { Accept: "application/json" },
      });
      if (answer.status === 409) return this.say(this.dataset.conflict, "unsaved");
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const facts = await answer.json();
      this.dataset.order = facts.order;
      const standing = document.getElementById("standing");
      if (standing) standing.innerHTML = facts.standing;
      this.announce(part);
    } catch {
      this.say(this.dataset.failed, "unsaved");
    } finally {
      this.busy = false;
    }
  }

  announce(part) {
    const siblings = [...part.parentElement.children];
    this.say(this.dataset.moved
      .replace("%(name)s", part.dataset.name)
      .replace("%(place)s", siblings.indexOf(part) + 1)
      .replace("%(all)s", siblings.length), "saved");
  }

  say(words, state) {
    this.said.className = `bench-said ${state}`;
    this.said.textContent = words;
  }

  /* Numbers of chapters follow the order they now stand in. */
  number() {
    this.querySelectorAll("[data-section] .bench-no").forEach((each, index) => {
      each.textContent = index + 1;
    });
  }
}

customElements.define("put-in-order", PutInOrder);
