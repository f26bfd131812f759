import htmx from "htmx.org";

/**
 * Open the form of a new record over the page. Return its token and name once it is saved, or null
 * where somebody closes the form instead.
 */
export async function createInPlace(address) {
  const dialog = document.createElement("dialog");
  dialog.className = "in-place";
  document.querySelector("main").append(dialog);
  const whole = { target: dialog, select: ".record-form", swap: "innerHTML" };
  await htmx.ajax("GET", address, whole).catch(() => null);
  const form = dialog.querySelector("form");
  if (form) return show(dialog, form);
  dialog.remove();
  open(address); // where the site asks to sign in first, or what is wrong can be read
  return null;
}

function show(dialog, form) {
  let typed = false;
  let made = null;
  const mayClose = () => !typed || confirm(form.dataset.leaving);
  dialog.setAttribute("aria-labelledby", form.getAttribute("aria-labelledby"));
  dialog.addEventListener("input", () => {
    typed = true;
  });
  dialog.addEventListener("created", ({ detail }) => {
    made = detail;
    dialog.close();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target.matches("[data-close]") && mayClose()) dialog.close();
  });
  dialog.addEventListener("cancel", (event) => {
    if (!mayClose()) event.preventDefault();
  });
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(made);
    });
    dialog.showModal();
  });
}
