// How each text of a page looks: whatever the contrast of its colours follows from, each look once.
() => {
  const behind = new Map();
  const looks = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() && one.checkVisibility()) looks.add(lookOf(one));
  }
  for (const field of document.querySelectorAll("input, select, textarea")) {
    if (field.checkVisibility()) looks.add(lookOf(field));
  }
  return [...looks];

  function lookOf(one) {
    const style = getComputedStyle(one);
    const around = one.parentElement && getComputedStyle(one.parentElement);
    return [
      ...[style.color, style.fill, style.fontSize, style.fontWeight, style.textShadow],
      // What tells a link from the words around it.
      ...[one.tagName, style.textDecorationLine, style.borderBottom, around?.color, around?.fontWeight],
      backgroundOf(one),
    ].join("|");
  }

  // What is painted behind an element, by it and by those around it, and how much of it shows through.
  function backgroundOf(one) {
    if (!one) return "";
    if (!behind.has(one)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(one);
      behind.set(one, `${backgroundColor} ${backgroundImage} ${opacity} ${filter}/${backgroundOf(one.parentElement)}`);
    }
    return behind.get(one);
  }
}
