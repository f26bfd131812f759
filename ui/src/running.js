const LATE = 400; // milliseconds after which a run is worth a word
const AGAIN = 1000; // milliseconds to the next request to cancel: the last may have come too early

/** Run reports without leaving their page, so that they can be cancelled. */
export function followRuns(page) {
  let run = null;
  let shown = location.pathname + location.search;

  page.addEventListener("htmx:beforeSend", ({ target, detail }) => {
    if (!target.matches("form[data-cancel]")) return;
    run = new Run(target, page.getElementById("run-told"));
    detail.xhr.setRequestHeader("Tracker-Run", run.name);
    shown = detail.pathInfo.finalRequestPath;
    history.pushState(null, "", shown);
  });
  page.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.requestConfig.elt !== run?.form || detail.serverResponse.includes('id="run-told"')) return;
    detail.shouldSwap = false; // no report's page, but one that says what went wrong
    location.reload();
  });
  page.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.requestConfig.elt !== run?.form) return;
    run.end(page.querySelector(".report"));
    run = null;
  });
  page.addEventListener("htmx:sendError", ({ target }) => {
    if (target.matches("form[data-cancel]")) target.submit(); // the browser says what is wrong
  });
  addEventListener("pagehide", () => run?.cancel());
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) location.reload();
  });
}

/** One run: named so that nobody else can cancel it, and said to go on until it ends. */
class Run {
  constructor(form, told) {
    const letters = crypto.getRandomValues(new Uint8Array(16));
    this.name = [...letters].map((each) => each.toString(16).padStart(2, "0")).join("");
    this.form = form;
    this.told = told;
    this.line = form.querySelector(".running");
    this.button = this.line.querySelector("button");
    this.button.addEventListener("click", () => this.cancelUntilEnded());
    this.late = setTimeout(() => this.show(), LATE);
  }

  show() {
    this.line.hidden = false;
    this.told.textContent = this.line.querySelector("label").textContent;
  }

  cancelUntilEnded() {
    if (this.again) return;
    this.told.textContent = this.button.textContent = this.button.dataset.pressed;
    this.cancel();
    this.again = setInterval(() => this.cancel(), AGAIN);
  }

  cancel() {
    navigator.sendBeacon(this.form.dataset.cancel.replace("RUN", this.name));
  }

  end(report) {
    clearTimeout(this.late);
    clearInterval(this.again);
    this.line.hidden = true;
    this.told.textContent = report.querySelector("#answer")?.textContent ?? "";
    const lost = document.activeElement === document.body;
    if (lost) report.querySelector(".parameters [type=submit]")?.focus();
  }
}
