/* Keeps what is typed: on the server within five seconds, and again when the page is left.
   One state machine; the line in the workbar always says where the text is. */
"use strict";

(() => {
  const form = document.querySelector("[data-draft-form]");
  if (!form) {
    return;
  }
  const PAUSE = 1500; // ms without typing
  const LONGEST = 4000; // ms of typing without a save
  const RETRY = 5000; // ms between tries while the server is away
  const KEEPALIVE = 60000; // bytes a browser sends along while it closes a page

  const line = document.getElementById("draft-state");
  const version = form.elements.namedItem("draft_version");
  const sequence = form.elements.namedItem("seq");
  const token = form.elements.namedItem("csrfmiddlewaretoken");
  const dialog = document.getElementById("uitgelogd");

  let kept = ""; // what the server has
  let typing = 0;
  let longest = 0;
  let retrying = 0;
  let busy = false;
  let stopped = false; // two versions, or recorded: a person decides first
  let signedOut = false;
  let asked = false;
  let leaving = false;
  let refused = 0;
  let undecided = false; // two versions lie open: this one is on no server

  const say = (words, kind = "idle", link = "") => {
    const place = line.querySelector("span");
    if (place.textContent === words) {
      return;
    }
    line.dataset.kind = kind;
    place.textContent = words;
    if (link) {
      const anchor = document.createElement("a");
      anchor.className = "utrecht-link";
      anchor.href = link;
      anchor.textContent = "Bekijk het gesprek";
      place.append(" ", anchor);
    }
  };

  const body = () => {
    sequence.value = String(Number(sequence.value || 0) + 1);
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      data.append(name, value);
    }
    return data;
  };
  const HOUSEKEEPING = new Set(["csrfmiddlewaretoken", "draft_version", "tab", "seq"]);
  const words = () => [...new FormData(form)].filter(([name]) => !HOUSEKEEPING.has(name)).map((pair) => pair.join("=")).join("\n");
  const isDirty = () => words() !== kept;

  /* Signed out: ask once, then look every few seconds whether signing in elsewhere worked. */
  const lostSession = () => {
    signedOut = true;
    say("U bent uitgelogd. Uw tekst staat nog op deze bladzijde, maar is niet bewaard.", "attention");
    if (!asked && dialog && !dialog.open) {
      asked = true;
      dialog.showModal();
    }
    again();
  };

  /* Whoever opened it: what was kept just now, was kept by somebody signed in. */
  const closeDialog = () => {
    if (dialog?.open) {
      dialog.close();
    }
  };

  const session = async () => {
    const answer = await fetch(form.dataset.session, { headers: { Accept: "application/json" }, cache: "no-store" });
    const state = await answer.json();
    if (!state.signed_in) {
      return false;
    }
    if (state.user !== form.dataset.user) {
      say("U bent nu ingelogd als iemand anders. Log in als uzelf om deze tekst te bewaren.", "attention");
      return false;
    }
    document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => { field.value = state.csrf_token; });
    document.body.setAttribute("data-hx-headers", JSON.stringify({ "X-CSRFToken": state.csrf_token }));
    return true;
  };

  const again = () => {
    window.clearTimeout(retrying);
    retrying = window.setTimeout(retry, RETRY);
  };

  const retry = async () => {
    if (stopped) {
      return;
    }
    if (signedOut) {
      try {
        if (!(await session())) {
          again();
          return;
        }
      } catch {
        again();
        return;
      }
      signedOut = false;
      asked = false;
      closeDialog();
    }
    save(true);
  };

  /* The token may be of an earlier session: fetch a fresh one, once. Refused again means: not allowed. */
  const wasRefused = async () => {
    refused += 1;
    if (refused > 1) {
      stopped = true;
      say("U mag hier geen gesprekken (meer) vastleggen. Kopieer uw tekst als u hem wilt houden.", "attention");
    } else if (await session().catch(() => false)) {
      window.setTimeout(save, 0, true);
    } else {
      lostSession();
    }
  };

  const received = async (answer, sent) => {
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      lostSession();
      return;
    }
    if (answer.status === 403 || answer.status === 404) {
      await wasRefused();
      return;
    }
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    const result = isJson ? await answer.json() : {};
    if (answer.ok && isJson) {
      kept = sent;
      refused = 0;
      closeDialog();
      version.value = String(result.version);
      say(result.message, "good");
      if (form.dataset.address && !leaving) {
        window.history.replaceState(null, "", `${form.dataset.address}?concept=${result.draft}`);
      }
    } else if (answer.status === 409) {
      stopped = true;
      showClash(result);
    } else if (answer.status === 410) {
      stopped = true;
      say(result.message, "attention", result.url);
    } else if (answer.status === 422) {
      say(result.message || "Uw tekst kon niet worden bewaard.", "attention");
    } else if (answer.status === 413) {
      say("Uw tekst is te groot om te bewaren. Kort hem in; hij staat nog op deze bladzijde.", "attention");
    } else {
      say("Bewaren lukt nu niet. Uw tekst staat nog op deze bladzijde. We proberen het steeds opnieuw.", "attention");
      again();
    }
  };

  const showClash = (result) => {
    const place = document.getElementById("clash");
    place.innerHTML = result.html;
    undecided = true;
    say(result.message, "attention");
    place.querySelector("[data-focus]")?.focus();
  };

  const save = async (force = false) => {
    window.clearTimeout(typing);
    window.clearTimeout(longest);
    longest = 0;
    if (busy || stopped || (signedOut && !force) || !isDirty()) {
      return;
    }
    busy = true;
    const sent = words();
    try {
      const answer = await fetch(form.dataset.save, {
        method: "POST", body: body(), redirect: "manual", headers: { Accept: "application/json", "X-CSRFToken": token.value },
      });
      await received(answer, sent);
    } catch {
      say("Geen verbinding. Uw tekst staat nog op deze bladzijde. We bewaren hem zodra het weer kan.", "attention");
      again();
    }
    busy = false;
    if (kept === sent && isDirty()) {
      soon();
    }
  };

  const soon = () => {
    window.clearTimeout(typing);
    typing = window.setTimeout(save, PAUSE);
    if (!longest) {
      longest = window.setTimeout(save, LONGEST);
    }
  };

  /* The page goes away: one last save that the browser carries out by itself. */
  const lastSave = () => {
    if (stopped || signedOut || !isDirty()) {
      return;
    }
    const data = body();
    const sent = words();
    const small = new Blob([data.toString()]).size < KEEPALIVE;
    fetch(form.dataset.save, {
      method: "POST", body: data, redirect: "manual", keepalive: small, headers: { Accept: "application/json", "X-CSRFToken": token.value },
    }).then((answer) => received(answer, sent)).catch(() => {});
  };

  form.addEventListener("input", () => { if (!stopped) { soon(); } });
  form.addEventListener("change", () => { if (!stopped) { soon(); } });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      lastSave();
    } else if (signedOut) {
      retry();
    }
  });
  window.addEventListener("pagehide", () => { leaving = true; lastSave(); });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("focus", () => { if (signedOut) { retry(); } });
  window.addEventListener("online", () => { if (isDirty()) { retry(); } });

  /* Only when the text is nowhere else does the browser ask before it closes the page. */
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && isDirty() && (undecided || ((signedOut || retrying) && line.dataset.kind === "attention"))) {
      event.preventDefault();
    }
  });

  /* The hidden first button (Enter in a field) keeps the draft here and now. */
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "save") {
      event.preventDefault();
      delete form.dataset.sent;
      save();
      return;
    }
    stopped = true;
    undecided = false;
    window.setTimeout(() => { stopped = false; }, 8000); // the server did not answer: go on keeping
  });

  /* Throwing the draft away must not keep it once more on the way out. */
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-discard]")) {
      stopped = true;
    }
  });

  document.getElementById("clash").addEventListener("click", (event) => {
    if (event.target.closest("a")) {
      undecided = false; // the other version is what they want
      stopped = true;
    }
  });

  // after the rows have been made ready: that is no change of the person's own
  window.setTimeout(() => {
    undecided = Boolean(document.querySelector("#clash .clash"));
    stopped = undecided;
    kept = undecided ? "" : words();
  }, 0);
})();
