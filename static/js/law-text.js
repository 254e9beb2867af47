/* Buttons above the text of an article for what law texts need; they write the signs, the text stays plain. */
"use strict";

(() => {
  for (const tools of document.querySelectorAll("[data-law-tools]")) {
    const area = document.getElementById(tools.dataset.lawTools);
    if (!area) {
      continue;
    }
    tools.hidden = false;

    /* execCommand keeps the undo of the browser; where it is gone the text is set as a whole. */
    const write = (words, from = area.selectionStart, to = area.selectionEnd) => {
      area.focus();
      area.setSelectionRange(from, to);
      if (!document.execCommand("insertText", false, words)) {
        area.setRangeText(words, from, to, "end");
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
    };
    const lines = (sign) => {
      const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
      const found = area.value.indexOf("\n", area.selectionEnd);
      const end = found < 0 ? area.value.length : found;
      const rows = area.value.slice(start, end).split("\n");
      const gap = start > 1 && area.value.slice(start - 2, start) !== "\n\n" && !/^(\d+\.|-) /.test(area.value.slice(0, start - 1).split("\n").pop()) ? "\n" : "";
      write(gap + rows.map((row, index) => sign(index) + row.replace(/^(\d+\.|-) /, "")).join("\n"), start, end);
    };
    const actions = {
      lid: () => lines((index) => `${index + 1}. `),
      opsomming: () => lines(() => "- "),
      vet: () => write(`**${area.value.slice(area.selectionStart, area.selectionEnd) || "woorden"}**`),
      tabel: () => write("\n\n| Wat | Wie |\n| --- | --- |\n| … | … |\n"),
    };
    tools.addEventListener("click", (event) => {
      const action = actions[event.target.closest("[data-law]")?.dataset.law];
      if (action) {
        action();
      }
    });
    tools.addEventListener("change", (event) => {
      if (event.target.value) {
        write(`[[${event.target.value}]]`);
        event.target.value = "";
      }
    });
  }
})();
