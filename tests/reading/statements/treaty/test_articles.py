from memoranda.reading.statements.treaty.article import articles_in


def numbers(text: str) -> list[str]:
    found = articles_in(text, (0, len(text)), "en")
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

    found = articles_in(text, (0, len(text)), "en")

    assert [text[a.start : a.end].strip() for a in found] == [
        "Sing.\nArticle",
        "Dance.",
    ]


def test_numbers_before_a_heading_without_a_stop() -> None:
    text = "1 Aims\nThe Sides sing.\n2.0 COSTS\nEach pays.\n3 Term\nTwo years, no more."

    found = numbers(text)

    assert found == ["1", "2", "3"]


def test_paragraphs_that_alone_name_their_article() -> None:
    text = "1.1 The Sides sing.\n1.2 They dance.\n2.1 Each pays.\n3.1 Two years."

    found = numbers(text)

    assert found == ["1", "2", "3"]


def test_the_numbering_over_the_whole_text_wins_over_a_long_list() -> None:
    items = "\n".join(f"({number}) drum" for number in range(1, 6))
    text = f"1. Loan of\n{items}\n2. Costs\n" + "Each pays. " * 30 + "\n3. Term"

    found = numbers(text)

    assert found == ["1", "2", "3"]


def test_brackets_that_run_on_under_the_names_of_fields_are_the_articles() -> None:
    text = (
        "First - Music\n(1) They sing.\n(2) They dance.\nSecond - Books\n(3) They read."
        "\n(4) They write."
    )

    found = numbers(text)

    assert found == ["1", "2", "3", "4"]


def test_roman_numbers_are_the_articles_where_the_text_cites_them_so() -> None:
    text = (
        "I. Aims\n1. They sing.\n2. They dance.\nII. Costs\n3. Each pays.\nIII. End\n"
        "4. Articles I and II outlive it."
    )

    found = numbers(text)

    assert found == ["I", "II", "III"]


def test_headings_alone_where_nothing_is_numbered() -> None:
    text = (
        "FRIENDSHIP PAPER\nOF TWO CHOIRS\n\nOUR AIM\nWe will sing together whenever we"
        " can afford it.\n\nMONEY\nEach choir pays for itself on every journey, and"
        " no more.\n\nHOW LONG\nThis lasts for three years from today.\n\nSIGNATURES\n"
        "Ada Quill"
    )

    found = numbers(text)

    assert found == ["OUR AIM", "MONEY", "HOW LONG"]


def test_a_number_goes_on_from_the_heading_that_looks_like_it() -> None:
    text = (
        "1. Aims\nThe Sides sing.\n2. Fields\nThey exchange:\n1. drums;\n2. pipes;\n"
        "3. Costs\nEach pays.\n4. End\nTwo years."
    )

    found = numbers(text)

    assert found == ["1", "2", "3", "4"]


def test_a_number_alone_on_its_line_opens_an_article() -> None:
    text = "1.\nThe Sides sing.\n\n2.\nThey dance.\n\n3.\nEach pays."

    found = numbers(text)

    assert found == ["1", "2", "3"]
