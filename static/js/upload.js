/* A file that is too large is refused by the portal; this says so before it travels. */
"use strict";

document.addEventListener("submit", (event) => {
  const input = event.target.matches("form[data-upload]") && event.target.querySelector("input[type=file]");
  const file = input && input.files[0];
  if (file && file.size > 5 * 1024 * 1024) {
    event.preventDefault();
    window.portal?.alarm("Dit bestand is groter dan 5 MB. Kies een kleiner bestand, of verdeel het over meer bestanden.");
  } else {
    window.portal?.alarm("");
  }
}, true);
