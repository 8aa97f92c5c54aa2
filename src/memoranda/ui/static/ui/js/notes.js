// A footnote mark opens its note beside it; without this file it leads to the list.
"use strict";

(() => {
  if (!("popover" in HTMLElement.prototype)) return;
  let opened = null;

  function close() {
    if (opened) opened.remove();
    opened = null;
  }

  function place(card, mark) {
    const box = mark.getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - card.offsetWidth - 16);
    const below = box.bottom + card.offsetHeight + 16 < window.innerHeight;
    const top = below ? box.bottom + 6 : box.top - card.offsetHeight - 6;
    card.style.left = `${Math.max(16, left) + window.scrollX}px`;
    card.style.top = `${Math.max(0, top + window.scrollY)}px`;
  }

  function open(mark, note) {
    close();
    const card = document.createElement("div");
    card.className = "opened";
    card.popover = "auto";
    card.tabIndex = -1;
    card.setAttribute("role", "note");
    card.append(...Array.from(note.childNodes, (node) => node.cloneNode(true)));
    for (const part of card.querySelectorAll("[id]")) part.removeAttribute("id");
    document.body.append(card);
    card.addEventListener("toggle", (event) => {
      if (event.newState !== "closed" || opened !== card) return;
      const inside = card.contains(document.activeElement);
      close();
      if (inside) mark.focus();
    });
    card.showPopover();
    opened = card;
    place(card, mark);
    card.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".ref a");
    if (!mark || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const note = document.getElementById(mark.hash.slice(1));
    if (!note) return;
    event.preventDefault();
    open(mark, note);
  });

  // All pieces of the claim that the address names are lit, not only the first.
  function light() {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const claim = /^#c(\d+)$/.exec(location.hash);
    if (!claim) return;
    for (const piece of document.querySelectorAll("mark[data-claims]")) {
      if (piece.dataset.claims.split(" ").includes(claim[1])) piece.classList.add("lit");
    }
  }
  window.addEventListener("hashchange", light);
  light();
})();
