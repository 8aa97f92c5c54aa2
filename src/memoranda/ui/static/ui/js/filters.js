// Addresses of filtered lists hold only what was chosen.
"use strict";

document.addEventListener("htmx:configRequest", (event) => {
  const form = event.detail.elt.closest("form.filters");
  if (!form) return;
  for (const [name, value] of Array.from(event.detail.formData.entries())) {
    if (!value) event.detail.formData.delete(name);
  }
});
