"""Labelled pairs of names: their form, their figures, and what is asked of them."""

import pytest

from bench.pairs import (
    PAIR_SETS,
    Pair,
    Scored,
    errors_of,
    figures_of,
    main,
    pairs_in,
    recall_at,
)

SCORED = [
    Scored(Pair("001", "a", "b", same=True), 0.95),
    Scored(Pair("002", "a", "c", same=False), 0.93),
    Scored(Pair("003", "a", "d", same=True), 0.92),
    Scored(Pair("004", "a", "e", same=True), 0.5),
]


def persons():
    return next(each for each in PAIR_SETS if each.name == "persons")


@pytest.mark.parametrize("each", PAIR_SETS, ids=lambda each: each.name)
def test_pairs_are_numbered_and_none_is_there_twice(each):
    pairs = each.pairs()

    numbers = [pair.number for pair in pairs]
    assert numbers == [f"{n:03}" for n in range(1, len(pairs) + 1)]
    assert len({frozenset((p.one, p.other)) for p in pairs}) == len(pairs)
    assert all(pair.remark for pair in pairs)


def test_parts_make_the_whole():
    for each in PAIR_SETS:
        seen, unseen = each.pairs("seen"), each.pairs("unseen")

        assert len(seen) + len(unseen) == len(each.pairs())
        assert 0.25 < len(unseen) / len(each.pairs()) < 0.4


def test_a_label_is_yes_or_no(tmp_path):
    path = tmp_path / "persons.csv"
    path.write_text("number,name_a,name_b,same,remark\n001,a,b,maybe,?\n")

    with pytest.raises(ValueError, match="pair 001: same is yes or no, not maybe"):
        pairs_in(path)


def test_figures_are_told_at_the_bar():
    figures = figures_of(SCORED, bar=0.9)

    assert (figures.pairs, figures.same) == (4, 3)
    assert figures.precision == pytest.approx(2 / 3)
    assert figures.recall == pytest.approx(2 / 3)
    assert figures.precise_recall == pytest.approx(1 / 3)


def test_without_a_link_there_is_no_precision():
    assert figures_of(SCORED, bar=0.99).precision is None
    assert figures_of([], bar=0.5).recall is None
    assert recall_at(0.98, []) == 0


def test_pairs_of_one_likeness_stand_or_fall_together():
    tied = [Scored(one.pair, 0.9) for one in SCORED]

    assert recall_at(0.98, tied) == 0
    assert recall_at(0.75, tied) == 1


@pytest.mark.parametrize("part", ["seen", "unseen"])
def test_persons_are_told_apart_as_well_as_is_asked(part):
    each = persons()

    figures = figures_of(each.scored(part), each.bar)

    assert figures.precision >= 0.98
    assert figures.recall >= 0.90


def test_errors_are_listed_of_the_seen_part_alone():
    each = persons()
    seen = {pair.number for pair in each.pairs("seen")}

    told = errors_of(each)

    assert told
    assert {line.split()[0] for line in told} <= seen


def test_the_command_prints_each_set_and_part(capsys):
    main([])

    told = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]

    assert told == [
        [each.name, part] for each in PAIR_SETS for part in ("seen", "unseen")
    ]
