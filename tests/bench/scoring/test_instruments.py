"""Scoring the reading of agreement texts, on invented pairs and beside the scorer
that the figures of others were made with."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench.scoring.counts import Count, added
from bench.scoring.instruments import counts_of, lists_of

ROOT = Path(__file__).parents[3]
SHARED_SCORER = ROOT.parent / "shared" / "score" / "score_instruments.py"
GOLD: dict[str, Any] = {
    "id": "900",
    "title": "Agreement between Norway and Chile on cultural co-operation",
    "kind": "agreement",
    "parties": ["Kingdom of Norway", "Republic of Chile"],
    "signatories": [{"name": "Ana Lund", "title": "Minister", "for": "Norway"}],
    "signed": "1961-05-04",
    "place": "Oslo",
    "entry_into_force": "exchange_of_ratifications+P30D",
    "duration": "P5Y",
    "renewal": {"automatic": True, "period": None},
    "notice": "P6M",
    "fields": ["film", "museums"],
    "languages": ["no", "es"],
    "joint_body": None,
    "obligations": [
        {"who": "both", "what": "exchange films and books", "article": "II"},
        {"who": "both", "what": "lend paintings to museums", "article": "Third"},
    ],
}


def right(**changed: Any) -> dict[str, Count]:
    """The counts of a reading that is the labels' own but for what is changed."""
    return counts_of(GOLD, GOLD | changed)


def test_the_labels_themselves_are_all_right():
    counts = right()

    assert all(c.right == c.given == c.wanted for c in counts.values())
    assert [n for n, c in counts.items() if not c.wanted] == [
        "joint_body",
        "renewal.period",
    ]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("kind", "Agreement"),
        ("parties", ["CHILE", "the Kingdom of Norway"]),
        ("signatories", [{"name": "A. LUND", "title": "Minister", "for": "Norway"}]),
        ("entry_into_force", "exchange_of_ratifications + P1M"),
        ("notice", "P180D"),
        ("fields", ["cinema", "museum"]),
        ("languages", ["es", "no"]),
        ("title", "No. 12. Agreement between Norway and Chile, signed at Oslo"),
    ],
)
def test_another_way_to_say_it_is_right(part, value):
    assert right(**{part: value}) == right()


@pytest.mark.parametrize(
    ("changed", "part", "count"),
    [
        ({"signed": "1961-05-05"}, "signed", Count(0, 1, 1, 1)),
        ({"signed": None}, "signed", Count(0, 0, 1)),
        ({"joint_body": "Committee"}, "joint_body", Count(0, 1, 0)),
        ({"parties": ["Norway", "Peru"]}, "parties", Count(1, 2, 2)),
        ({"fields": ["film", "films", "sport"]}, "fields", Count(1, 2, 2)),
        ({"signatories": []}, "signatories", Count(0, 0, 1)),
        ({"signatories": []}, "signatories.for", Count(0, 0, 1)),
        ({"duration": "P4Y"}, "duration", Count(0, 1, 1, 1)),
        (
            {"renewal": {"automatic": False, "period": None}},
            "renewal.automatic",
            Count(0, 1, 1, 1),
        ),
    ],
)
def test_what_is_wrong_is_counted(changed, part, count):
    assert right(**changed)[part] == count


def test_a_renewal_of_no_stated_length_may_be_read_as_one_of_the_first_term():
    first_term = {"automatic": True, "period": "P5Y"}
    other = {"automatic": True, "period": "P2Y"}

    assert right(renewal=first_term)["renewal.period"] == Count()
    assert right(renewal=other)["renewal.period"] == Count(0, 1, 0)


def test_a_part_without_a_label_is_not_scored():
    gold = {key: value for key, value in GOLD.items() if key != "signed"}

    assert "signed" not in counts_of(gold, GOLD)


@pytest.mark.parametrize(
    ("label", "scored"),
    [
        ("exchange_of_ratifications+P30D", True),
        ("provisional:signature;exchange_of_ratifications", True),
        ("on the day of the last signature", False),
        ("2025-01-01", False),
    ],
)
def test_only_rules_of_entry_into_force_are_scored(label, scored):
    gold = GOLD | {"entry_into_force": label}

    assert ("entry_into_force" in counts_of(gold, gold)) == scored


def test_duties_are_found_by_article_and_words():
    films = {"who": "both", "what": "shall exchange films and books", "article": "2"}
    elsewhere = films | {"article": "7"}

    assert right(obligations=[films])["obligations"] == Count(1, 1, 2)
    assert right(obligations=[films, films])["obligations"] == Count(1, 1, 2)
    assert right(obligations=[elsewhere])["obligations"] == Count(0, 1, 2)
    assert right(obligations=[elsewhere])["obligations.article"] == Count(0, 1, 2)


@pytest.mark.parametrize(
    ("label", "read", "count"),
    [
        ("2021-05", "2021-05-31", Count(1, 1, 1)),
        ("2021-05-31", "2021", Count(0, 1, 1, 1)),
        ("each December", "every December", Count(1, 1, 1)),
        ("each December", "2021", Count(0, 1, 1, 1)),
        ("2021", None, Count(0, 0, 1)),
        (None, "2021", None),
    ],
)
def test_deadlines_are_compared_where_labels_tell_them(label, read, count):
    duty = {"who": "both", "what": "lend paintings", "article": "3"}
    gold = GOLD | {"obligations": [duty | {"due": label}]}

    counts = counts_of(gold, {"obligations": [duty | {"due": read}]})

    assert counts.get("obligations.due") == count


def test_a_reading_takes_the_form_of_the_labels():
    quoted = {"value": "P6M", "start": 0, "end": 10, "quote": "six months"}
    reading = {
        "document": {"source": "texts/900.txt"},
        "instruments": [
            {
                "notice": quoted,
                "parties": [{"name": "Chile"}],
                "signatories": [{"name": "Ana Lund", "capacity": "Minister"}],
            },
            {"notice": "P1Y"},
        ],
        "commitments": [{"who": ["Chile", "Norway"], "what": "lend", "article": "3"}],
    }

    read = lists_of(reading)

    assert (read["notice"], read["parties"], read["signed"]) == ("P6M", ["Chile"], None)
    assert read["signatories"] == [
        {"name": "Ana Lund", "title": "Minister", "for": None}
    ]
    assert read["obligations"] == [
        {"who": "Chile; Norway", "what": "lend", "article": "3", "due": None}
    ]


def test_a_reading_of_nothing_misses_all():
    counts = counts_of(GOLD, lists_of({"document": {"source": "900.txt"}}))

    assert all(c.given == 0 and c.missed == c.wanted for c in counts.values())


@pytest.mark.skipif(
    not SHARED_SCORER.exists(), reason="the shared scorer is not beside the project"
)
@pytest.mark.parametrize("step", [1, 2, 3])
def test_the_figures_are_those_of_the_shared_scorer(step):
    gold = labels()
    read = [
        mixed(one, gold[(n + step) % len(gold)], step) for n, one in enumerate(gold)
    ]

    ours = added([counts_of(g, r) for g, r in zip(gold, read, strict=True)])
    theirs = dict(figures_of(shared_scorer().score(read, gold)))

    assert {
        name: (c.right, c.given, c.wanted)
        for name, c in ours.items()
        if (c.given or c.wanted) and name != "obligations.due"
    } == theirs


def labels() -> list[dict[str, Any]]:
    files = sorted((ROOT / "corpus" / "agreements").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def mixed(one: dict[str, Any], other: dict[str, Any], step: int) -> dict[str, Any]:
    """A reading that is right in some parts: every fourth part is another text's."""
    parts = list(one)[1:]
    wrong = {name: other.get(name) for name in parts[step % 4 :: 4]}
    duties = [*one["obligations"][step:], *other["obligations"][:step]]
    signed = [*one["signatories"][1:], *other["signatories"][:1]]
    return one | wrong | {"obligations": duties, "signatories": signed}


def shared_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_scorer", SHARED_SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures_of(scored: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for name, row in scored.items():
        given, wanted = row["tp"] + row["fp"], row["tp"] + row["fn"]
        if given or wanted:
            yield name, (row["tp"], given, wanted)
