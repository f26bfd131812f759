// Watches where Tab goes: what it has still to reach, and what is wrong with where it has been.
() => {
  const INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const ELSEWHERE = ".map, .timeline"; // drawn by place and from the right, not line by line
  const START = document.querySelector(".skip");
  for (const folded of document.querySelectorAll("main details, footer details")) folded.open = true;
  const left = new Set(
    [...document.querySelectorAll(INTERACTIVE)].filter((one) => one.checkVisibility() && !one.disabled && !isOther(one)),
  );
  const wrong = [];
  let before = null;
  document.addEventListener("focusin", ({ target }) => {
    if (!left.size) return;
    left.delete(target);
    if (!isSeen(target)) wrong.push(["shows no focus", target.outerHTML]);
    if (isCovered(target)) wrong.push(["is covered", target.outerHTML]);
    const place = placeOf(target);
    if (before && isBackwards(before, place) && !target.closest(ELSEWHERE)) wrong.push(["comes late", target.outerHTML]);
    before = place;
  });
  // From the page's beginning, wherever the focus was put at first.
  START.focus();
  window.tabbed = {
    count: () => left.size,
    wrong: () => [...wrong, ...[...left].map((one) => ["is not reached", one.outerHTML])],
  };

  // Of radio buttons of one name Tab reaches one; arrows go on from there.
  function isOther(one) {
    const ofItsName = (each) => each.name === one.name && each.form === one.form;
    return one.type === "radio" && [...document.querySelectorAll("[type=radio]")].find(ofItsName) !== one;
  }

  // A country of the map is outlined by its stroke.
  function isSeen(one) {
    if (one.matches("svg a")) return getComputedStyle(one.querySelector("path")).strokeWidth === "1.5px";
    return getComputedStyle(one).outlineStyle !== "none";
  }

  // Whether something else is painted over what one sees of it.
  function isCovered(one) {
    if (one.matches("svg a")) return false;
    const { left, right, top, bottom } = one.getClientRects()[0];
    const middle = (start, end, size) => (Math.max(start, 0) + Math.min(end, size)) / 2;
    const found = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    return !(one.contains(found) || found?.contains(one));
  }

  function placeOf(one) {
    const { top, bottom, left, right } = one.getClientRects()[0];
    return { top: top + scrollY, bottom: bottom + scrollY, left, right };
  }

  // Reading goes on to the right in a line, then to the next line, or to the top of the next column.
  function isBackwards(from, to) {
    const middle = (to.top + to.bottom) / 2;
    if (middle < from.top) return to.left < from.right - 1;
    return middle < from.bottom && to.right <= from.left + 1;
  }
}
