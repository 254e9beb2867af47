/* Small helpers for every page. Everything works without them; no framework, no inline code. */
"use strict";

(() => {
  const live = () => document.getElementById("live");

  /** Say something to a screen reader without moving the focus. */
  const announce = (words) => {
    const region = live();
    if (region) {
      region.textContent = "";
      window.setTimeout(() => { region.textContent = words; }, 50);
    }
  };

  /** Say that something failed, for everybody to see and hear; it goes when the next thing succeeds. */
  const alarm = (words) => {
    const region = document.getElementById("alarm");
    if (region) {
      region.textContent = words;
    }
  };

  /** After signing in elsewhere the tokens of this page are old; an answer may bring a fresh one. */
  const renewToken = (token) => {
    document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((input) => { input.value = token; });
    document.body.setAttribute("data-hx-headers", JSON.stringify({ "X-CSRFToken": token }));
  };

  /** After a page or part with errors: the heading of the summary gets the focus, and all of it is in view if it fits. */
  const focusErrors = (root) => {
    const target = root.querySelector("[data-focus]");
    if (target) {
      target.focus();
      const summary = target.closest(".error-list");
      const bar = document.querySelector(".workbar");
      if (summary && summary.getBoundingClientRect().bottom > window.innerHeight - (bar?.offsetHeight ?? 0)) {
        summary.scrollIntoView({ block: "start" });
      }
    }
  };

  /** A link in the summary puts the cursor in the field, not only the field in view. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-list a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "center" });
    }
    if (event.target.closest("[data-close]")) {
      event.target.closest("dialog").close();
    }
    if (event.target.closest("[data-print]")) {
      window.print();
    }
  });

  /** Enter in a part of a form with a button of its own presses that button, not the first one of the form. */
  document.addEventListener("keydown", (event) => {
    const part = event.key === "Enter" && event.target.matches("input") && event.target.closest("[data-enter]");
    if (part) {
      event.preventDefault();
      document.getElementById(part.dataset.enter)?.click();
    }
  });

  /** One press is one submit; the button stays readable and comes back if the page does. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "post" && !event.defaultPrevented) {
      if (form.dataset.sent) {
        event.preventDefault();
      } else {
        form.dataset.sent = "1";
        window.setTimeout(() => delete form.dataset.sent, 4000);
      }
    }
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  document.addEventListener("htmx:beforeRequest", (event) => event.detail.target?.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.target?.removeAttribute("aria-busy"));
  document.addEventListener("htmx:afterSettle", (event) => focusErrors(event.detail.elt));
  document.addEventListener("htmx:afterOnLoad", () => alarm(""));
  document.addEventListener("htmx:sendError", () => alarm("Er is geen verbinding. Uw tekst staat nog op deze pagina."));
  document.addEventListener("htmx:responseError", (event) => {
    const token = event.detail.xhr.getResponseHeader("X-CSRFToken");
    if (event.detail.xhr.status === 401) {
      const dialog = document.getElementById("uitgelogd");
      if (dialog && !dialog.open) {
        dialog.showModal();
      }
    } else if (token) {
      renewToken(token);
      alarm("U bent intussen opnieuw ingelogd. Uw tekst staat nog op deze pagina. Probeer het nog een keer.");
    } else {
      alarm("Dat lukte niet. Uw tekst staat nog op deze pagina. Probeer het over een minuut opnieuw.");
    }
  });

  window.portal = Object.freeze({ announce, alarm, renewToken });
  document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.classList.add("js");
    focusErrors(document);
  });
})();
