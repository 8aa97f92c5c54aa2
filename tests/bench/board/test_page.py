"""The scoreboard's page: what it tells of figures, certainty, errors and speed."""

from collections import Counter

import pytest

from bench.board import tables
from bench.board.page import Measured, page
from bench.board.results import Result
from bench.board.targets import PRESS, Target
from bench.board.words import on_targets, opening, sure_values
from bench.handcount import HandCount
from bench.score import Scored
from bench.scoring.certainty import Judged
from bench.scoring.counts import Count
from bench.speeds import Speed

UNSEEN = Result(
    Scored(
        (
            {"agreements": Count(1, 2, 2), "people": Count(3, 3, 3)},
            {"agreements": Count(2, 2, 2), "people": Count(1, 2, 2)},
        )
    ),
    judged=(Judged("people", 0.95, True), Judged("people", 0.9, False)),
    quotes=(7, 7),
    causes=Counter({("agreement", "missed: nothing was read"): 2}),
    promises=({"commitments": Count(1, 2, 4)},),
)
SEEN = Result(
    Scored(({"agreements": Count(4, 4, 4), "negatives kept empty": Count(1, 1, 1)},)),
    quotes=(5, 6),
    causes=Counter({("agreement", "kind: another"): 3}),
    promises=({"commitments": Count(2, 2, 2)},),
)
TERMS = Result(
    Scored(({"signed": Count(9, 9, 10), "notice": Count(0, 1, 1, 1)},)),
    judged=(Judged("signed", 0.97, True),),
)


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_a_target_stands_beside_the_figures_of_both_parts():
    target = Target("agreements", 0.7, "agreements")

    row = rows(tables.targets_table([target], UNSEEN, SEEN))[-1]

    assert row == ["agreements", ".700", ".750", ".500 – 1.000", "1.000", "yes"]


def test_a_target_may_be_of_recall_alone():
    of_recall = Target("agreements", 0.8, "agreements", "recall")
    result = Result(Scored(({"agreements": Count(3, 10, 3)},)))

    assert of_recall.is_reached(result.scored)
    assert not Target("agreements", 0.8, "agreements").is_reached(result.scored)


def test_what_the_texts_never_tell_is_no_miss():
    target = Target("signed", 0.96, "day of signing")

    row = rows(tables.targets_table([target], UNSEEN, SEEN))[-1]

    assert row == ["day of signing", ".960", "–", "–", "–", "–"]
    assert on_targets([target], (UNSEEN, SEEN)) == (
        "2 unseen texts, 1 seen. 0 of 0 targets are reached on the unseen ones."
    )


def test_targets_not_reached_are_named():
    told = on_targets(PRESS, (UNSEEN, SEEN))

    assert "0 of 2 targets are reached on the unseen ones." in told
    assert told.endswith("Not yet: agreements, people.")


def test_bands_of_certainty_stand_side_by_side():
    text = tables.certainty_table({"unseen": UNSEEN.judged, "seen": SEEN.judged})

    assert rows(text)[0] == [
        "certainty",
        "unseen: given",
        "right",
        "seen: given",
        "right",
    ]
    assert rows(text)[-1] == [".900 and more", "2", "50.0 %", "0", "–"]


def test_errors_are_summed_beyond_the_most_frequent(monkeypatch):
    monkeypatch.setattr(tables, "MOST_CAUSES", 1)

    text = tables.causes_table("agreement", UNSEEN.causes, SEEN.causes)

    assert rows(text)[2:] == [["kind: another", "0", "3"], ["1 other causes", "2", "0"]]


def test_terms_are_missed_or_wrong_or_spurious():
    text = tables.term_errors_table(TERMS, Result(Scored(())))

    assert rows(text)[2:] == [
        ["signed", "1", "0", "0", "0", "0", "0"],
        ["notice", "0", "1", "0", "0", "0", "0"],
    ]


def test_a_figure_without_values_has_no_share():
    result = Result(Scored(({"notice": Count(0, 0, 2)},)))

    row = rows(tables.figures_table(result, result))[-1]

    assert row[1:5] == ["–", ".000", ".000", "0/0/2"]


def test_an_officer_is_told_what_to_expect():
    told = "\n".join(opening(UNSEEN, TERMS))

    assert "Of 100 agreements that are reported, 75 are found" in told
    assert "People: 80 found, 80 there." in told
    assert "the day of signing 90" in told
    assert "50 of 100 are right (2 values)" in told
    assert "`MEMORANDA_POLICY=review`" in told
    assert "100 of 100 are right (1 values). Assisted intake may accept them." in told


@pytest.mark.parametrize(("right", "said"), [(999, "99"), (1000, "100"), (4, "0")])
def test_all_is_said_only_of_all(right, said):
    result = Result(Scored(({"people": Count(right, 1000, 1000)},)))

    assert f"People: {said} found" in "\n".join(opening(result, TERMS))


def test_sure_values_are_those_from_nine_tenths():
    values = [Judged("a", 0.9, True), Judged("a", 0.899, True), Judged("a", 1, False)]

    assert sure_values(values) == (2, 1)


def test_the_page_tells_all():
    speed = Speed(400, 4000, 2000, 2.0, megabyte_seconds=31)
    measured = Measured(
        results={"press": (UNSEEN, SEEN), "agreements": (TERMS, TERMS)},
        about={"press": "press texts", "agreements": "agreements", "hand": "treaties"},
        digests={"press": "a" * 64, "agreements": "b" * 64},
        versions={"Engine": "0.1.0", "model": "2026"},
        speeds=(speed, None),
        memory=(250_000_000, 500_000_000),
        hand={
            "commitments": HandCount(50, 41, 45, {"no promise": 9}),
            "figures": HandCount(),
        },
        remarks="More texts.",
    )

    text = page(measured)

    said = rows(text)
    assert "do not edit. Engine 0.1.0; model 2026." in text
    assert "unseen 0 of 0, seen 0 of 1, together 0 of 1 (target: 1 of 30" in text
    assert "## What would lift it\n\nMore texts." in text
    assert ["press", "4000", "2000", "2.00", "1", "0.10", "31 s"] in said
    assert ["press", "press texts", "2 + 1", "12 of 13", "a" * 12] in said
    assert ["hand", "treaties", "–", "–", "not here"] in said
    assert ".820 (41 of 50); in the main .900" in text
    assert "Not right, by cause, of 50 commitments: no promise (9)." in text
    assert "of 0 figures" not in text
    assert "reads the samples: 250 MB;" in text
    assert "500 MB (target: under 600 MB)" in text
