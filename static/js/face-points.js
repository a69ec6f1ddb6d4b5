// <face-points> in the long form: each picture shown large; a tap puts a numbered point on
// a face, and beside it stands who it is. Points are percent of the upright picture, also
// of one that is still only in the phone. There is no recognition: a person says it all.
// What is told is written as JSON into one field, which the form carries like any other.
const UPLOAD = 16; // letters of an upload's name that tell it from every other
const STEP = 1; // percent a point moves at an arrow key; with Shift five times as far
const MIDDLE = 50;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (percent) => Math.round(Math.min(Math.max(percent, 0), 100) * 100) / 100;
const fresh = (picture) => ({ picture, x: null, y: null, name: "", relation: "", living: "unknown", is_teller: false });

customElements.define(
  "face-points",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.store = this.querySelector("[data-people]");
      this.place = this.querySelector("[data-pictures]");
      this.tiles = this.form.querySelector("[data-tiles]");
      this.shown = new Map(); // a tile or a known picture → its part of the page
      this.count = 0;
      this.load();
      this.takeOverRows();
      this.place.hidden = false;
      this.store.addEventListener("input", () => this.refresh());
      const again = new MutationObserver(() => this.refresh());
      again.observe(this.closest(".step"), { attributes: true, attributeFilter: ["hidden"] });
      if (this.tiles) {
        const options = { childList: true, subtree: true, attributes: true, attributeFilter: ["src", "hidden", "data-upload"] };
        new MutationObserver(() => this.draw()).observe(this.tiles, options);
      }
      this.draw();
    }

    load() {
      this.written = this.store.value;
      try {
        const told = JSON.parse(this.store.value || "[]");
        this.people = told.map((each) => ({ ...fresh(""), ...each }));
      } catch {
        this.people = []; // nothing that can be read
      }
    }

    // What somebody wrote in the plain rows before the script came is not lost.
    takeOverRows() {
      const rows = this.querySelector("[data-rows]");
      for (const row of rows.querySelectorAll("[data-row]")) {
        const value = (part) => row.querySelector(`[name$=_${part}]:is([type=text], :checked)`)?.value ?? "";
        const person = { ...fresh(""), name: value("name"), relation: value("relation") };
        if (person.name || person.relation) this.people.push({ ...person, living: value("living") || "unknown" });
      }
      for (const field of rows.querySelectorAll("input")) field.disabled = true;
      rows.hidden = true;
    }

    refresh() {
      if (this.store.value !== this.written) {
        this.load();
        for (const part of this.shown.values()) part.remove();
        this.shown.clear();
      }
      this.draw();
    }

    // Every picture of the contribution as {of, src}, in the order the archive has them.
    get pictures() {
      const lines = [...this.form.querySelectorAll(".kept-line")].filter((line) => !line.querySelector("input").checked);
      const known = lines.map((line) => {
        const pk = line.querySelector("input").value;
        return { of: line, pk, upload: line.dataset.upload, src: this.querySelector(`[data-kept="p${pk}"]`)?.src ?? "" };
      });
      const tiles = [...(this.tiles?.children ?? [])].map((tile) => {
        const image = tile.querySelector("img");
        return { of: tile, upload: tile.dataset.upload, src: (!image?.parentElement.hidden && image?.getAttribute("src")) || "" };
      });
      return [...known, ...tiles];
    }

    draw() {
      const pictures = this.pictures;
      this.bind(pictures);
      for (const [of, part] of this.shown) {
        if (of === this || pictures.some((each) => each.of === of)) continue;
        part.remove();
        this.shown.delete(of);
      }
      pictures.forEach((picture, index) => this.show(picture, index));
      this.showLoose();
      this.save();
    }

    // A person belongs to the picture itself; its name follows when the line changes. A
    // picture that shows itself anew, as a tile in place of a line, keeps its place.
    bind(pictures) {
      pictures.forEach((picture, index) => {
        const names = [picture.pk && `p${picture.pk}`, picture.upload && `u${picture.upload.slice(0, UPLOAD)}`, String(index + 1)];
        picture.names = names.filter(Boolean);
        [picture.name] = picture.names;
      });
      for (const person of this.people) {
        const now = this.pictureOf(person, pictures);
        if (now) Object.assign(person, { of: now.of, at: pictures.indexOf(now), picture: now.name });
        else if (person.of) Object.assign(person, { of: null, picture: "", x: null, y: null });
      }
    }

    pictureOf(person, pictures) {
      if (!person.of) {
        const named = pictures.find((each) => each.names.includes(person.picture));
        return named ?? (person.picture ? null : pictures[0]);
      }
      const same = pictures.find((each) => each.of === person.of);
      const anew = pictures[person.at];
      return same ?? (anew && !this.shown.has(anew.of) ? anew : null);
    }

    show(picture, index) {
      let part = this.shown.get(picture.of);
      if (!part) {
        part = this.copy("picture");
        part.photo = part.querySelector("[data-photo]");
        part.image = part.querySelector("img");
        part.image.addEventListener("click", (event) => this.tap(picture.of, event));
        part.querySelector("[data-add]").addEventListener("click", () => this.add(picture.of, MIDDLE, MIDDLE, "point"));
        this.shown.set(picture.of, part);
        this.place.append(part);
        for (const person of this.people.filter((each) => each.of === picture.of)) this.seat(part, person);
      }
      part.photo.hidden = !picture.src;
      if (picture.src && part.image.getAttribute("src") !== picture.src) part.image.src = picture.src;
      part.image.alt = `${this.dataset.picture} ${index + 1}`;
      part.querySelector("[data-which]").textContent = `${this.dataset.picture} ${index + 1}`;
      this.number(part);
    }

    // Whoever was on a picture that is taken out again is still told of, without a point.
    showLoose() {
      const loose = this.people.filter((each) => !each.of);
      const part = this.shown.get(this) ?? this.copy("picture");
      if (!loose.length) {
        this.shown.delete(this);
        part.remove();
        return;
      }
      part.querySelector("[data-which]").textContent = this.dataset.loose;
      part.querySelector("[data-photo]").hidden = part.querySelector("[data-tap]").hidden = true;
      part.querySelector("[data-add]").hidden = true;
      this.shown.set(this, part);
      this.place.append(part);
      for (const person of loose) if (!part.contains(person.card)) this.seat(part, person);
      this.number(part);
    }

    copy(what) {
      return this.querySelector(`template[data-${what}]`).content.firstElementChild.cloneNode(true);
    }

    tap(of, event) {
      const box = event.currentTarget.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 100;
      const y = ((event.clientY - box.top) / box.height) * 100;
      this.add(of, x, y, "name");
    }

    add(of, x, y, focus) {
      const part = this.shown.get(of);
      const person = { ...fresh(""), of };
      if (!part.photo.hidden) Object.assign(person, { x: within(x), y: within(y) });
      this.people.push(person);
      this.seat(part, person);
      this.draw();
      (focus === "point" && person.point ? person.point : person.card.querySelector("[data-name]")).focus();
    }

    seat(part, person) {
      person.card = this.copy("person");
      person.point = null;
      this.fill(person);
      person.card.addEventListener("input", () => this.hear(person));
      person.card.addEventListener("keydown", (event) => this.enter(event));
      person.card.querySelector("[data-remove]").addEventListener("click", () => this.remove(part, person));
      part.querySelector("[data-cards]").append(person.card);
      if (person.x === null || !part.photo) return; // a picture that is not here yet
      person.point = document.createElement("button");
      Object.assign(person.point, { type: "button", className: "face" });
      person.point.addEventListener("keydown", (event) => this.move(event, part, person));
      person.point.addEventListener("click", () => person.card.querySelector("[data-name]").focus());
      this.followFinger(part, person);
      part.photo.append(person.point);
      this.put(person);
    }

    // The card's own fields belong to no form: the one field with JSON carries them.
    fill(person) {
      const number = (this.count += 1);
      for (const field of person.card.querySelectorAll("input")) {
        field.setAttribute("form", "nowhere");
        if (field.type === "radio") {
          field.name = `face-living-${number}`;
          field.checked = field.value === person.living;
        }
      }
      for (const part of ["name", "relation"]) {
        const field = person.card.querySelector(`[data-${part}]`);
        field.value = person[part];
        field.id = `face-${part}-${number}`;
        person.card.querySelector(`[data-label=${part}]`).htmlFor = field.id;
      }
      person.card.querySelector("[data-teller]").checked = person.is_teller;
      person.card.querySelector("[data-living]").hidden = person.is_teller;
    }

    hear(person) {
      person.name = person.card.querySelector("[data-name]").value;
      person.relation = person.card.querySelector("[data-relation]").value;
      person.living = person.card.querySelector("[data-living] :checked")?.value ?? "unknown";
      person.is_teller = person.card.querySelector("[data-teller]").checked;
      person.card.querySelector("[data-living]").hidden = person.is_teller;
      this.number(this.shown.get(person.of ?? this));
      this.save();
    }

    // Enter in a name goes on to the next field, not to the next step.
    enter(event) {
      if (event.key !== "Enter" || !event.target.matches("[data-name], [data-relation]")) return;
      event.preventDefault();
      event.stopPropagation();
      const fields = [...event.currentTarget.querySelectorAll("input, button")].filter((each) => each.offsetParent);
      fields[fields.indexOf(event.target) + 1]?.focus();
    }

    move(event, part, person) {
      if (["Delete", "Backspace"].includes(event.key)) this.remove(part, person);
      const way = ARROWS[event.key];
      if (!way) return;
      event.preventDefault();
      const far = event.shiftKey ? STEP * 5 : STEP;
      Object.assign(person, { x: within(person.x + way[0] * far), y: within(person.y + way[1] * far) });
      this.put(person);
      this.save();
    }

    followFinger(part, person) {
      const { point } = person;
      let moved = false;
      const follow = (event) => {
        const box = part.image.getBoundingClientRect();
        person.x = within(((event.clientX - box.left) / box.width) * 100);
        person.y = within(((event.clientY - box.top) / box.height) * 100);
        moved = true;
        this.put(person);
      };
      point.addEventListener("pointerdown", (event) => {
        moved = false;
        point.setPointerCapture(event.pointerId);
        point.addEventListener("pointermove", follow);
      });
      point.addEventListener("pointerup", () => {
        point.removeEventListener("pointermove", follow);
        if (moved) this.save();
      });
      point.addEventListener("pointercancel", () => point.removeEventListener("pointermove", follow));
    }

    // Pictures are not mirrored: left is left in every language.
    put(person) {
      person.point.style.left = `${person.x}%`;
      person.point.style.top = `${person.y}%`;
    }

    remove(part, person) {
      this.people = this.people.filter((each) => each !== person);
      person.card.remove();
      person.point?.remove();
      this.number(part);
      this.save();
      part.querySelector("[data-add]").focus();
    }

    number(part) {
      if (!part) return;
      const cards = [...part.querySelector("[data-cards]").children];
      for (const person of this.people) {
        const place = cards.indexOf(person.card) + 1;
        if (!place) continue;
        person.card.querySelector("[data-number]").textContent = place;
        if (!person.point) continue;
        person.point.textContent = place;
        const said = this.dataset.point.replace("%(number)s", place).replace("%(name)s", person.name || person.relation || "–");
        person.point.setAttribute("aria-label", said);
      }
    }

    save() {
      const told = this.people.map(({ picture, x, y, name, relation, living, is_teller }) => {
        return { picture, x, y, name, relation, living, is_teller };
      });
      const text = told.length ? JSON.stringify(told) : "";
      if (text === this.written) return;
      this.written = this.store.value = text;
      this.store.dispatchEvent(new Event("input", { bubbles: true }));
    }
  },
);
