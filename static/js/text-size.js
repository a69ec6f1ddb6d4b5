// <text-size> around a link: larger letters, remembered on this device. Loaded in the head
// and not as a module, so that no page is first drawn with small ones.
{
  const KEY = "ankomst-text";
  const root = document.documentElement;

  const remembered = () => {
    try {
      return localStorage.getItem(KEY) === "large";
    } catch {
      return false; // the device remembers nothing
    }
  };

  const remember = (large) => {
    try {
      localStorage.setItem(KEY, large ? "large" : "");
    } catch {
      // This page is larger all the same.
    }
  };

  const show = (large) => {
    if (large) root.dataset.text = "large";
    else delete root.dataset.text;
  };

  if (remembered()) show(true);

  customElements.define(
    "text-size",
    class extends HTMLElement {
      connectedCallback() {
        // In the head we are here before our own link is.
        if (document.readyState === "loading") {
          document.addEventListener("DOMContentLoaded", () => this.begin(), { once: true });
        } else this.begin();
      }

      begin() {
        const link = this.querySelector("a");
        if (!link) return;
        const button = document.createElement("button");
        button.type = "button";
        button.className = link.className;
        button.append(...link.childNodes);
        link.replaceWith(button);
        const press = (large) => button.setAttribute("aria-pressed", String(large));
        press(root.dataset.text === "large");
        button.addEventListener("click", () => {
          const large = root.dataset.text !== "large";
          show(large);
          remember(large);
          for (const each of document.querySelectorAll("text-size button")) {
            each.setAttribute("aria-pressed", String(large));
          }
        });
      }
    },
  );
}
