const PAUSE = 1000; // milliseconds between two looks whether others still save
const LOOKS = 60; // after which somebody is to decide
const TRIES = 15; // of sending a form again that others keep overtaking

/**
 * Have a form of a record be saved once, and only when somebody means to: by its button or by
 * Ctrl+Enter, not by Enter in a field. One that waits for others is sent again by itself.
 */
export function saveOnce(page) {
  page.addEventListener("keydown", (event) => {
    const form = event.target.closest?.(".record-form");
    if (event.key !== "Enter" || !form || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      send(form);
    } else if (event.target.matches("input:not([type=file])") && !form.matches(":has([name^='sign-in-'])")) {
      event.preventDefault();
    }
  });
  page.addEventListener("submit", refuseSecond, true);
  page.addEventListener("htmx:afterRequest", ({ target }) => {
    delete target.closest?.("form")?.dataset.sent;
  });
  addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
  page.addEventListener("htmx:afterSwap", () => waitForOthers(page));
  waitForOthers(page);
}

function send(form) {
  const button = form.querySelector("button[data-saves]");
  if (button && !button.disabled) form.requestSubmit(button);
}

/** Stop a form that is on its way already, before anything else hears of it. */
function refuseSecond(event) {
  const form = event.target;
  if (!form.matches(".record-form")) return;
  if ("sent" in form.dataset) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else {
    form.dataset.sent = "";
  }
}

function waitForOthers(page) {
  for (const told of page.querySelectorAll(".waiting:not([data-waits])")) {
    told.dataset.waits = "";
    wait(told);
  }
}

/** Look until nobody else saves, then send the form as it stands by then. */
async function wait(told) {
  const { form } = told.nextElementSibling;
  const tries = form.elements.tries;
  if (Number(tries.value) >= TRIES) return;
  const asks = told.textContent;
  told.textContent = told.dataset.trying;
  for (let look = 0; look < LOOKS && told.isConnected; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (told.isConnected && !(await isWriting(told.dataset.asks))) {
      tries.value = Number(tries.value) + 1;
      return send(form);
    }
  }
  told.textContent = asks;
}

async function isWriting(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? (await answer.json()).writing : true;
}
