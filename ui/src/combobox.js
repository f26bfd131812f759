import { createInPlace } from "./create_in_place.js";

const PAUSE = 150; // milliseconds without a key before the server is asked

/** Offer records beneath a field while one types their names; the field works without, too. */
export function completeNames(root) {
  for (const input of root.querySelectorAll("input[data-choose]")) {
    if (!input.hasAttribute("role")) new Combobox(input);
  }
}

/** A text field with a list, after the ARIA pattern: arrows move, Enter takes, Escape closes. */
class Combobox {
  constructor(input) {
    this.input = input;
    this.name = input.name.replace(/-text$/, "");
    this.token = input.parentElement.querySelector(`input[type="hidden"][name="${CSS.escape(this.name)}"]`);
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-list`;
    this.list.className = "choices";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
    input.after(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    this.close();
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    this.list.addEventListener("click", ({ target }) => this.take(target.closest("li")));
  }

  ask() {
    if (this.token) this.token.value = ""; // the text stands for something else now
    clearTimeout(this.timer);
    this.asked = this.input.value.trim();
    this.takes = false;
    this.timer = setTimeout(() => this.fetch(), PAUSE);
  }

  async fetch() {
    const text = this.input.value.trim();
    if (!text) return this.close();
    const answer = await fetch(`${this.input.dataset.choose}?${new URLSearchParams({ q: text })}`);
    if (!answer.ok || this.input.value.trim() !== text || document.activeElement !== this.input) return;
    const choices = await answer.json();
    this.asked = null;
    this.show(choices);
    const first = this.list.querySelector("[data-value]");
    if (this.takes && first) this.take(first);
    this.takes = false;
  }

  show(choices) {
    this.list.replaceChildren(...choices.map((choice, number) => this.option(choice, number)));
    this.list.hidden = !choices.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark(null);
  }

  option({ value, name, detail, create }, number) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${number}`;
    if (create) item.dataset.create = create;
    else Object.assign(item.dataset, { value, name });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = name;
    if (detail) {
      const beside = document.createElement("span");
      beside.className = "detail";
      beside.textContent = ` ${detail}`;
      item.append(beside);
    }
    return item;
  }

  press(event) {
    const items = [...this.list.children];
    const place = items.indexOf(this.marked);
    if (event.key === "Enter" && this.asked && !this.marked) {
      this.takes = true; // the first of what comes, when it has come
    } else if (this.list.hidden) {
      if (event.key === "ArrowDown" && this.input.value) this.fetch();
    } else if (event.key === "ArrowDown") {
      this.mark(items[(place + 1) % items.length]);
    } else if (event.key === "ArrowUp") {
      this.mark(items.at(place > 0 ? place - 1 : -1));
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      this.take(this.marked ?? items[0]);
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return;
    }
    if (["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) {
      if (event.key !== "Enter" || items.length) event.preventDefault();
    }
  }

  mark(item) {
    this.marked?.setAttribute("aria-selected", "false");
    this.marked = item;
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  take(item) {
    if (!item) return;
    const { create, value, name } = item.dataset;
    this.close();
    if (create) this.create(create);
    else this.choose(value, name);
  }

  async create(address) {
    const made = await createInPlace(`${address}&${new URLSearchParams({ for: this.input.id })}`);
    if (made) this.choose(made.value, made.name);
    this.input.focus();
  }

  choose(value, name) {
    this.input.value = name;
    this.token ??= this.replaceMeant();
    this.token.value = value;
  }

  /** Put a token where the server asked which of several records is meant. */
  replaceMeant() {
    const token = document.createElement("input");
    token.type = "hidden";
    token.name = this.name;
    this.input.parentElement.querySelector(".meant").replaceWith(token);
    return token;
  }

  close() {
    clearTimeout(this.timer);
    this.asked = null;
    this.takes = false;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.mark(null);
    this.input.setAttribute("aria-expanded", "false");
  }
}
