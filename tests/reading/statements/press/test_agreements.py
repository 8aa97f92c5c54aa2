from collections.abc import Callable

import pytest

from memoranda.reading.statements.press.agreements import agreement_drafts
from memoranda.reading.statements.press.scene import Scene

ACTIVE = "The [O Harbour Museum] and the [O Linden Library] signed a memorandum on 3 May 2021."
PASSIVE = (
    "A memorandum was signed by the [O Harbour Museum] and the [O Linden Library]"
    " in Vienna on 3 May 2021."
)
NOUN = (
    "The signing of a memorandum between the [O Harbour Museum] and the"
    " [O Linden Library] took place on 3 May 2021."
)
RELATIVE = (
    "The memorandum which the [O Harbour Museum] and the [O Linden Library]"
    " concluded on 3 May 2021 covers loans."
)
PARTNER = "On 3 May 2021 the [O Harbour Museum] inked a memorandum with the [O Linden Library]."


@pytest.mark.parametrize("marked", [ACTIVE, PASSIVE, NOUN, RELATIVE, PARTNER])
def test_one_agreement_in_every_voice(
    marked: str, scene_of: Callable[..., Scene]
) -> None:
    scene = scene_of(marked)

    [draft] = agreement_drafts(scene)

    parties = {scene.actor(p).label for p in draft.parties}
    assert parties == {"Harbour Museum", "Linden Library"}
    assert (draft.kind, draft.status) == ("memorandum", "signed")
    assert draft.signed is not None
    assert draft.signed.edtf == "2021-05-03"


def test_persons_sign_for_their_bodies(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The agreement was signed by [P Anna Weiss], director of the"
        " [O Harbour Museum], and [P Jan Novak], who heads the [O Linden Library]."
    )

    [draft] = agreement_drafts(scene)

    assert [scene.actor(p).label for p in draft.signatories] == [
        "Anna Weiss",
        "Jan Novak",
    ]
    assert [scene.actor(p).label for p in draft.parties] == [
        "Harbour Museum",
        "Linden Library",
    ]


def test_ministers_bind_their_states(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "Norway's culture minister [P Anna Weiss] and her Portuguese counterpart"
        " [P Rui Costa] signed a declaration on museums."
    )

    [draft] = agreement_drafts(scene)

    assert {scene.actor(p).country for p in draft.parties} == {"NOR", "PRT"}


def test_several_papers_with_several_partners(
    scene_of: Callable[..., Scene],
) -> None:
    scene = scene_of(
        "The [O Harbour Museum] signed memorandums with the [O Linden Library]"
        " and the [O Opera Studio]."
    )

    drafts = agreement_drafts(scene)

    pairs = [[scene.actor(p).label for p in draft.parties] for draft in drafts]
    assert pairs == [
        ["Harbour Museum", "Linden Library"],
        ["Harbour Museum", "Opera Studio"],
    ]


def test_the_document_is_the_memorandum_again(
    scene_of: Callable[..., Scene],
) -> None:
    scene = scene_of(
        f"{ACTIVE} The document was signed by [P Anna Weiss] and [P Jan Novak]."
    )

    [draft] = agreement_drafts(scene)

    assert [scene.actor(p).label for p in draft.signatories] == [
        "Anna Weiss",
        "Jan Novak",
    ]


@pytest.mark.parametrize(
    "denial",
    [
        "No agreement between the [O Harbour Museum] and the [O Linden Library] was signed.",
        "The agreement between the [O Harbour Museum] and the [O Linden Library] has not been signed.",
    ],
)
def test_a_denied_agreement_is_a_note(
    denial: str, scene_of: Callable[..., Scene]
) -> None:
    scene = scene_of(denial)

    drafts = agreement_drafts(scene)

    assert drafts == []
    assert [note.reason for note in scene.notes] == ["an agreement that is denied"]


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        (
            "The [O Harbour Museum] and the [O Linden Library] will sign an agreement.",
            "planned",
        ),
        (
            "An agreement between the [O Harbour Museum] and the [O Linden Library] is in force.",
            "in-force",
        ),
        (
            "The agreement between the [O Harbour Museum] and the [O Linden Library] expired.",
            "ended",
        ),
        (
            "She suggested an agreement between the [O Harbour Museum] and the [O Linden Library].",
            "proposed",
        ),
    ],
)
def test_how_it_stands(
    marked: str, status: str, scene_of: Callable[..., Scene]
) -> None:
    [draft] = agreement_drafts(scene_of(marked))

    assert draft.status == status


@pytest.mark.parametrize(
    "coming", ["will soon sign", "are planning to sign", "have agreed to conclude"]
)
def test_what_is_still_to_come_is_planned(
    coming: str, scene_of: Callable[..., Scene]
) -> None:
    scene = scene_of(
        f"The [O Harbour Museum] and the [O Linden Library] {coming} a memorandum."
    )

    [draft] = agreement_drafts(scene)

    assert draft.status == "planned"


def test_a_deal_is_a_paper_and_to_deal_with_is_not(
    scene_of: Callable[..., Scene],
) -> None:
    signed = scene_of(
        "The [O Harbour Museum] signed a deal with the [O Linden Library]."
    )
    busy = scene_of("The [O Harbour Museum] has to deal with the [O Linden Library].")

    [draft] = agreement_drafts(signed)

    assert draft.kind == "agreement"
    assert agreement_drafts(busy) == []


def test_the_house_it_was_signed_in_is_no_party(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The [O Harbour Museum] and the [O Linden Library] met."
        " A memorandum was signed on 3 May 2021 in the [O Old Town Hall]."
    )

    [draft] = agreement_drafts(scene)

    labels = {scene.actor(party).label for party in draft.parties}
    assert labels == {"Harbour Museum", "Linden Library"}
