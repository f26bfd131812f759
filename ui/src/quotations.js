const PAUSE = 120; // milliseconds that a pointer rests on a mark before its source is shown
const GAP = 6; // pixels between a mark and what is shown beneath it

/** Show a mark's source beside it while the mark has the pointer or the focus; Escape hides it. */
export function showQuotations(page) {
  tendMarks(page);
  page.addEventListener("htmx:afterSwap", () => tendMarks(page));
}

/** Tend the marks that are new: those that are tended have no title any more. */
function tendMarks(page) {
  const marks = page.querySelectorAll(".mark > a[href^='#note-'][title]");
  if (!marks.length) return;
  const bubble = page.querySelector("#quotation") ?? newBubble(page);
  let shown = null;
  let timer = 0;
  const later = (act) => {
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };
  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    bubble.hidePopover();
  };
  const show = (mark) => {
    hide();
    fill(bubble, page.querySelector(mark.hash), mark.dataset.records);
    bubble.showPopover();
    place(bubble, mark.getBoundingClientRect());
    mark.setAttribute("aria-describedby", bubble.id);
    shown = mark;
  };

  for (const mark of marks) {
    mark.removeAttribute("title"); // the browser's own hint would cover the source
    mark.addEventListener("pointerenter", () => later(() => show(mark)));
    mark.addEventListener("pointerleave", () => later(hide));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", hide);
    mark.addEventListener("click", hide);
  }
  bubble.addEventListener("pointerenter", () => clearTimeout(timer));
  bubble.addEventListener("pointerleave", () => later(hide));
  page.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  addEventListener("scroll", hide, { passive: true });
}

function newBubble(page) {
  const bubble = page.createElement("div");
  bubble.id = "quotation";
  bubble.className = "quotation";
  bubble.setAttribute("role", "tooltip");
  bubble.popover = "manual";
  page.querySelector("main").append(bubble);
  return bubble;
}

/**
 * Copy a note's words, their translation and their origin; its links stay in the notes. Where a mark
 * is of some records, only the words about these.
 */
function fill(bubble, note, records) {
  const wanted = records?.split(" ");
  const isOfOthers = ({ dataset }) => wanted && dataset.records && !dataset.records.split(" ").some((each) => wanted.includes(each));
  bubble.replaceChildren();
  for (const part of note.querySelectorAll("blockquote, .translation, .document > :is(a:first-child, cite), .origin")) {
    if (isOfOthers(part)) continue;
    const copy = part.cloneNode(true);
    if (copy.matches("a")) {
      const title = document.createElement("cite");
      title.lang = copy.lang;
      title.textContent = copy.textContent;
      bubble.append(title);
    } else {
      bubble.append(copy);
    }
  }
}

/** Put the bubble beneath a mark, or above it where there is more room, within the window. */
function place(bubble, mark) {
  const { innerWidth, innerHeight } = window;
  const { width, height } = bubble.getBoundingClientRect();
  const beneath = mark.bottom + GAP;
  const top = beneath + height <= innerHeight ? beneath : Math.max(GAP, mark.top - GAP - height);
  const left = Math.min(Math.max(GAP, mark.left - 2 * GAP), innerWidth - width - GAP);
  bubble.style.top = `${top}px`;
  bubble.style.left = `${Math.max(GAP, left)}px`;
}
