"""Texts that are marked in place, and what the marks say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.marked import Mark, MarkingError, gold_of, parse_marked

CORPUS = Path(__file__).parents[2] / "corpus"
RECORDS = """
=====
published 2020-01-02
D1 2020-01-01
A1 memorandum signed; party O1 O2; signatory P1 for O2; date D1; fields museums
"""
SIGNED = (
    "The ⟦O1:Harbour Museum⟧ and the ⟦O2:City Gallery⟧ signed a ⟦A1:memorandum⟧"
    " ⟦D1:yesterday⟧. ⟦P1:Ann Lee⟧ signed for the ⟦O2:Gallery⟧."
)


def test_marks_leave_the_text_and_its_spans():
    content = SIGNED + RECORDS

    marked = parse_marked("900", content)

    assert "⟦" not in marked.text
    assert [marked.text[m.start : m.end] for m in marked.mentions_of("O2")] == [
        "City Gallery",
        "Gallery",
    ]


def test_records_say_what_gold_says():
    marked = parse_marked("900", SIGNED + RECORDS)

    gold = gold_of(marked)

    assert gold["agreements"] == [
        {
            "kind": "memorandum",
            "parties": ["Harbour Museum", "City Gallery"],
            "signatories": ["Ann Lee"],
            "signed": "2020-01-01",
            "place": None,
            "status": "signed",
            "fields": ["museums"],
        }
    ]
    assert (gold["people"], gold["published"]) == (["Ann Lee"], "2020-01-02")


def test_marks_stand_inside_one_another():
    content = "⟦E1!:Days of ⟦L1:Oslo⟧⟧\n=====\nE1 city-days held; place L1\n"

    marked = parse_marked("900", content)

    assert marked.marks == (Mark(0, 12, "E1", named=True), Mark(8, 12, "L1"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no rule", "no line ====="),
        ("⟦O1:open\n=====\n", "is not closed"),
        ("shut⟧\n=====\n", "nothing to close"),
        ("⟦X1:what⟧\n=====\n", "bad mark"),
        ("⟦A1:paper⟧\n=====\n", "A1 has a mark and no record"),
        ("text\n=====\nA1 memorandum signed\n", "A1 has a record and no mark"),
        ("⟦A1:paper⟧\n=====\nA1 paper signed\n", "kind or state is unknown"),
        (
            "⟦A1:paper⟧\n=====\nA1 memorandum signed; party O1\n",
            "O1, which has no mark",
        ),
        ("⟦E1:visit⟧\n=====\nnegative\nE1 visit held\n", "negative, but with records"),
    ],
)
def test_what_cannot_be_understood_is_said(content, said):
    with pytest.raises(MarkingError, match=said):
        parse_marked("900", content)


@given(st.text(alphabet="ab ⟦⟧O1:A=\n;", max_size=80))
def test_any_content_is_read_or_refused(content):
    try:
        marked = parse_marked("900", content)
    except MarkingError:
        return

    assert all(0 <= m.start < m.end <= len(marked.text) for m in marked.marks)


def test_the_marked_texts_are_those_of_the_corpus():
    texts = sorted((CORPUS / "marked").glob("*.txt"))

    marked = [parse_marked(p.stem, p.read_text(encoding="utf-8")) for p in texts]

    assert marked
    for text in marked:
        plain = CORPUS / "press" / f"{text.stem}.txt"
        if plain.exists():
            own = plain.read_text(encoding="utf-8").rstrip("\n")
            assert text.text.rstrip("\n") == own, text.stem
