/** Keep a form where one of its buttons is answered by no form, or not at all, and say so in it. */
export function keepForms(page) {
  page.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { target, xhr } = detail;
    if (xhr.status < 400 || !target.matches(".record-form")) return;
    const answer = new DOMParser().parseFromString(xhr.responseText, "text/html");
    if (answer.querySelector(".record-form")) return;
    detail.shouldSwap = false;
    const words = [...answer.querySelectorAll(".apology h1, .apology h1 + p")];
    say(target, words.map(({ textContent }) => textContent.trim()).join(". "));
  });
  page.addEventListener("htmx:sendError", ({ detail: { target } }) => {
    if (target.matches(".record-form")) say(target, "");
  });
}

function say(form, words) {
  const said = form.querySelector(".failure") ?? document.createElement("p");
  said.className = "notice failure";
  said.setAttribute("role", "alert");
  (form.querySelector(".save-bar") ?? form).prepend(said);
  said.textContent = words || form.dataset.unanswered;
}
