import random
from pathlib import Path

import pytest

from bench.marked import parse_marked
from train.varied import Varied

TEXT = """ANNA WEISS GOES TO GRAZ

⟦P1:Anna Weiss⟧, who heads the ⟦O1:Linden Library⟧, and ⟦P2:Jan⟧ signed a ⟦A1:memorandum⟧
in ⟦L1:Vienna⟧. The ⟦O1:Linden Library⟧ has waited, said ⟦P1:Weiss⟧. ⟦P1:ANNA WEISS⟧ smiled.
"The ⟦E1!:Days of ⟦L1:Vienna⟧⟧ come next."
=====
A1 memorandum signed; party O1; signatory P1 P2; place L1
E1 city-days planned; place L1
"""
POOL = """⟦P1:Mara Lindqvist⟧ of the ⟦O1:Tower Museum⟧ met ⟦P2:Pau Ferrer Riba⟧ in ⟦L1:Oslo⟧.
=====
"""


@pytest.fixture
def copies():
    text, pool = parse_marked("900", TEXT), parse_marked("901", POOL)
    varied = Varied([text, pool], random.Random(3))
    return text, [varied.copy_of(text) for _ in range(40)]


def said(text, thing):
    return [text.text[m.start : m.end] for m in text.mentions_of(thing)]


def test_marks_and_records_stay(copies):
    text, made = copies
    for copy in made:
        assert [m.thing for m in copy.marks] == [m.thing for m in text.marks]
        assert copy.records == text.records
        assert said(copy, "A1") == ["memorandum"]


def test_a_name_is_the_same_wherever_it_stands(copies):
    for copy in copies[1]:
        full, last, capitals = said(copy, "P1")
        assert last in {full.split()[-1], full.split(maxsplit=1)[1]}
        assert capitals == full.upper()
        assert len(set(said(copy, "L1"))) == 1
        assert said(copy, "E1") == [f"Days of {said(copy, 'L1')[0]}"]


def test_other_names_are_put_in_and_a_single_name_is_left(copies):
    made = copies[1]
    assert {said(copy, "P1")[0] for copy in made} > {"Anna Weiss", "Mara Lindqvist"}
    assert {said(copy, "O1")[0] for copy in made} == {"Linden Library", "Tower Museum"}
    assert {said(copy, "P2")[0] for copy in made} == {"Jan"}


def test_what_is_not_marked_stays(copies):
    for copy in copies[1]:
        assert copy.text.startswith("ANNA WEISS GOES TO GRAZ")


def test_every_marked_text_of_the_corpus_can_be_varied():
    paths = sorted((Path(__file__).parents[2] / "corpus" / "marked").glob("4*.txt"))
    texts = [parse_marked(p.stem, p.read_text(encoding="utf-8")) for p in paths]
    varied = Varied(texts, random.Random(3))
    for text in texts:
        copy = varied.copy_of(text)
        assert all(0 <= m.start < m.end <= len(copy.text) for m in copy.marks)
