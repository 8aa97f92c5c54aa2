import pytest

from memoranda.reading.entities.cast import ActorKind
from memoranda.reading.statements.press import read_press

OURS = "Loom Archive"
THEIRS = ("Harbour Museum", "Reed Library", "Opera of Tarn")


def papers(sketch, text, noun):
    """The parties of each paper; the model is sure of one side and the first of the list."""
    made = sketch(text)
    paper = made.record(noun, "memorandum", "signed")
    named = sorted((name for name in (OURS, *THEIRS) if name in text), key=text.index)
    actors = {name: made.actor(name, ActorKind.ORGANISATION) for name in named}
    made.tell(paper, "party", actors[OURS])
    made.tell(paper, "party", actors[THEIRS[0]])
    read = read_press(made.scene()).instruments
    return [[party.name.value for party in paper.parties] for paper in read]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (
            "The Loom Archive signed memorandums with the Harbour Museum and the Reed Library.",
            "memorandums",
        ),
        (
            "The Loom Archive has MoUs of this kind with two bodies, the Harbour Museum in"
            " Tarn, since 2004, and with the Reed Library.",
            "MoUs",
        ),
        (
            "Contracts which the Harbour Museum (HM) and the Reed Library have each struck"
            " with the Loom Archive run for a year.",
            "Contracts",
        ),
    ],
)
def test_each_of_a_list_has_a_paper_of_its_own(sketch, text, noun):
    assert papers(sketch, text, noun) == [
        [OURS, "Harbour Museum"],
        [OURS, "Reed Library"],
    ]


def test_three_are_three_papers(sketch):
    text = (
        "The Loom Archive signed agreements on Monday with the Harbour Museum, the Reed"
        " Library and the Opera of Tarn."
    )

    assert papers(sketch, text, "agreements") == [[OURS, name] for name in THEIRS]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (
            "The Loom Archive signed a memorandum with the Harbour Museum and the Reed Library.",
            "memorandum",
        ),
        (
            "The Loom Archive signed two memorandums with the Harbour Museum, which the Reed"
            " Library had asked for.",
            "memorandums",
        ),
        (
            "The Loom Archive signed memorandums with the Harbour Museum; the Reed Library"
            " looked on.",
            "memorandums",
        ),
    ],
)
def test_what_is_no_list_of_sides_is_not_shared_out(sketch, text, noun):
    assert len(papers(sketch, text, noun)) == 1
