// Shows what needs passkeys where the browser has them, and says when one failed.
(() => {
  const fault = document.getElementById("passkey-fault");
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("passkey");
    if (form && window.PublicKeyCredential) form.hidden = false;
  });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    if (fault) fault.hidden = false;
  });
})();
