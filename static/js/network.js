/* Pointing at a party, in the drawing or in the table, shows who she is connected with. Without it nothing is lost. */
"use strict";

const drawing = document.querySelector("[data-network]");

let shown = "";

function show(number) {
  if (number === shown) return;
  shown = number;
  const near = new Set([number]);
  for (const tie of drawing.querySelectorAll("[data-ends]")) {
    const ends = tie.dataset.ends.split(" ");
    const touches = number !== "" && ends.includes(number);
    tie.classList.toggle("is-near", touches);
    if (touches) ends.forEach((end) => near.add(end));
  }
  for (const node of drawing.querySelectorAll("[data-node]")) node.classList.toggle("is-near", near.has(node.dataset.node));
  drawing.classList.toggle("network--asked", number !== "");
}

if (drawing && drawing.querySelector("[data-ends]")) {
  for (const start of ["pointerover", "focusin"]) {
    document.addEventListener(start, (event) => {
      const node = event.target.closest?.("[data-node]");
      show(node ? node.dataset.node : "");
    });
  }
}
