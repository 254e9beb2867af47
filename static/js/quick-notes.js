/* The buttons of the legend put their mark at the start of the line under the cursor. */
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
})();
