/* <pass-key data-does="make|use" data-ask="/…/">: a form whose hidden field `credential`
   is filled by the browser's own passkeys. Where there are none, the form stays as it is:
   the code by mail is always there. */
const fromText = (text) => {
  const sixFour = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(sixFour), (sign) => sign.charCodeAt(0));
};

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const known = (keys) => (keys || []).map((key) => ({ ...key, id: fromText(key.id) }));

const said = (credential) => {
  const answer = credential.response;
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (answer[part]) response[part] = toText(answer[part]);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
};

customElements.define("pass-key", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.button = this.form.querySelector("button[type=submit]");
    const isAddress = /^[\d.]+$|^\[/.test(location.hostname);
    if (!window.PublicKeyCredential || !window.isSecureContext || isAddress) return;
    this.querySelector("[data-not-here]")?.remove();
    this.querySelector("[data-here]")?.removeAttribute("hidden");
    this.button.hidden = false;
    this.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.run();
    });
  }

  async run() {
    const wrong = this.querySelector("[data-went-wrong]");
    wrong.hidden = true;
    this.button.disabled = true;
    try {
      const credential = await (this.dataset.does === "make" ? this.make() : this.use());
      this.form.elements.credential.value = JSON.stringify(said(credential));
      this.form.submit();
    } catch {
      wrong.hidden = false;
      this.button.disabled = false;
    }
  }

  async make() {
    const token = this.form.elements.csrfmiddlewaretoken.value;
    const answer = await fetch(this.dataset.ask, {
      method: "POST",
      headers: { "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
    });
    const { publicKey } = await answer.json();
    return navigator.credentials.create({
      publicKey: {
        ...publicKey,
        challenge: fromText(publicKey.challenge),
        user: { ...publicKey.user, id: fromText(publicKey.user.id) },
        excludeCredentials: known(publicKey.excludeCredentials),
      },
    });
  }

  async use() {
    const answer = await fetch(this.dataset.ask, {
      headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
    });
    const { publicKey } = (await answer.json()).request_options;
    return navigator.credentials.get({
      publicKey: {
        ...publicKey,
        challenge: fromText(publicKey.challenge),
        allowCredentials: known(publicKey.allowCredentials),
      },
    });
  }
});
