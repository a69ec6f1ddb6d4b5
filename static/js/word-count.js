/* <word-count for="…">: counts on while somebody writes, in the words it came with. */
class WordCount extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"));
    this.field?.addEventListener("input", () => this.count());
  }

  count() {
    const words = this.field.value.trim();
    const letters = "letters" in this.dataset;
    const count = letters ? [...words].length : words.split(/\s+/).filter(Boolean).length;
    const { good, most } = this.dataset;
    const state = count > Number(most) ? "stop" : count > Number(good) ? "look" : "fine";
    this.className = `limit ${state}`;
    this.textContent = this.dataset[state].replace("{count}", count);
  }
}

customElements.define("word-count", WordCount);
