// <picture-picker> around the file fields: previews at once, a word about each picture on
// its way, and kind questions. <file-sender> carries them; what it cannot, the form does.
const LOOKED_AT = 256; // pixels along the longer side, to see whether a picture is blurred
const BLURRED = 40; // variance of the Laplacian, of 0–255 greys

customElements.define(
  "picture-picker",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.inputs = [...this.querySelectorAll('input[type="file"]')];
      this.tilesList = this.querySelector("[data-tiles]");
      this.problem = this.querySelector("[data-problem]");
      this.most = Number(this.dataset.most);
      this.tiles = new Map();
      this.classList.add("scripted");
      for (const input of this.inputs) input.addEventListener("change", () => this.take(input));
      for (const name of ["file-progress", "file-received", "file-refused", "file-waiting"]) {
        document.addEventListener(name, (event) => this.hear(name, event.detail));
      }
      this.form.addEventListener("submit", () => this.carry());
      this.showButton();
      customElements.whenDefined("file-sender").then(() => this.restore());
    }

    get sender() {
      return document.querySelector("file-sender");
    }

    // On a family's own page: what is chosen is given, and the button is for the rest.
    get givesAtOnce() {
      return "sendsAtOnce" in this.dataset;
    }

    showButton() {
      const button = this.form.querySelector("[data-send-rest]");
      if (button) button.hidden = ![...this.tiles.values()].some((each) => each.isForForm);
    }

    // What the archive has said it has, and no tile shows.
    get listed() {
      return [...this.querySelectorAll(".kept-line")];
    }

    get room() {
      return this.most - this.tiles.size - this.listed.length;
    }

    async restore() {
      await this.sender.ready;
      for (const each of this.sender.list("picture")) this.add(each.id, each);
      const shown = new Set(this.sender.list("picture").map((each) => each.token));
      for (const line of this.listed) if (shown.has(line.dataset.upload)) line.remove();
      const kept = this.querySelector(".kept");
      if (kept && !this.listed.length) kept.remove();
      for (const input of this.inputs) if (input.files.length) this.take(input);
    }

    // What was chosen before all was fetched lies in the field, and is taken up then.
    take(input) {
      if (!this.sender?.send) return;
      const files = [...input.files];
      input.value = "";
      this.complain(files.length > this.room ? this.dataset.tooMany : "");
      for (const file of files.slice(0, Math.max(this.room, 0))) {
        const id = this.sender.send(file, { purpose: "picture" });
        this.add(id, { name: file.name, blob: file, state: "waiting" });
      }
    }

    add(id, { name, blob, state, token }) {
      const tile = this.querySelector("template").content.firstElementChild.cloneNode(true);
      this.tiles.set(id, { tile, blob, name });
      if (token) tile.dataset.upload = token;
      const said = tile.querySelector(".tile-name");
      said.firstElementChild.textContent = name;
      const image = tile.querySelector("img");
      image.alt = `${this.dataset.yourPicture} ${this.tiles.size}`;
      image.addEventListener("error", () => {
        image.parentElement.hidden = true;
        said.hidden = false;
      });
      image.addEventListener("load", () => this.lookAt(image, tile), { once: true });
      image.src = URL.createObjectURL(blob ?? new Blob([]));
      tile.querySelector("[data-remove]").addEventListener("click", () => this.remove(id));
      this.mark(id, state === "received" ? this.dataset.received : "");
      this.tilesList.append(tile);
      this.tilesList.hidden = false;
    }

    remove(id) {
      this.sender.remove(id);
      this.drop(id);
      this.complain("");
      this.inputs[1].focus();
    }

    drop(id) {
      this.tiles.get(id)?.tile.remove();
      this.tiles.delete(id);
      this.tilesList.hidden = !this.tiles.size;
    }

    hear(name, detail) {
      this.querySelector("[data-safe]").hidden = !this.sender.pending().length;
      const id = detail.purpose === "preview" ? detail.of : detail.id;
      const known = this.tiles.get(id);
      if (!known) return;
      if (detail.token) known.tile.dataset.upload = detail.token;
      if (detail.isKnown) known.tile.querySelector("[data-known]").hidden = false;
      if (name === "file-progress") this.mark(id, this.progress(id, detail));
      if (name === "file-waiting" && detail.sentence) this.mark(id, detail.sentence);
      if (name === "file-received" && this.givesAtOnce) known.tile.querySelector("[data-remove]").hidden = true;
      if (name === "file-received") this.mark(id, detail.purpose === "preview" ? this.dataset.follows : this.dataset.received);
      if (name === "file-refused") this.refused(id, detail);
    }

    // Without a sentence of ours something else stood in the way: let the form carry it.
    refused(id, { sentence }) {
      const known = this.tiles.get(id);
      if (sentence) {
        this.drop(id);
        this.complain(sentence);
      } else known.isForForm = true;
      this.showButton();
    }

    progress(id, detail) {
      const words = detail.purpose === "preview" ? this.dataset.sending : this.dataset.sendingLarge;
      const said = { number: [...this.tiles.keys()].indexOf(id) + 1, count: this.tiles.size, percent: detail.percent };
      return words.replace(/%\((\w+)\)s|%%/g, (_, name) => (name ? said[name] : "%"));
    }

    carry() {
      const files = new DataTransfer();
      for (const each of this.tiles.values()) if (each.isForForm) files.items.add(new File([each.blob], each.name));
      this.inputs[1].files = files.files;
    }

    mark(id, words) {
      const state = this.tiles.get(id).tile.querySelector("[data-state]");
      if (state.textContent !== words) state.textContent = words;
    }

    complain(sentence) {
      this.problem.textContent = sentence;
      this.problem.hidden = !sentence;
    }

    // Few edges anywhere: perhaps blurred. Only a hint; nothing is refused for it.
    lookAt(image, tile) {
      const scale = LOOKED_AT / Math.max(image.naturalWidth, image.naturalHeight);
      if (!(scale < 1)) return;
      const canvas = document.createElement("canvas");
      const width = (canvas.width = Math.max(3, Math.round(image.naturalWidth * scale)));
      const height = (canvas.height = Math.max(3, Math.round(image.naturalHeight * scale)));
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0, width, height);
      if (this.sharpness(pen.getImageData(0, 0, width, height)) < BLURRED) tile.querySelector("[data-blurred]").hidden = false;
    }

    sharpness({ data, width, height }) {
      const grey = (x, y) => data[(y * width + x) * 4 + 1];
      let sum = 0;
      let squares = 0;
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < width - 1; x++) {
          const edge = grey(x - 1, y) + grey(x + 1, y) + grey(x, y - 1) + grey(x, y + 1) - 4 * grey(x, y);
          sum += edge;
          squares += edge * edge;
        }
      }
      const count = (width - 2) * (height - 2);
      return squares / count - (sum / count) ** 2;
    }
  },
);
