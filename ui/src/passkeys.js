/** Offer passkeys where the browser knows them, and have it make or use one when a form is sent. */
export function offerPasskeys(page) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  for (const offer of page.querySelectorAll("[data-passkeys]")) offer.hidden = false;
  for (const form of page.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
}

/** Send a form with what a passkey answers; where none does, say so. */
async function send(form) {
  const problem = form.querySelector("[role=alert]");
  problem.hidden = true;
  try {
    form.elements.answer.value = JSON.stringify(await ask(form.dataset.passkey, await options(form)));
    form.submit();
  } catch {
    problem.hidden = false;
  }
}

function ask(what, options) {
  return what === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

/** Return what a passkey is to do: it stands on the page, or is fetched when it is wanted. */
async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsAt, { method: "POST", body: new FormData(form) });
  return answer.json();
}
