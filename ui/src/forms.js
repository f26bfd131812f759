import { completeNames } from "./combobox.js";

/** Ask before unsaved work is left, keep what is folded open, and complete names while one types. */
export function tendForms(page) {
  let dirty = false;
  let open = [];
  const tend = () => {
    const form = page.getElementById("record-form");
    if (!form) return;
    dirty ||= "unsaved" in form.dataset;
    completeNames(page);
    for (const id of open) page.getElementById(id)?.setAttribute("open", "");
  };

  page.addEventListener("input", ({ target }) => {
    dirty ||= Boolean(target.closest(".record-form"));
  });
  page.addEventListener("submit", ({ target }) => {
    if (target.matches(".record-form:not(dialog *)")) dirty = false;
  });
  page.addEventListener("htmx:beforeSwap", () => {
    open = [...page.querySelectorAll(".evidence[open]")].map(({ id }) => id);
  });
  page.addEventListener("htmx:afterSwap", tend);
  addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
  tend();
}
