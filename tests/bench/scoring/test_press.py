"""Scoring the reading of press texts, on invented pairs and beside the scorer that
the figures of others were made with."""

import copy
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench.scoring.causes import causes_of
from bench.scoring.counts import Count, added
from bench.scoring.press import counts_of

ROOT = Path(__file__).parents[3]
SHARED_SCORER = ROOT.parent / "shared" / "score" / "score_press.py"
AGREEMENT: dict[str, Any] = {
    "kind": "memorandum",
    "parties": ["Harbour Museum", "City Gallery"],
    "signatories": ["Ann Lee"],
    "signed": "2020-01",
    "place": "Oslo",
    "status": "signed",
}
EVENT: dict[str, Any] = {
    "kind": "exhibition",
    "name": "Silk Roads",
    "organisers": ["Harbour Museum"],
    "participants": ["Ann Lee"],
    "start": "2020-03-01",
    "end": "2020-04-01",
    "place": "Oslo",
    "status": "planned",
}
GOLD: dict[str, Any] = {
    "id": "900",
    "negative": False,
    "agreements": [AGREEMENT],
    "events": [EVENT],
    "people": ["Ann Lee"],
    "organisations": ["Harbour Museum", "City Gallery"],
}


def read(**changed: Any) -> dict[str, Any]:
    """A reading that is the labels' own but for the lists that are changed."""
    return GOLD | changed


def changed(record: dict[str, Any], **parts: Any) -> list[dict[str, Any]]:
    return [record | parts]


def test_the_labels_themselves_are_all_right():
    counts = counts_of(GOLD, GOLD)

    assert all(c.right == c.given == c.wanted > 0 for c in counts.values())
    assert causes_of(GOLD, GOLD) == {}


@pytest.mark.parametrize(
    ("reading", "figure", "count"),
    [
        (read(agreements=[]), "agreements", Count(0, 0, 1)),
        (
            read(agreements=changed(AGREEMENT, parties=["GALLERY, City", "Sea"])),
            "agreement.parties",
            Count(1, 2, 2),
        ),
        (
            read(agreements=changed(AGREEMENT, signed="2020-01-31")),
            "agreement.signed",
            Count(1, 1, 1),
        ),
        (
            read(agreements=changed(AGREEMENT, signed="2020")),
            "agreement.signed",
            Count(0, 1, 1, 1),
        ),
        (
            read(events=changed(EVENT, kind="conference")),
            "events",
            Count(0, 1, 1),
        ),
        (
            read(events=changed(EVENT, kind="other")),
            "events (same kind)",
            Count(0, 1, 1, 1),
        ),
        (read(events=changed(EVENT, end=None)), "event dates", Count(1, 1, 2)),
        (read(people=["Ann Lee", "Sea"]), "people", Count(1, 2, 1)),
    ],
)
def test_what_is_wrong_is_counted(reading, figure, count):
    assert counts_of(GOLD, reading)[figure] == count


@pytest.mark.parametrize(
    ("reading", "causes"),
    [
        (read(agreements=[]), {("agreement", "missed: nothing was read"): 1}),
        (
            read(agreements=[AGREEMENT, AGREEMENT]),
            {("agreement", "spurious: one was told as two"): 1},
        ),
        (
            read(agreements=changed(AGREEMENT, parties=["Sea", "Sand"])),
            {
                (
                    "agreement",
                    "missed: what was read has nothing in common with it",
                ): 1,
                (
                    "agreement",
                    "spurious: has nothing in common with what is missed",
                ): 1,
            },
        ),
        (
            read(agreements=changed(AGREEMENT, signed=None, status="planned")),
            {
                ("agreement", "day of signing: none"): 1,
                ("agreement", "status: planned for signed"): 1,
            },
        ),
        (
            read(agreements=changed(AGREEMENT, kind="treaty", place="Rome")),
            {("agreement", "kind: another"): 1, ("agreement", "place: another"): 1},
        ),
        (
            read(events=changed(EVENT, kind="conference")),
            {
                ("event", "missed: read as another kind"): 1,
                ("event", "spurious: is of another kind"): 1,
            },
        ),
        (
            read(events=changed(EVENT, start="2020", end=None, organisers=[])),
            {
                ("event", "first day: less exact"): 1,
                ("event", "last day: none"): 1,
                ("event", "organiser: missed"): 1,
            },
        ),
        (
            read(people=[], organisations=[*GOLD["organisations"], "Ann Lee"]),
            {
                ("people", "missed: taken for a body"): 1,
                ("organisations", "spurious: is a person"): 1,
            },
        ),
    ],
)
def test_each_error_has_its_cause(reading, causes):
    assert causes_of(GOLD, reading) == causes


def test_two_agreements_of_the_same_actors_need_two_records():
    gold = GOLD | {"agreements": [AGREEMENT, AGREEMENT | {"signed": "2010"}]}

    causes = causes_of(gold, GOLD)

    assert causes == {
        ("agreement", "missed: another of the same actors or place was read"): 1
    }


def test_a_record_in_a_text_without_cooperation_is_an_alarm():
    gold = GOLD | {"agreements": [], "events": [], "negative": True}

    assert counts_of(gold, GOLD)["negatives kept empty"] == Count(0, 1, 1)
    assert counts_of(gold, gold)["negatives kept empty"] == Count(1, 1, 1)
    assert causes_of(gold, GOLD) == {
        ("agreement", "spurious: in a text without cooperation"): 1,
        ("event", "spurious: in a text without cooperation"): 1,
    }


@pytest.mark.skipif(
    not SHARED_SCORER.exists(), reason="the shared scorer is not beside the project"
)
@pytest.mark.parametrize("step", [1, 2, 3])
def test_the_figures_are_those_of_the_shared_scorer(step):
    gold = json.loads((ROOT / "corpus" / "gold.json").read_text(encoding="utf-8"))
    readings = [mixed(one, gold[n - step], step) for n, one in enumerate(gold)]
    shared = shared_scorer()

    ours = added([counts_of(g, r) for g, r in zip(gold, readings, strict=True)])
    theirs = shared.add_up(
        shared.score_article(g, r) for g, r in zip(gold, readings, strict=True)
    )

    wanted = {name: tuple(theirs[name]) for name in ours if name in theirs}
    assert len(wanted) == 10
    assert {
        name: (ours[name].right, ours[name].given, ours[name].wanted) for name in wanted
    } == wanted


def mixed(one: dict[str, Any], other: dict[str, Any], step: int) -> dict[str, Any]:
    """A reading with another text's records between its own, and parts left out."""
    made = copy.deepcopy(one)
    made["agreements"] = [*other["agreements"][:1], *made["agreements"][step - 1 :]]
    made["events"] = [*made["events"][step - 1 :], *other["events"][:step]]
    made["people"] = [*other["people"][:step], *made["people"][step:]]
    made["organisations"] = made["organisations"][::-1][step:]
    for item in made["agreements"][::2]:
        item |= {"signed": (item["signed"] or "2001")[:4], "status": "planned"}
        item["parties"] = [*item["parties"][1:], *item["signatories"][:1]]
    for event in made["events"][::2]:
        event |= {"kind": "festival", "end": event["start"], "place": None}
    return made


def shared_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_press", SHARED_SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
