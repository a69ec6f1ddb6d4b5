// <sign-here> around a canvas: a finger writes a name; "signed" carries it as a PNG.
const INK = "#1B1A17";
const PAPER = "#FFFFFF";

customElements.define(
  "sign-here",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.canvas = this.querySelector("canvas");
      this.pen = this.canvas.getContext("2d");
      this.keepButton = this.querySelector("[data-keep]");
      this.clear();
      this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
      this.canvas.addEventListener("pointermove", (event) => this.draw(event));
      for (const name of ["pointerup", "pointercancel"]) {
        this.canvas.addEventListener(name, () => (this.last = null));
      }
      this.querySelector("[data-clear]").addEventListener("click", () => this.clear());
      this.keepButton.addEventListener("click", () => this.keep());
    }

    at(event) {
      const box = this.canvas.getBoundingClientRect();
      return [
        ((event.clientX - box.left) * this.canvas.width) / box.width,
        ((event.clientY - box.top) * this.canvas.height) / box.height,
      ];
    }

    begin(event) {
      this.canvas.setPointerCapture(event.pointerId);
      this.last = this.at(event);
      this.line(this.last);
    }

    draw(event) {
      if (this.last) this.line(this.at(event));
    }

    line(to) {
      this.pen.beginPath();
      this.pen.moveTo(...this.last);
      this.pen.lineTo(...to);
      this.pen.stroke();
      this.last = to;
      this.keepButton.disabled = false;
    }

    clear() {
      this.pen.fillStyle = PAPER;
      this.pen.fillRect(0, 0, this.canvas.width, this.canvas.height);
      Object.assign(this.pen, { strokeStyle: INK, lineWidth: 5, lineCap: "round", lineJoin: "round" });
      this.keepButton.disabled = true;
    }

    keep() {
      this.keepButton.disabled = true;
      this.canvas.toBlob((png) => {
        const detail = new File([png], "underskrift.png", { type: "image/png" });
        this.dispatchEvent(new CustomEvent("signed", { bubbles: true, detail }));
      }, "image/png");
    }
  },
);
