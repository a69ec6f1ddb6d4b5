/* <share-links>: adds “copy” and the phone's own sharing to plain links.
   The card is fetched when the button is first touched or focused, because a share
   must begin inside the click. */
class ShareLinks extends HTMLElement {
  connectedCallback() {
    this.copy = this.querySelector("[data-copy]");
    this.share = this.querySelector("[data-share]");
    if (this.copy && navigator.clipboard) this.offer(this.copy, (event) => this.copyLink(event));
    if (this.share && navigator.share) {
      this.offer(this.share, (event) => this.shareAll(event));
      for (const kind of ["pointerenter", "touchstart", "focus"]) {
        this.share.addEventListener(kind, () => this.fetchCard(), { once: true, passive: true });
      }
    }
  }

  offer(link, deed) {
    link.closest("[data-when-scripted]").hidden = false;
    link.addEventListener("click", deed);
  }

  async copyLink(event) {
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(this.dataset.url);
      this.say(this.dataset.copied);
    } catch {
      this.say(this.dataset.url);
    }
  }

  async fetchCard() {
    if (!this.dataset.image) return;
    const answer = await fetch(this.dataset.image).catch(() => null);
    if (!answer?.ok) return;
    this.card = new File([await answer.blob()], "ankomst.jpg", { type: "image/jpeg" });
  }

  async shareAll(event) {
    event.preventDefault();
    const words = { title: this.dataset.title, url: this.dataset.url };
    const withCard = { ...words, files: [this.card] };
    const chosen = this.card && navigator.canShare?.(withCard) ? withCard : words;
    await navigator.share(chosen).catch(() => {});
  }

  say(words) {
    this.status ??= this.appendChild(Object.assign(document.createElement("p"), { className: "small" }));
    this.status.setAttribute("role", "status");
    this.status.textContent = words;
  }
}
customElements.define("share-links", ShareLinks);
