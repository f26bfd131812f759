/** Write beside each choice of a filter how many records stand behind it, once the page is there. */
export async function countChoices(page) {
  for (const form of page.querySelectorAll("form[data-counts]")) {
    const answer = await fetch(form.dataset.counts);
    if (!answer.ok) continue; // the choices serve without numbers too
    for (const [name, numbers] of Object.entries(await answer.json())) {
      for (const option of form.elements[name]?.options ?? []) {
        if (option.value in numbers) option.text = `${option.text} (${numbers[option.value]})`;
      }
    }
  }
}
