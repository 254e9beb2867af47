/* Rows of the conversation form: adding and taking away without a new page, and what one row knows of another.
   Without this file the same buttons send the form, and the server does it. */
"use strict";

(() => {
  const form = document.querySelector("[data-draft-form]");
  if (!form) {
    return;
  }
  const list = (prefix) => form.querySelector(`[data-rows="${prefix}"]`);
  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));

  /** The next number no row has had; the server closes the gaps. */
  const nextNumber = (prefix) => {
    const numbers = [...form.querySelectorAll(`[name^="${prefix}-"]`)].map((field) => Number(field.name.split("-")[1]));
    return Math.max(-1, ...numbers.filter(Number.isInteger)) + 1;
  };

  const renumber = (rows) => {
    [...rows.children].forEach((row, index) => {
      row.querySelectorAll("[data-number]").forEach((place) => { place.textContent = String(index + 1); });
    });
  };

  const add = (prefix) => {
    const pattern = form.querySelector(`template[data-pattern="${prefix}"]`);
    const holder = document.createElement("template");
    holder.innerHTML = pattern.innerHTML.replaceAll("__prefix__", String(nextNumber(prefix)));
    const row = holder.content.firstElementChild;
    list(prefix).append(row);
    renumber(list(prefix));
    upgrade(row);
    fillParties();
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    changed();
  };

  const remove = (button) => {
    const row = button.closest("[data-row]");
    const rows = row.parentElement;
    const label = button.textContent.trim().replace(" weghalen", "");
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    renumber(rows);
    fillParties();
    next?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    window.portal?.announce(`${label} is weggehaald.`);
    changed();
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=add], button[name=remove]");
    if (!button) {
      return;
    }
    event.preventDefault();
    if (button.name === "add") {
      add(button.value);
    } else {
      remove(button);
    }
  });

  /* Organisations: a name the portal does not know asks what kind of party it is. */
  const known = new Set([...document.querySelectorAll("#organisations option")].map((option) => option.value.toLowerCase()));
  const isNew = (name) => name !== "" && !known.has(name.toLowerCase());

  const askKind = (input) => {
    const kind = input.closest("[data-row]").querySelector("[data-kind]");
    kind.hidden = !isNew(input.value.trim());
  };

  const search = async (input) => {
    const words = input.value.trim();
    if (words.length < 2) {
      return;
    }
    try {
      const answer = await fetch(`${form.dataset.search}?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" }, redirect: "error" });
      if (!answer.ok) {
        return;
      }
      const offered = document.getElementById("organisations");
      for (const name of (await answer.json()).names) {
        if (!known.has(name.toLowerCase())) {
          known.add(name.toLowerCase());
          const option = document.createElement("option");
          option.value = name;
          offered.append(option);
        }
      }
      askKind(input);
    } catch {
      /* no connection: typing goes on, the server looks the name up when the form is recorded */
    }
  };

  let waiting = 0;
  const offersAll = known.size < 400;
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-organisation]")) {
      fillParties();
      if (!event.target.closest("[data-row]").querySelector("[data-kind]").hidden) {
        askKind(event.target);
      }
      if (!offersAll) {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(search, 300, event.target);
      }
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-organisation]")) {
      askKind(event.target);
    }
  });

  /* Statements: whose they are is chosen from who was at the table. */
  const parties = () => {
    const names = [...form.querySelectorAll("[data-organisation]")].map((input) => input.value.trim()).filter(Boolean);
    return names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index);
  };

  const upgrade = (root) => {
    for (const input of root.querySelectorAll("input[data-participant]")) {
      const select = document.createElement("select");
      for (const attribute of ["id", "name", "aria-describedby", "aria-invalid", "aria-required"]) {
        if (input.hasAttribute(attribute)) {
          select.setAttribute(attribute, input.getAttribute(attribute));
        }
      }
      select.className = "utrecht-select utrecht-select--html-select";
      if (input.getAttribute("aria-invalid") === "true") {
        select.classList.add("utrecht-select--invalid");
      }
      select.dataset.participant = "";
      select.dataset.wanted = input.value.trim();
      input.replaceWith(select);
    }
  };

  const options = (select, names) => {
    const wanted = select.value || select.dataset.wanted || "";
    const match = names.find((name) => name.toLowerCase() === wanted.toLowerCase());
    const chosen = match || (names.length === 1 ? names[0] : "");
    select.dataset.wanted = wanted;
    select.replaceChildren(
      new Option(names.length ? "Kies een deelnemer" : "Vul eerst in met wie u sprak", ""),
      ...names.map((name) => new Option(name, name)),
    );
    select.value = chosen;
  };

  const fillParties = () => {
    const names = parties();
    form.querySelectorAll("select[data-participant]").forEach((select) => options(select, names));
  };

  form.addEventListener("change", (event) => {
    if (event.target.matches("select[data-participant]")) {
      event.target.dataset.wanted = event.target.value;
    }
  });

  upgrade(form);
  fillParties();
})();
