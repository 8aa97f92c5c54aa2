// After a part of the page was replaced and is alive, the keyboard goes on where it was.
document.addEventListener("htmx:afterSettle", (event) => {
  const said = document.getElementById(event.detail.elt.id) || event.detail.elt;
  if (!said.matches?.(".said")) return;
  const first =
    said.querySelector("[aria-invalid='true']") ||
    said.querySelector("[role='alert'], .saying [name^='value'], .told");
  if (!first) return;
  if (!first.matches("input, select, textarea")) first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "nearest" });
});
