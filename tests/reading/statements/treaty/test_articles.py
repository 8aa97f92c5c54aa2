from memoranda.reading.statements.treaty.article import articles_in


def numbers(text: str) -> list[str]:
    found = articles_in(text, (0, len(text)))
    return [text[slice(*article.number)] for article in found]


def test_worded_articles_in_arabic_and_roman_figures() -> None:
    text = "Article 1\nA\nARTICLE (II)\nB\nArt. 3   Costs\nC\n§ 4. D\nClause 5 - E"

    found = numbers(text)

    assert found == ["1", "(II)", "3", "4", "5"]


def test_a_reference_at_the_start_of_a_line_opens_no_article() -> None:
    text = "Article 1\nAs laid down in\nArticle 2 of the Charter.\nArticle 2\nB"

    found = numbers(text)

    assert found == ["1", "2"]


def test_plain_numbers_count_only_where_they_run_on() -> None:
    text = "1. Purpose\nIn\n1962 it began.\n7. of these\n2. Costs\n3. Term"

    found = numbers(text)

    assert found == ["1", "2", "3"]


def test_articles_counted_in_words() -> None:
    text = "FIRST. A week of films.\nSECOND. A catalogue.\nTHIRD. A dinner."

    found = numbers(text)

    assert found == ["FIRST", "SECOND", "THIRD"]


def test_an_article_ends_where_the_next_begins() -> None:
    text = "Article 1\nSing.\nArticle 2\nDance."

    found = articles_in(text, (0, len(text)))

    assert [text[a.start : a.end].strip() for a in found] == [
        "Sing.\nArticle",
        "Dance.",
    ]
