// One key for each answer, arrows for the list, and no form sent twice.
(() => {
  const typing = (target) => target.closest("input:not([type=hidden]), select, textarea");

  function step(by) {
    const links = [...document.querySelectorAll("[data-list] a")];
    if (!links.length) return false;
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next].focus();
    return true;
  }

  // The same keys on every layout (s is ы on a Russian one), whatever Caps Lock says.
  function keyOf(event) {
    if (event.key.length > 1) return event.key;
    const plain = event.key.charCodeAt(0) < 128;
    const letter = plain ? event.key : /^Key(.)$/.exec(event.code)?.[1] || event.key;
    return letter.toLowerCase();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && event.key.length === 1) return;
    if (typing(event.target)) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (moves[event.key] && step(moves[event.key])) {
      event.preventDefault();
      return;
    }
    const target = document.querySelector(`[data-key="${CSS.escape(keyOf(event))}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-once]")) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });

  // A page that is shown again after "back" can be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-once]")) delete form.dataset.sent;
  });
})();
