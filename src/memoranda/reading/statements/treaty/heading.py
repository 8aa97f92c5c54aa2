"""Articles by their headings: "Article 9. Settlement of disputes"."""

import re
from collections.abc import Iterator

from memoranda.reading.statements.treaty.article import Article
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.line import Span, lines_in

# What stands in a number's place and is one; all else there is a heading itself.
NUMBER = re.compile(
    r"\W*(?:[\dIVXLCHl.]{1,8}|[A-Za-z]|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|first(?:ly)?|second(?:ly)?|third(?:ly)?|\w{3,8}th(?:ly)?)\W*",
    re.IGNORECASE,
)
LONGEST = 60  # characters of a heading


def heading_words(clauses: Clauses, article: Article) -> str:
    """The short first line of an article, or what stands before its first stop.

    Empty where the article begins with its text.
    """
    heading = heading_of_article(clauses, article)
    return clauses.text[slice(*heading)]


def heading_of_article(clauses: Clauses, article: Article) -> Span:
    """Where the article's heading stands; empty at its start where it has none.

    A section without a number has its heading in the number's place.
    """
    if not NUMBER.fullmatch(clauses.text, *article.number):
        return article.number
    for line in lines_in(clauses.text, (article.start, article.end)):
        first = line.words.lstrip(" .:–—-")
        if not first:
            continue
        start = line.end - len(first)
        if len(first) <= LONGEST:
            return (start, start if first.endswith(";") else line.end)
        run_in, stop, _rest = first.partition(". ")
        is_short = stop and len(run_in) <= LONGEST // 2
        return (start, start + len(run_in) if is_short else start)
    return (article.start, article.start)


def below_heading(clauses: Clauses, heading: tuple[str, str]) -> Iterator[Span]:
    """What stands below each heading that is a phrase of that list and nothing more."""
    named = clause_words(clauses.language, *heading)
    for article in clauses.structure.articles:
        head = heading_of_article(clauses, article)
        if named.fullmatch(clauses.text[slice(*head)].strip(" .:–—-")):
            yield head[1], article.end


def headed(
    clauses: Clauses, heading: tuple[str, str], act: tuple[str, str]
) -> Iterator[Span]:
    """The sentences with a word of ``act`` below such a heading."""
    named = clause_words(clauses.language, *heading)
    acts = clause_words(clauses.language, *act)
    for article in clauses.structure.articles:
        head = heading_of_article(clauses, article)
        if not named.search(clauses.text, *head):
            continue
        for span in clauses.sentences_in((head[1], article.end)):
            start, end = max(span[0], head[1]), min(span[1], article.end)
            if start < end and acts.search(clauses.text, start, end):
                yield start, end
