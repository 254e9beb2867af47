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
    /* Put a label before every chosen line, in place of the one it had; a line keeps how far it springs in. */
    const label = /^(\s*)(?:\d{1,3}[a-z]?[.)]|\d{1,3}°\.?|[a-z]{1,2}[.)]|[-–•*])\s+/;
    const lines = (sign) => {
      const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
      const found = area.value.indexOf("\n", area.selectionEnd);
      const end = found < 0 ? area.value.length : found;
      let count = 0;
      const rows = area.value.slice(start, end).split("\n").map((row) => {
        const words = row.replace(label, "$1");
        const indent = words.match(/^\s*/)[0];
        return words.trim() || !count ? `${indent}${sign(count++)} ${words.trim()}` : row;
      });
      write(rows.join("\n"), start, end);
    };
    const letters = (index) => String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26));
    const actions = {
      lid: () => lines((index) => `${index + 1}.`),
      onderdeel: () => lines((index) => `${letters(index)}.`),
      subonderdeel: () => lines((index) => `${index + 1}°`),
      opsomming: () => lines(() => "–"),
      vet: () => write(`**${area.value.slice(area.selectionStart, area.selectionEnd) || "woorden"}**`),
      tabel: () => write("\nTabel 1: Titel\n| Wat | Bedrag |\n|:--|--:|\n| … | … |\n"),
    };

    /* What is pasted from Word or a web page becomes text by the same rules; pictures are refused with a word. */
    area.addEventListener("paste", (event) => {
      const pasted = globalThis.lawPaste?.(event.clipboardData);
      if (pasted) {
        event.preventDefault();
        write(pasted.text);
        tools.querySelector("[data-law-said]").textContent = pasted.said.join(" ");
      }
    });
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
