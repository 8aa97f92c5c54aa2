// Words marked in the text of a document can be taken along as a quote.
const way = document.getElementById("use-as-quote");
document.addEventListener("selectionchange", () => {
  const marked = document.getSelection();
  const words = marked.toString().trim();
  const within = marked.anchorNode?.parentElement?.closest(".text");
  way.hidden = !within || words.length < 2;
  if (!way.hidden) way.href = `${way.dataset.address}?quote=${encodeURIComponent(words.slice(0, 2000))}`;
});
way.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay marked
