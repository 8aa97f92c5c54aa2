"""Articles by their headings: "Article 9. Settlement of disputes"."""

from collections.abc import Iterator

from memoranda.reading.statements.treaty.article import Article
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.line import Span, lines_in

LONGEST = 60  # characters of a heading


def heading_words(clauses: Clauses, article: Article) -> str:
    """The short first line of an article, empty where it begins with its text."""
    for line in lines_in(clauses.text, (article.start, article.end)):
        if line.is_blank:
            continue
        first = line.words.lstrip(" .:–—-")
        return first if len(first) <= LONGEST and not first.endswith(";") else ""
    return ""


def headed(
    clauses: Clauses, heading: tuple[str, str], act: tuple[str, str]
) -> Iterator[Span]:
    """The sentences with a word of ``act`` in articles under such a heading."""
    named = clause_words(clauses.language, *heading)
    acts = clause_words(clauses.language, *act)
    for article in clauses.structure.articles:
        if not named.search(heading_words(clauses, article)):
            continue
        for span in clauses.sentences:
            start, end = max(span[0], article.start), min(span[1], article.end)
            if start < end and acts.search(clauses.text, start, end):
                yield start, end
