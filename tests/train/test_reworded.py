import random
from pathlib import Path

import pytest

from bench.marked import parse_marked
from train.reworded import Reworded

TEXT = """BRIG, ⟦D1:4 May 2019⟧. The ⟦O1:Reed Museum⟧ opened an ⟦E1:exhibition⟧ and signed the
⟦A1:memorandum⟧. "⟦E1!:Salt⟧" closes ⟦D2:on Sunday⟧. Two other ⟦A2:⟦A3:accords⟧⟧ wait.
=====
published 2019-05-04
D1 2019-05-04
D2 2019-05-05
E1 exhibition held; organiser O1; start D1; end D2
A1 memorandum signed; party O1; date D1
A2 agreement planned; party O1
A3 agreement planned; party O1
"""
POOL = """An ⟦E1:array⟧ and a ⟦A1:letter⟧ of ⟦D1:7 June 2008⟧, and the ⟦A1:paper⟧ shown ⟦D2:on Friday⟧.
=====
D1 2008-06-07
D2 2008-06-08
E1 exhibition held; start D1
A1 memorandum signed; date D2
"""


@pytest.fixture
def copies():
    text, pool = parse_marked("900", TEXT), parse_marked("901", POOL)
    reworded = Reworded([text, pool], random.Random(3))
    return text, [reworded.copy_of(text) for _ in range(60)]


def said(text, thing):
    return [text.text[m.start : m.end] for m in text.mentions_of(thing)]


def forms(made, thing):
    return {form for copy in made for form in said(copy, thing)}


def test_marks_and_records_stay(copies):
    text, made = copies
    for copy in made:
        assert [m.thing for m in copy.marks] == [m.thing for m in text.marks]
        assert copy.records == text.records


def test_words_of_the_same_kind_and_form_are_put_in(copies):
    assert forms(copies[1], "E1") == {"exhibition", "array", "Salt"}
    assert forms(copies[1], "A1") == {"memorandum", "paper"}


def test_a_date_keeps_its_form_and_its_year(copies):
    assert forms(copies[1], "D1") == {"4 May 2019", "7 June 2019"}
    assert forms(copies[1], "D2") == {"on Sunday", "on Friday"}


def test_what_holds_another_mark_stays(copies):
    assert forms(copies[1], "A2") == {"accords"}


def test_every_marked_text_of_the_corpus_can_be_reworded():
    paths = sorted((Path(__file__).parents[2] / "corpus" / "marked").glob("4*.txt"))
    texts = [parse_marked(p.stem, p.read_text(encoding="utf-8")) for p in paths]
    reworded = Reworded(texts, random.Random(3))
    for text in texts:
        copy = reworded.copy_of(text)
        assert all(0 <= m.start < m.end <= len(copy.text) for m in copy.marks)
