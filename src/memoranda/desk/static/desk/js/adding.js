// Files dropped upon the form, their list, and what is too much before it is sent.
// Without this file the field for files works as any other.
"use strict";

(() => {
  const form = document.querySelector("form.adding");
  const field = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  const list = form.querySelector(".chosen");
  const over = form.querySelector(".over");
  const button = form.querySelector("#send");
  const sending = form.querySelector(".sending");
  const units = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

  function size(bytes) {
    return bytes < 1e6 ? `${units.format(bytes / 1e3)} kB` : `${units.format(bytes / 1e6)} MB`;
  }

  function line(file) {
    const item = document.createElement("li");
    for (const text of [file.name, size(file.size)]) {
      const part = document.createElement("span");
      part.textContent = text;
      item.append(part);
    }
    return item;
  }

  function show() {
    const files = Array.from(field.files);
    const total = files.reduce((sum, file) => sum + file.size, 0);
    list.replaceChildren(...files.map(line));
    const tooMuch = total > Number(form.dataset.most) || files.length > Number(form.dataset.files);
    over.hidden = !tooMuch;
    button.disabled = tooMuch;
  }

  function add(files) {
    const all = new DataTransfer();
    for (const file of [...field.files, ...files]) all.items.add(file);
    field.files = all.files;
    show();
  }

  drop.classList.add("ready");
  field.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over-it");
    });
  }
  drop.addEventListener("dragleave", (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove("over-it");
  });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over-it");
    add(event.dataTransfer.files);
  });

  // Sent once; open again when the page is come back to.
  form.addEventListener("submit", () => {
    button.disabled = true;
    sending.hidden = false;
  });
  window.addEventListener("pageshow", () => {
    sending.hidden = true;
    show();
  });
})();
