"""Counts, the figures that follow, and how far they are to be trusted."""

import pytest

from bench.scoring.counts import Count, added, interval


def test_figures_follow_from_counts():
    count = Count(right=6, given=8, wanted=10, wrong=1)

    assert (count.precision, count.recall) == (0.75, 0.6)
    assert count.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert (count.missed, count.spurious) == (3, 1)


def test_counts_of_texts_add_up():
    texts = [{"people": Count(1, 2, 3)}, {"people": Count(1, 1, 1), "events": Count()}]

    assert added(texts) == {"people": Count(2, 3, 4), "events": Count()}


@pytest.mark.parametrize("measure", ["precision", "recall", "f1"])
def test_an_interval_holds_the_figure_and_narrows_with_texts(measure):
    few = [{"people": Count(1, 2, 2)}, {"people": Count(2, 2, 2)}] * 5
    many = few * 20

    low, high = interval(few, "people", measure)
    inner_low, inner_high = interval(many, "people", measure)

    assert low < inner_low < 0.75 < inner_high < high


def test_texts_that_are_silent_say_nothing():
    texts = [{"people": Count(1, 2, 2)}, {"people": Count()}]

    assert interval(texts, "people") == (0.5, 0.5)
    assert interval([{"people": Count()}], "people") == (0.0, 1.0)
