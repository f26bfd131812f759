/** Close the menu of whoever has signed in by Escape, and when one goes on elsewhere. */
export function tendMenu(page) {
  const menu = page.querySelector(".site-person details");
  if (!menu) return;
  const closeUnlessWithin = (place) => {
    if (place && !menu.contains(place)) menu.open = false;
  };
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => closeUnlessWithin(relatedTarget));
  page.addEventListener("pointerdown", ({ target }) => closeUnlessWithin(target));
}
