import random

import pytest

from bench.marked import parse_marked
from train import rearranged
from train.rearranged import Rearranged

TEXT = """A PAPER IN ⟦L1:GRAZ⟧

⟦P1:Anna Weiss⟧ of the ⟦O1:Linden Library⟧ signed a ⟦A1:memorandum⟧ on ⟦D1:Monday⟧.

The ⟦A1:document⟧ is short, said ⟦P1:Weiss⟧.

In ⟦L1:Graz⟧ a ⟦E1:concert⟧ by ⟦P2:Jan Roth⟧ follows.
=====
D1 2020-03-02
A1 memorandum signed; party O1; signatory P1 for O1; date D1
E1 concert planned; participant P2; place L1
"""
OTHER = """⟦P1:Mara Lindqvist⟧ of the ⟦O1:Tower Museum⟧ and the ⟦O2:Linden Library⟧ put up an ⟦E1:exhibition⟧.

The ⟦E1:show⟧ is long.

A ⟦A1:treaty⟧ was made with ⟦L1:Peru⟧.
=====
E1 exhibition held; organiser O1 O2
A1 treaty signed; party L1
"""


def made(monkeypatch, shortened, joined):
    monkeypatch.setattr(rearranged, "SHORTENED", shortened)
    monkeypatch.setattr(rearranged, "JOINED", joined)
    text, other = parse_marked("900", TEXT), parse_marked("901", OTHER)
    drawn = Rearranged([text, other], random.Random(3))
    return text, [drawn.copy_of(text) for _ in range(60)]


@pytest.fixture
def shorter(monkeypatch):
    return made(monkeypatch, 1, 0)


@pytest.fixture
def longer(monkeypatch):
    return made(monkeypatch, 0, 1)


def test_only_a_paragraph_that_stands_alone_is_left_out(shorter):
    text, copies = shorter
    cut = text.text[: text.text.index("\n\nIn Graz")]
    assert {copy.text.strip() for copy in copies} == {cut}
    assert all([r.thing for r in copy.records] == ["A1"] for copy in copies)


def test_what_is_put_in_stands_alone_and_is_numbered_apart(longer):
    text, copies = longer
    own = {mark.thing for mark in text.marks}
    added = {frozenset(m.thing for m in copy.marks) - own for copy in copies}
    assert added - {frozenset()} == {
        frozenset({"A1001", "L1001"}),
        frozenset({"P1001", "O1001", "E1001"}),
    }


def test_bodies_of_one_name_are_one(longer):
    (record,) = {r for c in longer[1] for r in map(repr, c.records) if "E1001" in r}
    assert "'organiser': ('O1001', 'O1')" in record


def test_every_mark_keeps_its_words(longer, shorter):
    for text, copies in (longer, shorter):
        words = {(m.thing, text.text[m.start : m.end]) for m in text.marks}
        for copy in copies:
            said = {(m.thing, copy.text[m.start : m.end]) for m in copy.marks}
            assert {one for one in said if int(one[0][1:]) < 1000} <= words
            assert all(
                copy.text[m.end : m.end + 1] in {" ", ".", "\n", ",", ""}
                for m in copy.marks
            )


def test_a_text_whose_marks_go_over_paragraphs_is_one_paragraph(monkeypatch):
    monkeypatch.setattr(rearranged, "SHORTENED", 1)
    text = parse_marked("902", "⟦P1:Anna\n\nWeiss⟧ spoke.\n\nNobody heard.\n=====\n")
    assert Rearranged([text], random.Random(1)).copy_of(text) == text
