/* Marking words of a report: the selection goes along with the button; the form shows what belongs to the goal. */
"use strict";

(() => {
  const report = document.querySelector("[data-quotable]");
  const button = document.querySelector("[data-mark-selection]");
  if (report && button) {
    const chosen = button.form.elements.gekozen;
    button.hidden = false;
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      const isInside = selection.rangeCount > 0 && report.contains(selection.getRangeAt(0).commonAncestorContainer);
      const words = isInside ? selection.toString().trim() : "";
      // A press on the button can take the selection away: what was chosen stays until other words are.
      if (words) {
        chosen.value = words;
        button.disabled = false;
      }
    });
  }

  const parts = document.querySelectorAll("[data-goal]");
  const show = () => {
    const goal = document.querySelector("input[name=goal]:checked")?.value;
    parts.forEach((part) => {
      part.hidden = part.dataset.goal !== goal;
    });
  };
  if (parts.length) {
    document.addEventListener("change", show);
    show();
  }
})();
