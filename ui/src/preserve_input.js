/** Keep what is typed into a form while the answer to one of its buttons is on its way. */
export function keepTyped(page) {
  let sent = new Map();
  let typed = [];
  page.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (!detail.target.matches(".record-form")) return;
    sent = new Map(fieldsOf(detail.target).map(({ name, value }) => [name, value]));
  });
  page.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!detail.target.matches(".record-form")) return;
    typed = fieldsOf(detail.target)
      .filter(({ name, value }) => sent.get(name) !== value)
      .map((field) => [placeOf(field), field.value]);
  });
  page.addEventListener("htmx:afterSwap", ({ detail }) => {
    const form = page.getElementById(detail.target.id);
    for (const [place, value] of typed.splice(0)) {
      const field = form && fieldAt(form, place);
      if (field) field.value = value;
    }
  });
}

/** The fields of a form that people fill. */
function fieldsOf(form) {
  const own = /^$|^(csrf_token|version)$|-(key|conflict)$/;
  const others = ["radio", "checkbox", "submit", "button"];
  return [...form.elements].filter(({ name, type }) => name !== undefined && !own.test(name) && !others.includes(type));
}

/** Where a field stands: in the row with a key, whatever the row's number, and its name there. */
function placeOf(field) {
  const key = field.closest(".row")?.querySelector(":scope > [name$='-key']");
  const start = key ? key.name.slice(0, -"key".length) : "";
  return { key: key?.value, name: field.name.slice(start.length) };
}

function fieldAt(form, { key, name }) {
  const keys = [...form.querySelectorAll(".row > [name$='-key']")];
  const start = key === undefined ? "" : keys.find(({ value }) => value === key)?.name.slice(0, -"key".length);
  return start === undefined ? null : form.querySelector(`[name="${CSS.escape(`${start}${name}`)}"]`);
}
