/* Notes with marks: a button of the legend puts its mark at the start of the line under the cursor, and what the
   notes are read as is asked for when typing rests. A form without a mark asks nothing. */
"use strict";

(() => {
  const text = document.getElementById("id_report");
  if (!text) {
    return;
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark]");
    if (!button) {
      return;
    }
    const place = text.selectionStart;
    const start = text.value.lastIndexOf("\n", place - 1) + 1;
    const end = text.value.indexOf("\n", start);
    const line = text.value.slice(start, end < 0 ? text.value.length : end);
    const isNew = line.trim() !== "";
    const at = isNew ? start + line.length : start;
    text.setRangeText(`${isNew ? "\n" : ""}${button.dataset.mark} `, at, at, "end");
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const reading = document.getElementById("reading");
  if (!reading) {
    return;
  }
  const PAUSE = 500; // ms without typing
  const MARK = /^\s*[~^!?@#]|[@#]\w/m;
  let waiting = 0;
  const ask = () => {
    if (MARK.test(text.value) || reading.querySelector("li")) {
      reading.dispatchEvent(new Event("notes"));
    }
  };
  text.form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, PAUSE);
  });
  text.form.addEventListener("submit", () => window.clearTimeout(waiting));
})();
