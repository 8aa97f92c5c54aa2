"""Pasted text as a document."""

from datetime import date

import pytest

from memoranda.intake.domain.pasting import pasted
from memoranda.intake.domain.refusing import Refused
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read

BODY = (
    "The memorandum between Norway and Ghana was signed on 4 May in Oslo by the "
    "ministers of culture of the two countries, who also visited the museum."
)


def test_the_head_stands_in_the_document_and_is_read():
    paper = pasted(
        BODY,
        title="Norway and Ghana sign",
        source="Oslo Times",
        published=date(2020, 5, 5),
    )

    read_ = read(
        paper.content(), source=paper.name, options=ReadingOptions(with_model=False)
    ).document

    assert paper.name == "Norway and Ghana sign.txt"
    assert (read_.title, read_.publisher, read_.published) == (
        "Norway and Ghana sign",
        "Oslo Times",
        "2020-05-05",
    )
    assert read_.text.endswith(BODY)


def test_a_text_alone_is_named_by_its_beginning():
    paper = pasted(f"\r\n{BODY}\r\n")

    assert paper.content().decode() == f"{BODY}\n"
    assert (
        paper.name == "The memorandum between Norway and Ghana was signed on 4 May.txt"
    )


@pytest.mark.parametrize("title", ["a/b.pdf", "..", "<script>", "Ə" * 400, "a\0b"])
def test_any_title_names_a_text(title):
    assert pasted(BODY, title=title).media_type == "text/plain"


@pytest.mark.parametrize("text", ["", " \n", "\0"])
def test_no_text_is_refused(text):
    with pytest.raises(Refused):
        pasted(text)


def test_half_a_character_does_no_harm():
    assert pasted("a\ud800b").content() == b"a?b\n"
