// <picture-picker> around the file fields: previews at once, and each picture is sent to
// the archive while the rest is being told. What is not through yet goes with the form.
const LONGEST_WAIT = 60000;

customElements.define(
  "picture-picker",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.inputs = [...this.querySelectorAll('input[type="file"]')];
      this.tiles = this.querySelector("[data-tiles]");
      this.problem = this.querySelector("[data-problem]");
      this.progress = this.form.querySelector("[data-progress]");
      this.most = Number(this.dataset.most);
      this.place = `ankomst:bilag:${this.form.elements.key.value}`;
      this.pictures = [];
      this.left = [];
      this.restore();
      this.classList.add("scripted");
      for (const input of this.inputs) input.addEventListener("change", () => this.take(input));
      this.form.addEventListener("submit", (event) => this.hold(event));
      window.addEventListener("online", () => this.work());
    }

    // What the archive has already said it has: {pk, name}, written by the server.
    get listed() {
      return [...this.querySelectorAll(".kept-line")].map((line) => ({
        pk: Number(line.querySelector("input").value),
        name: line.querySelector("bdi").textContent,
      }));
    }

    get room() {
      return this.most - this.pictures.length - this.listed.length;
    }

    take(input) {
      const files = [...input.files];
      input.value = "";
      this.complain(files.length > this.room ? this.dataset.tooMany : "");
      for (const file of files.slice(0, Math.max(this.room, 0))) this.add({ file, name: file.name });
      this.work();
    }

    add(picture) {
      const tile = this.querySelector("template").content.firstElementChild.cloneNode(true);
      picture.tile = tile;
      this.pictures.push(picture);
      const name = tile.querySelector(".tile-name");
      name.firstElementChild.textContent = picture.name;
      const image = tile.querySelector("img");
      image.alt = `${this.dataset.yourPicture} ${this.pictures.length}`;
      const unseen = () => {
        image.parentElement.hidden = true;
        name.hidden = false;
      };
      image.addEventListener("error", unseen);
      if (picture.file) image.src = URL.createObjectURL(picture.file);
      else unseen();
      tile.querySelector("[data-remove]").addEventListener("click", () => this.remove(picture));
      this.mark(picture);
      this.tiles.append(tile);
      this.tiles.hidden = false;
    }

    remove(picture) {
      picture.gone = true;
      this.pictures = this.pictures.filter((each) => each !== picture);
      picture.tile.remove();
      this.tiles.hidden = !this.pictures.length;
      if (picture.pk) this.leaveOut(picture.pk);
      this.remember();
      this.inputs[1].focus();
    }

    leaveOut(pk) {
      this.left.push(pk);
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "leave_out", value: pk });
      this.append(field);
    }

    async work() {
      if (this.working) return;
      this.working = true;
      let wait = 1000;
      for (let next = this.next(); next; next = this.next()) {
        const ok = await this.send(next);
        if (ok) {
          wait = 1000;
          continue;
        }
        this.say(this.dataset.broken);
        await new Promise((done) => setTimeout(done, wait * (0.75 + Math.random() / 2)));
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
      this.working = false;
      this.say("");
      if (this.held) this.letGo();
    }

    next() {
      return this.pictures.find((each) => !each.pk && !each.isForForm);
    }

    // Resolves to false only when the connection broke and it is worth another try.
    send(picture) {
      const data = new FormData(this.form);
      data.delete("pictures");
      data.append("pictures", picture.file, picture.name);
      data.append("keep", "1");
      const request = new XMLHttpRequest();
      return new Promise((resolve) => {
        request.upload.onprogress = (event) => this.tell(picture, event);
        request.onerror = () => resolve(false);
        request.onload = () => resolve(this.hear(picture, request));
        request.open("POST", location.pathname);
        request.send(data);
      });
    }

    hear(picture, request) {
      let news;
      try {
        news = JSON.parse(request.responseText);
      } catch {
        picture.isForForm = true; // something else answered: let the form carry it
        return true;
      }
      this.form.elements.key.value = news.key;
      if (news.problems.length) this.refuse(picture, news.problems[0]);
      else this.received(picture, news.pictures);
      return true;
    }

    received(picture, pictures) {
      const known = new Set([...this.pictures, ...this.listed].map((each) => each.pk));
      const mine = pictures.find((each) => !known.has(each.pk)) ?? pictures.at(-1);
      if (picture.gone) this.leaveOut(mine.pk);
      else picture.pk = mine.pk;
      this.mark(picture);
      this.remember();
    }

    refuse(picture, sentence) {
      if (!picture.gone) this.remove(picture);
      this.complain(sentence);
    }

    mark(picture) {
      picture.tile.querySelector("[data-state]").textContent = picture.pk ? this.dataset.received : "";
    }

    tell(picture, event) {
      const said = {
        number: this.pictures.indexOf(picture) + 1,
        count: this.pictures.length,
        percent: Math.round((event.loaded / event.total) * 100),
      };
      this.say(this.dataset.sending.replace(/%\((\w+)\)s|%%/g, (_, name) => (name ? said[name] : "%")));
    }

    // Sending waits for the pictures that are on their way; then it is an ordinary form.
    hold(event) {
      if (!this.next() && !this.working) {
        this.carry();
        return;
      }
      event.preventDefault();
      this.held = event.submitter;
      this.held?.setAttribute("aria-busy", "true");
      this.work();
    }

    carry() {
      const files = new DataTransfer();
      for (const each of this.pictures) if (each.isForForm) files.items.add(each.file);
      this.inputs[1].files = files.files;
    }

    letGo() {
      const button = this.held;
      this.held = null;
      button.removeAttribute("aria-busy");
      if (this.problem.hidden) this.form.requestSubmit(button);
      else this.say(this.problem.textContent);
    }

    say(words) {
      this.progress.textContent = words;
      const sending = this.pictures.find((each) => !each.pk);
      if (sending) sending.tile.querySelector("[data-state]").textContent = words;
    }

    complain(sentence) {
      this.problem.textContent = sentence;
      this.problem.hidden = !sentence;
    }

    remember() {
      const pictures = [...this.listed, ...this.pictures.filter((each) => each.pk)];
      const kept = pictures.map(({ pk, name }) => ({ pk, name }));
      try {
        localStorage.setItem(this.place, JSON.stringify({ kept, left: this.left }));
      } catch {
        // The phone keeps nothing; the archive has the pictures all the same.
      }
    }

    restore() {
      if (this.listed.length) {
        this.remember();
        return;
      }
      try {
        const { kept, left } = JSON.parse(localStorage.getItem(this.place));
        for (const picture of kept) this.add(picture);
        for (const pk of left) this.leaveOut(pk);
      } catch {
        // Nothing kept, or nothing that can be read.
      }
    }
  },
);
