// <file-sender> sends what a family chose or recorded, in pieces, and goes on at the byte:
// after a tunnel, a reload, or a week. What is chosen is kept in the phone at once.
//
//   send(blob, {purpose, name, of, language, prompt}) → id
//   open({purpose, name, language, prompt}) → {id, append(blob), close()} for a recording
//   remove(id) · pending() · list(purpose) · held() · release() · settled() · ready
//
// It tells with bubbling events: file-progress, file-received, file-refused, file-waiting,
// each with {id, purpose, name, sent, size, percent, sentence}. Before a file goes, it asks
// with file-asks; who prevents that keeps it waiting until release().
const PIECE = 512 * 1024;
const SMALLEST_PIECE = 64 * 1024;
const LIVE_PIECE = 64 * 1024; // of a recording that is still being made
const LONGEST_WAIT = 60;
const DAYS = 60;
const MOST_RESTARTS = 3;
const HASHABLE = 64 * 1024 * 1024;
const WORTH_A_PREVIEW = 600 * 1024;
const PREVIEW_SIDE = 2048;
const RANKS = ["removing", "preview", "voice", "slip", "keepsake", "film", "picture"];
const TUS = { "Tus-Resumable": "1.0.0" };

const hex = (bytes) => [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, "0")).join("");
const newId = () => hex(crypto.getRandomValues(new Uint8Array(16)));
const base64 = (words) => btoa(String.fromCharCode(...new TextEncoder().encode(words)));
const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

// What the phone keeps. Where it keeps nothing (a private window) the page itself does.
class Drawer {
  constructor() {
    const request = indexedDB.open("ankomst", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files", { keyPath: "id" });
    this.opened = asked(request);
    this.opened.catch(() => {});
  }

  async store(mode) {
    return (await this.opened).transaction("files", mode).objectStore("files");
  }

  async all() {
    return asked((await this.store("readonly")).getAll());
  }

  async get(id) {
    return asked((await this.store("readonly")).get(id));
  }

  async put(item) {
    return asked((await this.store("readwrite")).put(item));
  }

  async drop(id) {
    return asked((await this.store("readwrite")).delete(id));
  }
}

// What tus-js-client reads from: a whole file, or a recording that still grows.
class Source {
  constructor(item, onDry) {
    this.item = item;
    this.onDry = onDry;
    this.size = item.isOpen ? null : item.blob.size;
  }

  slice(start, end) {
    const { blob, isOpen } = this.item;
    if (isOpen && blob.size <= start) return new Promise(() => this.onDry());
    const value = blob.slice(start, Math.min(end, blob.size));
    return Promise.resolve({ value: value.size ? value : null, done: !isOpen && end >= blob.size });
  }

  close() {}
}

customElements.define(
  "file-sender",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.items = new Map();
      this.tries = 0;
      this.drawer = this.openDrawer();
      this.ready = this.restore();
      this.form?.addEventListener("submit", (event) => this.hold(event));
      window.addEventListener("online", () => this.hurry());
      document.addEventListener("visibilitychange", () => this.hurry());
    }

    openDrawer() {
      try {
        return new Drawer();
      } catch {
        return null;
      }
    }

    // The page's own draft, or a contribution that has been sent.
    get key() {
      return this.form?.elements.key?.value ?? this.dataset.key ?? "";
    }

    get places() {
      return [this.key, this.dataset.token, this.dataset.key].filter(Boolean);
    }

    async restore() {
      const before = Date.now() - DAYS * 86400000;
      for (const item of await this.kept()) {
        if (item.at < before) await this.drawer.drop(item.id).catch(() => {});
        else if (this.places.includes(item.place)) await this.takeUp(item);
      }
      this.work();
    }

    async kept() {
      try {
        const kept = await this.drawer.all();
        return kept.sort((one, other) => one.at - other.at || one.number - other.number);
      } catch {
        return [];
      }
    }

    // A recording that was cut off by leaving the page ends where it was cut.
    async takeUp(item) {
      if (this.dataset.token && item.state === "received") return this.forget(item);
      item.isOpen = false;
      item.isHeld = false;
      this.items.set(item.id, item);
      this.askFirst(item);
      if (item.state === "received") this.tell("file-received", item);
    }

    send(blob, { purpose, name = "", of = "", language = "", prompt = "" }) {
      const item = this.add({ purpose, name: name || blob.name || "", of, language, prompt, blob });
      item.prepared = this.prepare(item).then(() => (item.isPrepared = true));
      this.askFirst(item);
      this.keep(item);
      this.work();
      return item.id;
    }

    open({ purpose, name = "", language = "", prompt = "" }) {
      const item = this.add({ purpose, name, of: "", language, prompt, blob: new Blob([]), isOpen: true });
      const grow = (blob) => {
        item.blob = new Blob([item.blob, blob], { type: blob.type });
        this.keep(item);
        this.work();
      };
      return { id: item.id, append: grow, close: () => this.close(item) };
    }

    close(item) {
      item.isOpen = false;
      this.keep(item);
      this.work();
    }

    add(facts) {
      const number = this.items.size;
      const item = { id: newId(), place: this.key || this.dataset.token, at: Date.now(), number, state: "waiting", sent: 0, restarts: 0, ...facts };
      this.items.set(item.id, item);
      return item;
    }

    // A picture gets a small one that goes first, and both a fingerprint where there is time.
    async prepare(item) {
      if (item.purpose === "picture") await this.makePreview(item);
      if (!crypto.subtle || item.blob.size > HASHABLE) return;
      try {
        item.sha256 = hex(await crypto.subtle.digest("SHA-256", await item.blob.arrayBuffer()));
      } catch {
        // The house reckons it itself; the phone's word would only have been a help.
      }
    }

    async makePreview(item) {
      if (item.blob.size < WORTH_A_PREVIEW) return;
      const small = await this.shrink(item.blob).catch(() => null);
      if (!small || small.size > item.blob.size * 0.6 || !this.items.has(item.id)) return;
      this.keep(this.add({ purpose: "preview", name: item.name, of: item.id, language: "", prompt: "", blob: small }));
    }

    async shrink(blob) {
      const image = await createImageBitmap(blob, { imageOrientation: "from-image" });
      const scale = Math.min(1, PREVIEW_SIDE / Math.max(image.width, image.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      image.close();
      return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    }

    pending() {
      return [...this.items.values()].filter((item) => item.state === "waiting").map((item) => this.facts(item));
    }

    list(purpose) {
      const alive = [...this.items.values()].filter((item) => item.purpose === purpose && item.state !== "removing");
      return alive.map((item) => ({ ...this.facts(item), blob: item.blob, state: item.state }));
    }

    remove(id) {
      const item = this.items.get(id);
      if (!item) return;
      for (const small of this.items.values()) if (small.of === id) this.forget(small);
      item.state = "removing";
      item.isOpen = false;
      this.running?.item === item && this.running.stop();
      item.blob = null;
      this.keep(item);
      this.work();
    }

    // Whether all is here that has to be: a small picture is enough to begin with.
    isSettled() {
      return [...this.items.values()].every((item) => {
        if (["received", "removing"].includes(item.state)) return true;
        if (item.prepared && !item.isPrepared) return false;
        return item.purpose === "picture" && this.previewOf(item)?.state === "received";
      });
    }

    previewOf(item) {
      return [...this.items.values()].find((each) => each.of === item.id);
    }

    async settled() {
      await this.ready;
      while (!this.isSettled()) {
        this.work();
        await new Promise((done) => this.addEventListener("file-moved", done, { once: true }));
      }
    }

    async hold(event) {
      for (const item of this.items.values()) if (item.isOpen) this.close(item);
      if (this.isSettled()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = event.submitter;
      if (this.holding) return;
      this.holding = true;
      this.isRefused = false;
      button?.setAttribute("aria-busy", "true");
      this.hurry();
      await this.settled();
      this.holding = false;
      button?.removeAttribute("aria-busy");
      this.say("");
      if (!this.isRefused) this.form.requestSubmit(button);
    }

    // Large pictures of which a small one is here can wait; all else is needed before.
    rank(item) {
      if (item.state === "removing") return 0;
      const canWait = item.purpose === "picture" && this.previewOf(item)?.state === "received";
      return canWait ? RANKS.length : RANKS.indexOf(item.purpose);
    }

    next() {
      const ready = [...this.items.values()].filter((item) => this.isReady(item));
      return ready.sort((one, other) => this.rank(one) - this.rank(other) || one.at - other.at || one.number - other.number)[0];
    }

    isReady(item) {
      if (item.state === "removing") return true;
      if (item.state !== "waiting" || item.isHeld) return false;
      return !item.isOpen || item.blob.size - item.sent >= LIVE_PIECE;
    }

    async work() {
      if (this.working || !this.isConnected) return;
      this.working = true;
      const alone = navigator.locks ? (job) => navigator.locks.request("ankomst-sending", job) : (job) => job();
      await alone(async () => {
        for (let item = this.next(); item; item = this.next()) await this.move(item);
      }).catch(() => {});
      this.working = false;
    }

    // One item, one attempt. What comes of it is a word and perhaps a sentence.
    async move(item) {
      if (item.purpose === "picture") await Promise.all([...this.items.values()].map((each) => each.prepared));
      if (this.next() !== item) return; // a small picture is ready now, and goes first
      if (!(await this.isStillOurs(item))) return;
      const outcome = await (item.state === "removing" ? this.terminate(item) : this.push(item));
      this.dispatchEvent(new CustomEvent("file-moved"));
      if (!outcome.again) {
        this.tries = 0;
        return;
      }
      this.tell("file-waiting", item, { sentence: outcome.sentence ?? this.dataset.broken });
      const wait = outcome.after ?? Math.min(2 ** this.tries++, LONGEST_WAIT) * (0.75 + Math.random() / 2);
      await new Promise((done) => {
        this.wake = done;
        setTimeout(done, wait * 1000);
      });
    }

    // Another tab may have sent it, or taken it out, in the meantime.
    async isStillOurs(item) {
      const fresh = await this.drawer?.get(item.id).catch(() => item);
      if (!fresh || fresh.state !== "received" || item.state !== "waiting") {
        if (fresh?.url) item.url = fresh.url;
        return true;
      }
      this.received(Object.assign(item, { state: "received", url: fresh.url }));
      return false;
    }

    async push(item) {
      try {
        await this.client();
        if (item.of && !this.items.get(item.of)?.url) {
          const original = this.items.get(item.of);
          if (!original) return this.forget(item), {};
          const made = await this.create(original);
          if (made) return made;
        }
        const made = item.url ? null : await this.create(item);
        return made ?? (await this.run(item));
      } catch {
        return { again: true };
      }
    }

    // The library is fetched when there is something to send, not before.
    client() {
      this.fetched ??= new Promise((resolve, reject) => {
        if (window.tus) return resolve();
        const script = document.createElement("script");
        Object.assign(script, { src: this.dataset.client, onload: resolve, onerror: reject });
        document.head.append(script);
      });
      this.fetched.catch(() => (this.fetched = null));
      return this.fetched;
    }

    async create(item) {
      const told = {
        filename: item.name,
        purpose: item.purpose,
        language: item.language,
        prompt: item.prompt,
        call: this.dataset.call ?? "",
        sha256: item.sha256 ?? "",
        of: this.tokenOf(this.items.get(item.of)),
        ...(this.dataset.token ? { token: this.dataset.token } : { key: this.key }),
      };
      const metadata = Object.entries(told).filter(([, words]) => words).map(([name, words]) => `${name} ${base64(words)}`);
      const length = item.isOpen ? { "Upload-Defer-Length": "1" } : { "Upload-Length": String(item.blob.size) };
      const answer = await fetch(this.dataset.url, { method: "POST", headers: { ...TUS, ...length, "Upload-Metadata": metadata.join(",") } });
      if (answer.status !== 201) return this.judge(item, answer.status, (name) => answer.headers.get(name), await answer.text());
      item.url = answer.headers.get("Location");
      item.isDeferred = item.isOpen;
      item.isKnown = answer.headers.has("Upload-Known");
      await this.keep(item);
      return null;
    }

    tokenOf(item) {
      return item?.url?.split("/").at(-2) ?? "";
    }

    run(item) {
      return new Promise((resolve) => {
        const upload = new window.tus.Upload(item, {
          uploadUrl: new URL(item.url, location.href).href,
          chunkSize: item.piece ?? PIECE,
          retryDelays: null,
          storeFingerprintForResuming: false,
          fingerprint: () => Promise.resolve(null),
          uploadLengthDeferred: Boolean(item.isDeferred),
          fileReader: { openFile: () => Promise.resolve(new Source(item, stop)) },
          onProgress: (sent) => this.progress(item, sent),
          onChunkComplete: (_size, sent) => {
            item.sent = sent;
            if (this.next() !== item && sent < item.blob?.size) stop(); // something is more urgent
          },
          onSuccess: () => resolve(this.received(item)),
          onError: (error) => resolve(this.fail(item, error)),
        });
        const stop = () => {
          upload.abort();
          resolve({});
        };
        this.running = { item, stop };
        upload.start();
      });
    }

    fail(item, error) {
      const response = error.originalResponse;
      item.piece = Math.max(SMALLEST_PIECE, (item.piece ?? PIECE) / 2);
      if (!response) return { again: true };
      return this.judge(item, response.getStatus(), (name) => response.getHeader(name), response.getBody());
    }

    // What an answer other than yes means: once more, from the beginning, or no.
    judge(item, status, header, body) {
      const isOurs = header("Tus-Resumable") !== null;
      const sentence = isOurs ? body : "";
      if (!item.blob) return {};
      if (isOurs && [404, 460].includes(status) && item.url && item.restarts++ < MOST_RESTARTS) {
        item.url = "";
        return { again: true, after: 0 };
      }
      if (header("Retry-After")) return { again: true, after: Number(header("Retry-After")), sentence };
      if (status >= 500 || (status === 409 && item.url)) return { again: true };
      return this.refused(item, header("Upload-Refused") ?? "", sentence);
    }

    received(item) {
      item.state = "received";
      item.sent = item.blob?.size ?? 0;
      if (item.purpose !== "picture") item.blob = null;
      if (this.dataset.token) this.forget(item);
      else this.keep(item);
      this.tell("file-received", item);
      return {};
    }

    refused(item, why, sentence) {
      item.state = "refused";
      this.isRefused = true;
      const original = this.items.get(item.of);
      this.forget(item);
      if (!original) this.tell("file-refused", item, { why, sentence });
      return {};
    }

    async terminate(item) {
      if (item.url) {
        const answer = await fetch(item.url, { method: "DELETE", headers: TUS }).catch(() => null);
        if (!answer || answer.status >= 500 || answer.status === 423) return { again: true };
      }
      this.forget(item);
      return {};
    }

    forget(item) {
      this.items.delete(item.id);
      return this.drawer?.drop(item.id).catch(() => {});
    }

    keep(item) {
      const { prepared, isPrepared, ...kept } = item;
      return this.drawer?.put(kept).catch(() => {});
    }

    hurry() {
      this.tries = 0;
      this.wake?.();
      this.work();
    }

    // Whoever is around may want to ask before a file goes: it waits for release().
    askFirst(item) {
      if (item.state !== "waiting") return;
      const detail = this.facts(item);
      item.isHeld = !this.dispatchEvent(new CustomEvent("file-asks", { bubbles: true, cancelable: true, detail }));
      if (item.isHeld) this.tell("file-waiting", item, { why: "save-data" });
    }

    held() {
      return [...this.items.values()].filter((item) => item.isHeld).map((item) => this.facts(item));
    }

    release() {
      for (const item of this.items.values()) item.isHeld = false;
      this.work();
    }

    progress(item, sent) {
      item.sent = sent;
      this.tell("file-progress", item);
    }

    facts(item) {
      const size = item.blob?.size ?? item.sent;
      const percent = size ? Math.min(100, Math.round((item.sent / size) * 100)) : 0;
      const { id, purpose, name, of, sent, isKnown = false } = item;
      return { id, purpose, name, of, sent, size, percent, isKnown, token: this.tokenOf(this.items.get(of) ?? item) };
    }

    tell(name, item, more = {}) {
      const detail = { ...this.facts(item), ...more };
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
      this.dispatchEvent(new CustomEvent("file-moved"));
      this.narrate(name, detail);
    }

    // In words, where nobody else says it: on the receipt, and while sending is held. A form
    // that has not been sent never says that one may close.
    narrate(name, detail) {
      const left = this.pending().filter((each) => each.purpose !== "preview");
      if (!left.length) return this.say(name === "file-received" && !this.form ? this.dataset.done ?? "" : "");
      if (name === "file-waiting") return this.say(detail.sentence ?? "");
      const number = Math.max(1, left.findIndex((each) => each.id === detail.id || each.id === detail.of) + 1);
      this.say(this.fill(this.dataset.sending, { number, count: left.length, percent: detail.percent }));
    }

    say(words) {
      const line = this.form?.querySelector("[data-progress]") ?? document.querySelector("[data-sending-words]");
      if (line && line.textContent !== words) line.textContent = words;
    }

    fill(words, values) {
      return (words ?? "").replace(/%\((\w+)\)s|%%/g, (_, name) => (name ? values[name] : "%"));
    }
  },
);
