"""The scoreboard's section on names."""

import pytest

from bench.board.pairs import PairResult, interval, pairs
from bench.board.words import on_names
from bench.pairs import PairFigures, PairSpeed

UNSEEN = PairFigures(
    pairs=10, same=5, linked=4, precision=1.0, recall=0.8, precise_recall=0.8
)
SEEN = PairFigures(
    pairs=20, same=10, linked=10, precision=0.9, recall=0.9, precise_recall=0.7
)
RESULT = PairResult(UNSEEN, SEEN, PairSpeed(first=2000.4, again=50_000.0))


def test_each_set_has_its_figures_with_targets_and_what_they_rest_on():
    told = "\n".join(pairs({"persons": RESULT}))

    rows = [line for line in told.splitlines() if line.startswith("|")][2:]
    assert rows == [
        "| persons | precision | .980 | 1.000 | .510 – 1.000 | .900 | yes "
        "| 5 of 10 one | 10 of 20 one |",
        "|  | recall | .900 | .800 | .376 – .964 | .900 | no |  |  |",
        "|  | recall at precision .980 | – | .800 | – | .700 | – |  |  |",
    ]
    assert "persons 2,000 names met first, 50,000 met before" in told


def test_a_set_without_links_has_no_precision():
    none = PairFigures(
        pairs=2, same=1, linked=0, precision=None, recall=0.0, precise_recall=0.0
    )

    told = "\n".join(pairs({"bodies": PairResult(none, none, RESULT.speed)}))

    assert "| bodies | precision | – | – | – | – | – |" in told


def test_the_page_says_in_a_sentence_what_they_mean():
    assert list(on_names({"persons": RESULT})) == [
        "**Names.** Of 100 pairs that are one: of persons 80 are joined by the names "
        "alone, and of 100 that are joined 100 are one."
    ]
    assert list(on_names({})) == []


@pytest.mark.parametrize(
    ("part", "of", "ends"), [(0.5, 10, (0.237, 0.763)), (1.0, 100, (0.963, 1.0))]
)
def test_the_interval_stays_between_nothing_and_all(part, of, ends):
    assert interval(part, of) == pytest.approx(ends, abs=0.001)
