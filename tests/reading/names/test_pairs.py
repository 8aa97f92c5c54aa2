"""How well the similarities part pairs of one bearer from pairs of two."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.names import organisation_similarity, person_similarity

FOLDER = Path(__file__).parent
PERSON_LINK = 0.91
ORGANISATION_LINK = 0.85


def pairs(name):
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(one, other, same == "1") for one, other, same in rows]


def recall_and_false_links(rows, similarity, threshold):
    linked = [(same, similarity(a, b).score >= threshold) for a, b, same in rows]
    same = [is_linked for is_same, is_linked in linked if is_same]
    others = [is_linked for is_same, is_linked in linked if not is_same]
    return sum(same) / len(same), sum(others)


def test_persons_are_linked_without_a_false_link():
    recall, false_links = recall_and_false_links(
        pairs("persons"), person_similarity, PERSON_LINK
    )

    assert false_links == 0
    assert recall >= 0.95


def test_organisations_are_linked_without_a_false_link():
    recall, false_links = recall_and_false_links(
        pairs("organisations"), organisation_similarity, ORGANISATION_LINK
    )

    assert false_links == 0
    assert recall >= 0.9


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ("Anar Karimov", "Anar Karimov", ("the same name",)),
        ("Rauf Huseynov", "Рауф Гусейнов", ("the same name, spelled otherwise",)),
        (
            "Jalil Orlov",
            "Jamil Orlov",
            ("the given names differ", "the surnames agree"),
        ),
        ("Orlov", "Igor Orlov", ("only the surname can agree",)),
        ("Igor Orlov", "Orlov Igor", ("the same names in the other order",)),
        ("Mr", "Igor Orlov", ("no name is left without titles",)),
    ],
)
def test_persons_come_with_reasons(one, other, reasons):
    assert person_similarity(one, other).reasons == reasons


def test_a_surname_alone_or_an_initial_is_never_enough():
    surname = person_similarity("Orlov", "Igor Orlov")
    initial = person_similarity("I. Orlov", "Igor Orlov")

    assert surname.score < initial.score < PERSON_LINK


def test_organisations_come_with_reasons():
    similarity = organisation_similarity("Harbour Palace", "Harbour Center")

    assert similarity.reasons == (
        "the words of its own agree",
        "one is a palace, the other a center",
    )


NAMES = st.sampled_from(
    [name for kind in ("persons", "organisations") for a, b, _ in pairs(kind)
     for name in (a, b)]
) | st.text(max_size=40)  # fmt: skip


@given(NAMES, NAMES)
def test_similarity_does_not_depend_on_order(one, other):
    for similarity in (person_similarity, organisation_similarity):
        forth, back = similarity(one, other), similarity(other, one)

        assert forth.score == pytest.approx(back.score)
        assert 0 <= forth.score <= 1
