// Addresses of filtered lists hold only what was chosen.
"use strict";

document.addEventListener("htmx:configRequest", (event) => {
  const form = event.detail.elt.closest("form.filters");
  if (!form) return;
  for (const [name, value] of Array.from(event.detail.formData.entries())) {
    if (!value) event.detail.formData.delete(name);
  }
});

// One year or a range of them: the one set last takes the other's place.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.filters");
  if (!form) return;
  const empty = (...names) => { for (const name of names) if (form.elements[name]) form.elements[name].value = ""; };
  if (event.target.name === "year") empty("from", "to");
  if (event.target.name === "from" || event.target.name === "to") empty("year");
}, true);
