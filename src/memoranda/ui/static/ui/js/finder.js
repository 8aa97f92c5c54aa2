// What is typed into a search finds as it is typed; arrows choose, Enter opens.
"use strict";

(() => {
  const listOf = (input) => document.getElementById(`${input.id}-found`);
  const optionsOf = (input) => Array.from(listOf(input).querySelectorAll("[role=option]"));

  function prepare(input) {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", `${input.id}-found`);
    input.setAttribute("aria-expanded", "false");
    const list = listOf(input);
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label"));
  }

  function show(input, open) {
    listOf(input).hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(input, null);
  }

  function choose(input, option) {
    for (const each of optionsOf(input)) each.setAttribute("aria-selected", String(each === option));
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  const chosen = (input) =>
    optionsOf(input).find((each) => each.getAttribute("aria-selected") === "true");

  function move(input, step) {
    const options = optionsOf(input);
    if (!options.length) return;
    const at = options.indexOf(chosen(input)) + step;
    choose(input, options[at < -1 ? options.length - 1 : at] || null);
  }

  const keys = {
    ArrowDown: (input) => { show(input, optionsOf(input).length > 0); move(input, 1); },
    ArrowUp: (input) => { show(input, optionsOf(input).length > 0); move(input, -1); },
    Escape: (input) => show(input, false),
    Enter: (input) => chosen(input).click(),
  };

  document.addEventListener("keydown", (event) => {
    const input = event.target.closest?.(".finder input");
    if (!input || !keys[event.key] || event.isComposing) return;
    const open = !listOf(input).hidden;
    if (event.key === "Enter" && !(open && chosen(input))) return;
    if (event.key === "Escape" && !open) return;
    event.preventDefault();
    keys[event.key](input);
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const list = event.target.closest?.(".finder .found");
    if (!list) return;
    const input = list.parentElement.querySelector("input");
    optionsOf(input).forEach((each, at) => { each.id = `${list.id}-${at}`; });
    show(input, document.activeElement === input && optionsOf(input).length > 0);
  });

  document.addEventListener("focusout", (event) => {
    const finder = event.target.closest?.(".finder");
    if (finder && !finder.contains(event.relatedTarget)) show(finder.querySelector("input"), false);
  });

  for (const input of document.querySelectorAll(".finder input")) prepare(input);
})();
