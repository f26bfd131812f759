/**
 * Offer every choice of a list's filters, and how many records stand behind it, once the page is
 * there: it came with none but the chosen ones. Without them there is the way of pages without
 * scripts.
 */
export async function offerChoices(page) {
  for (const form of page.querySelectorAll("form[data-choices]")) {
    const offered = await fetchChoices(form.dataset.choices);
    if (offered) fill(form, offered);
    else showWayWithout(form);
  }
}

async function fetchChoices(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function fill(form, offered) {
  for (const [name, choices] of Object.entries(offered)) {
    const select = form.elements[name];
    const chosen = select.value;
    const anything = select.options[0];
    const options = choices.map(({ value, label, count }) => new Option(count ? `${label} (${count})` : label, value));
    select.replaceChildren(anything, ...options);
    select.value = chosen;
  }
}

function showWayWithout(form) {
  const way = form.querySelector("noscript");
  way.insertAdjacentHTML("afterend", way.textContent);
}
