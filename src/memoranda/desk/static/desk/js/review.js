// Reviewing by keys: one key decides and goes on. Every button works without this.
"use strict";

(() => {
  const review = document.getElementById("review");
  const form = document.getElementById("verdicts");
  if (!review || !form) return;
  const told = document.getElementById("told-now");
  const after = document.getElementById("after");
  let turn = Promise.resolve(); // requests go out in the order of the keys
  review.classList.add("live");

  const claims = () => [...review.querySelectorAll(".claim")];
  const current = () => review.querySelector(".claim[aria-current]");
  const waits = (claim) => claim.classList.contains("proposed") && !claim.dataset.sent;

  function light(claim) {
    for (const mark of review.querySelectorAll("mark.lit")) mark.classList.remove("lit");
    if (!claim) return;
    const marks = review.querySelectorAll(`mark[data-claims~="${claim.dataset.claim}"]`);
    for (const mark of marks) mark.classList.add("lit");
    if (marks[0]) reveal(marks[0], marks[0].closest(".fulltext"));
  }

  function reveal(mark, pane) {
    const [inner, outer] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (inner.top >= outer.top + 20 && inner.bottom <= outer.bottom - 60) return;
    pane.scrollBy({ top: inner.top - outer.top - outer.height / 3, behavior: "instant" });
  }

  function go(claim, { focus = true } = {}) {
    if (!claim) return;
    current()?.removeAttribute("aria-current");
    claim.setAttribute("aria-current", "true");
    light(claim);
    if (focus) claim.focus({ preventScroll: true });
    claim.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  // From the current claim on, the next that waits; round again to those passed over.
  function goOn() {
    const all = claims();
    const from = all.indexOf(current());
    const next = [...all.slice(from + 1), ...all.slice(0, from + 1)].find(waits);
    count();
    if (next) return go(next);
    light(null);
    after.hidden = false;
    (after.querySelector("a") || after).focus();
  }

  function step(by) {
    const all = claims();
    go(all[Math.min(Math.max(all.indexOf(current()) + by, 0), all.length - 1)]);
  }

  function count() {
    const left = claims().filter(waits).length;
    document.getElementById("left").textContent = left;
    if (left) after.hidden = true;
  }

  function send(address, fields, named) {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of fields) body.append(name, value);
    for (const claim of named) claim.dataset.sent = "yes";
    turn = turn.then(() => post(address, body, named));
    return turn;
  }

  async function post(address, body, named) {
    try {
      const answer = await ask(address, body);
      return show(await answer.text());
    } catch (fault) {
      for (const claim of named) delete claim.dataset.sent;
      tell(fault);
      count();
      return null;
    }
  }

  // The answer; a fault that says whether the person was signed out meanwhile.
  async function ask(address, body) {
    const answer = await fetch(address, {
      method: "POST", body, keepalive: true, redirect: "manual",
      headers: { "X-Requested-With": "review" },
    });
    if (answer.type === "opaqueredirect" || answer.status === 403) throw new Error("out");
    if (answer.status !== 422 && !answer.ok) throw new Error("failed");
    return answer;
  }

  function tell(fault) {
    const out = fault.message === "out";
    told.textContent = out ? review.dataset.out : review.dataset.failed;
  }

  function show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    told.textContent = page.getElementById("told")?.textContent || "";
    const changed = [...page.querySelectorAll("li.claim")].filter((claim) => {
      const old = document.getElementById(claim.id);
      if (!old) return false;
      const held = old.contains(document.activeElement);
      if (old.hasAttribute("aria-current")) claim.setAttribute("aria-current", "true");
      old.replaceWith(claim);
      if (held) claim.focus({ preventScroll: true });
      return true;
    });
    count();
    return { page, changed };
  }

  const pks = (button) => button.value.split("|")[0].trim().split(/\s+/);
  const named = (button) =>
    pks(button).map((pk) => document.getElementById(`claim-${pk}`)).filter((c) => c && waits(c));

  async function decide(button) {
    if (button.name === "act" || button.name === "last") return takeBack(button);
    const claims_ = named(button);
    const fields = [[button.name, button.value]];
    if (button.dataset.all) {
      fields[0][1] = claims_.map((claim) => claim.dataset.claim).join(" ");
      if (!claims_.length) return;
      go(claims_[claims_.length - 1], { focus: false });
    } else if (claims_[0] && !claims_[0].hasAttribute("aria-current")) {
      go(claims_[0], { focus: false });
    }
    send(form.action, fields, claims_);
    goOn();
  }

  async function takeBack(button) {
    const done = await send(review.dataset.undo, [[button.name, button.value]], []);
    const first = done?.changed.find(waits);
    if (first) go(first);
  }

  async function correct(claim) {
    const link = claim.querySelector("[data-act=correct]");
    if (!link || claim.querySelector("form")) return;
    try {
      const answer = await fetch(link.href, {
        redirect: "error", headers: { "X-Requested-With": "review" },
      });
      if (!answer.ok) throw new Error("failed");
      place(claim, await answer.text());
    } catch {
      location.assign(link.href);
    }
  }

  function place(claim, html) {
    claim.querySelector(".correction")?.remove();
    const slot = document.createElement("div");
    slot.className = "correction";
    slot.innerHTML = html;
    claim.append(slot);
    window.htmx?.process(slot);
    slot.scrollIntoView({ block: "nearest", behavior: "instant" });
    slot.querySelector("[aria-invalid], input:not([type=hidden]), select, textarea")?.focus();
    slot.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      save(claim, event.target);
    });
  }

  async function save(claim, filled) {
    try {
      const answer = await ask(filled.action, new URLSearchParams(new FormData(filled)));
      const html = await answer.text();
      if (answer.status === 422) return place(claim, html);
      go(claim);
      show(html);
      goOn();
    } catch (fault) {
      tell(fault);
    }
  }

  function close(claim) {
    claim.querySelector(".correction")?.remove();
    go(claim);
  }

  const press = (selector) => {
    const button = current()?.querySelector(selector);
    if (button && waits(current())) decide(button);
  };
  const all = (verb) => {
    const group = current()?.closest(".group");
    const rest = group?.querySelector(".rest button");
    const button = group?.querySelector(`[data-all=${verb}]`);
    if (verb === "reject" && rest) decide(rest);
    else if (button) decide(button);
  };
  const STEPS = ["n", "j", "p", "k"]; // a key held down decides nothing more
  const KEYS = {
    a: () => press("[data-act=accept]"), r: () => press("[data-act=reject]"),
    1: () => press("[data-act='1']"), 2: () => press("[data-act='2']"),
    3: () => press("[data-act='3']"), 4: () => press("[data-act='4']"),
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    e: () => current() && waits(current()) && correct(current()),
    u: () => takeBack(review.querySelector("[data-key=u]")),
    A: () => all("accept"), R: () => all("reject"),
    "?": () => { const keys = review.querySelector(".keys"); keys.open = !keys.open; },
  };

  // The same keys on every layout (a is ф on a Russian one), whatever Caps Lock says.
  function keyOf(event) {
    const plain = event.key.charCodeAt(0) < 128;
    const letter = plain ? event.key : /^Key(.)$/.exec(event.code)?.[1] || event.key;
    if (!/^[a-z]$/i.test(letter)) return letter;
    return event.shiftKey ? letter.toUpperCase() : letter.toLowerCase();
  }

  review.addEventListener("keydown", (event) => {
    const editing = event.target.closest("input, textarea, select, .correction");
    if (event.key === "Escape" && editing) return close(editing.closest(".claim"));
    const key = keyOf(event);
    if (editing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[key]) return;
    event.preventDefault();
    if (!event.repeat || STEPS.includes(key)) KEYS[key]();
  });

  review.addEventListener("click", (event) => {
    const button = event.target.closest("button[form=verdicts]");
    if (button) { event.preventDefault(); return void decide(button); }
    const link = event.target.closest("[data-act=correct]");
    if (link) { event.preventDefault(); return void correct(link.closest(".claim")); }
    const place_ = event.target.closest("a.place");
    if (place_) event.preventDefault();
    else if (event.target.closest("a, summary, input, select, textarea, label, button")) return;
    const claim = event.target.closest(".claim") || marked(event.target);
    if (claim) go(claim);
  });

  function marked(target) {
    const pk = target.closest("mark")?.dataset.claims.split(" ")[0];
    return pk ? document.getElementById(`claim-${pk}`) : null;
  }

  go(current() || claims().find(waits));
})();
