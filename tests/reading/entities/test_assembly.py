import pytest

from memoranda.reading.entities import Cast, assemble
from memoranda.reading.names import find_places
from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.text import lay_out

PERSON, BODY = MentionLabel.PERSON, MentionLabel.ORGANISATION


def cast_of(text: str, *names: tuple[str, MentionLabel]) -> Cast:
    mentions = []
    for name, label in names:
        start = text.find(name)
        while start >= 0:
            mentions.append(Mention(start, start + len(name), label, 0.9))
            start = text.find(name, start + len(name))
    mentions.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    sentences = lay_out(text).sentences
    places = [place for span in sentences for place in find_places(text, span)]
    return assemble(text, sentences, kept, places=places, language="en")


def named(cast: Cast, text: str, said: str) -> list[str]:
    offset = text.index(said)
    [link] = [k for k in cast.links if k.start <= offset < k.end]
    return [cast.actors[a].label for a in link.actors]


def test_a_surname_is_the_person_named_before() -> None:
    text = "Dr Anna Weiss spoke first. Ms Weiss thanked them."

    cast = cast_of(text, ("Anna Weiss", PERSON), ("Weiss", PERSON))

    assert [actor.label for actor in cast.actors] == ["Anna Weiss"]


def test_a_bracketed_acronym_names_the_same_body() -> None:
    text = "The Harbour Museum of Graz (HMG) opened. HMG is open daily."

    cast = cast_of(text, ("Harbour Museum of Graz", BODY), ("HMG", BODY))

    assert [a.label for a in cast.actors if a.kind == "organisation"] == [
        "Harbour Museum of Graz"
    ]


def test_the_museum_is_the_museum_named_last() -> None:
    text = (
        "The Harbour Museum lent it. The Linden Library waits. Then the museum closed."
    )

    cast = cast_of(text, ("Harbour Museum", BODY), ("Linden Library", BODY))

    assert named(cast, text, "the museum closed") == ["Harbour Museum"]


@pytest.mark.parametrize("said", ["The two institutions", "Both institutions"])
def test_two_institutions_are_the_last_pair(said: str) -> None:
    text = f"The Harbour Museum met the Linden Library. {said} agreed."

    cast = cast_of(text, ("Harbour Museum", BODY), ("Linden Library", BODY))

    assert named(cast, text, said) == ["Harbour Museum", "Linden Library"]


def test_a_capital_is_named_by_its_people() -> None:
    text = "It took place in the Austrian capital."

    cast = cast_of(text)

    assert named(cast, text, "Austrian capital") == ["Vienna"]


@pytest.mark.parametrize(
    "text",
    [
        "It was opened by director of the Harbour Museum Anna Weiss.",
        "It was opened by Anna Weiss, director of the Harbour Museum.",
        "It was opened by Anna Weiss, who heads the Harbour Museum.",
        "It was opened by Harbour Museum director Anna Weiss.",
        "It was opened by Anna Weiss of the Harbour Museum.",
    ],
)
def test_a_person_has_an_employer(text: str) -> None:
    cast = cast_of(text, ("Anna Weiss", PERSON), ("Harbour Museum", BODY))

    [person] = [a for a in cast.actors if a.kind == "person"]
    assert person.employer is not None
    assert cast.actors[person.employer].label == "Harbour Museum"


def test_two_ministers_with_one_surname_stay_two() -> None:
    text = "Anna Weiss came. So did Peter Weiss."

    cast = cast_of(text, ("Anna Weiss", PERSON), ("Peter Weiss", PERSON))

    assert [actor.label for actor in cast.actors] == ["Anna Weiss", "Peter Weiss"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Harbour Museum of Graz (HMG, host) opened. HMG is open.", "HMG"),
        ("The Harbour Museum of Graz (Graza) opened. Graza is open.", "Graza"),
        ("GHM, the Harbour Museum of Graz, opened.", "GHM"),
    ],
)
def test_a_short_name_beside_a_full_one_names_the_same_body(text, short) -> None:
    cast = cast_of(text, ("Harbour Museum of Graz", BODY), (short, BODY))

    assert [a.label for a in cast.actors if a.kind == "organisation"] == [
        "Harbour Museum of Graz"
    ]


def test_what_is_in_brackets_behind_a_body_may_be_another() -> None:
    text = "The Harbour Museum of Graz (Linden Library) and KHM, the Tower Trust, met."

    cast = cast_of(
        text,
        ("Harbour Museum of Graz", BODY),
        ("Linden Library", BODY),
        ("KHM", BODY),
        ("Tower Trust", BODY),
    )

    assert len([a for a in cast.actors if a.kind == "organisation"]) == 4


def test_a_surname_without_its_marks_is_the_person_named_before() -> None:
    text = "Lucian Brașoveș spoke first. Brasoves, it was said, is a minister."

    cast = cast_of(text, ("Lucian Brașoveș", PERSON), ("Brasoves", PERSON))

    assert [actor.label for actor in cast.actors] == ["Lucian Brașoveș"]
