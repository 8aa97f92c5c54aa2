import pytest

from memoranda.register.domain.documents import keep_document
from memoranda.register.domain.readings import note_reading
from memoranda.register.queries.parts import labels_around, parts_of

TEXT = "PACT\nArticle 1\n(1) Sing.\n(2) Dance.\nDone."
PARTS = [
    ("article", "Article 1", 5, 36),
    ("paragraph", "Article 1(1)", 15, 25),
    ("paragraph", "Article 1(2)", 25, 36),
    ("closing", "", 36, 41),
]


@pytest.fixture
def document(db):  # noqa: ARG001  the fixture opens the database
    kept, _ = keep_document(
        TEXT.encode(), source="pact.txt", text=TEXT, media_type="text/plain",
        origin=[], language="en", genre="instrument", title="PACT", byline="",
        publisher="", published="",
    )  # fmt: skip
    note_reading(kept, engine="one", parts=PARTS)
    return kept


def test_an_article_stands_before_its_paragraphs(document):
    found = [
        (part.kind, part.label, part.start, part.end) for part in parts_of(document)
    ]

    assert found == PARTS


def test_the_parts_are_those_of_the_latest_reading(document):
    note_reading(document, engine="two", parts=PARTS[:1])

    found = [str(part) for part in parts_of(document)]

    assert found == ["Article 1"]


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Article", "Article 1"),
        ("Dance", "Article 1(2)"),
        ("PACT", None),
        ("Done", None),
    ],
)
def test_a_quote_is_cited_by_the_innermost_part(document, word, label):
    found = labels_around(document, TEXT.index(word)).first()

    assert found == label
