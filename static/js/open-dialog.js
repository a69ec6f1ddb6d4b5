// <open-dialog for="id"> around a link to a page that asks: ask in a dialog instead.
customElements.define(
  "open-dialog",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", (event) => {
        const dialog = document.getElementById(this.getAttribute("for"));
        if (!dialog?.showModal || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        dialog.showModal();
      });
    }
  },
);
