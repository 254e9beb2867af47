/* Order by dragging, beside the buttons: a drop sends the form of the row with how many places it moved. */
"use strict";

(() => {
  const rows = [...document.querySelectorAll("[data-drag]")];
  let dragged = null;
  document.querySelectorAll("[data-drag-hint]").forEach((hint) => {
    hint.hidden = false;
  });

  const siblings = (row) => [...row.parentElement.children].filter((other) => other.dataset.drag === row.dataset.drag);
  const fits = (row) => dragged && row !== dragged && row.parentElement === dragged.parentElement && row.dataset.drag === dragged.dataset.drag;

  for (const row of rows) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      event.stopPropagation();
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
    });
    row.addEventListener("dragend", () => {
      dragged = null;
      rows.forEach((other) => other.classList.remove("is-target"));
    });
    row.addEventListener("dragover", (event) => {
      if (fits(row)) {
        event.preventDefault();
        event.stopPropagation();
        row.classList.add("is-target");
      }
    });
    row.addEventListener("dragleave", () => row.classList.remove("is-target"));
    row.addEventListener("drop", (event) => {
      if (!fits(row)) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const order = siblings(row);
      const form = [...dragged.querySelectorAll('form[action$="/verplaatsen/"]')].find((one) => one.closest("[data-drag]") === dragged);
      const places = document.createElement("input");
      places.type = "hidden";
      places.name = "plaatsen";
      places.value = String(order.indexOf(row) - order.indexOf(dragged));
      form.append(places);
      form.submit();
    });
  }
})();
