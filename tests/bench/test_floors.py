"""No figure falls below its floor, and no floor is lowered silently."""

import pytest

from bench.floors import (
    ADVICE,
    Figure,
    Floors,
    Lowering,
    Measured,
    as_toml,
    complaints,
    load,
    lowered,
    main,
    measured,
    raised,
)

NAME = "press.unseen.agreements"
DIGESTS = {"press": "abc"}
FLOORS = Floors({NAME: 0.6}, DIGESTS)


def today(value: float, **digests: str) -> Measured:
    return Measured({NAME: Figure(value, texts=50)}, digests or DIGESTS)


@pytest.mark.slow
def test_no_figure_is_below_its_floor():
    wrong = complaints(load(), measured())

    assert not wrong, "\n".join(["", *wrong, "", ADVICE])


def test_a_figure_on_its_floor_is_in_order():
    assert complaints(FLOORS, today(0.6)) == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (today(0.5994), f"{NAME}: the floor is 0.600, the figure 0.599"),
        (
            today(0.7, press="other"),
            "press: texts or labels changed since the floors were set",
        ),
        (
            Measured({}, DIGESTS),
            f"{NAME}: has the floor 0.600 and is not measured any more",
        ),
    ],
)
def test_what_is_wrong_is_said(found, said):
    assert complaints(FLOORS, found) == [said]


def test_a_new_figure_wants_a_floor():
    assert complaints(Floors({}, DIGESTS), today(0.7)) == [
        f"{NAME}: has no floor, the figure is 0.700"
    ]


def test_a_floor_is_less_than_half_a_text_below_its_figure():
    figure = Figure(0.75, texts=50)

    assert 0.75 - 0.5 / 50 < figure.floor < 0.75
    assert Figure(0.001, texts=2).floor == 0.0


def test_floors_are_raised_and_never_lowered():
    assert raised(FLOORS, today(0.8)).floors == {NAME: 0.792}
    assert raised(FLOORS, today(0.5)).floors == {NAME: 0.6}
    assert raised(FLOORS, Measured({}, DIGESTS)).floors == {NAME: 0.6}


def test_a_floor_is_lowered_with_a_reason_that_is_kept(tmp_path):
    reason = 'labels of "host" were mended'

    floors = lowered(FLOORS, today(0.5), {NAME: reason})

    assert floors.floors == {NAME: 0.492}
    assert floors.lowered == (Lowering(NAME, 0.6, 0.492, reason),)
    path = tmp_path / "floors.toml"
    path.write_text(as_toml(floors), encoding="utf-8")
    assert load(path) == floors


def test_a_figure_that_is_gone_loses_its_floor_with_a_reason():
    floors = lowered(FLOORS, Measured({}, DIGESTS), {NAME: "not scored any more"})

    assert floors.floors == {}
    assert [told.name for told in floors.lowered] == [NAME]


@pytest.mark.parametrize(
    ("value", "why", "said"),
    [
        (0.5, {"press.unseen.people": "labels were mended"}, "there is no floor"),
        (0.7, {NAME: "labels were mended"}, "is not below its floor"),
        (0.5, {NAME: "because"}, "three words at least"),
    ],
)
def test_a_floor_is_not_lowered_lightly(value, why, said):
    with pytest.raises(ValueError, match=said):
        lowered(FLOORS, today(value), why)


@pytest.mark.parametrize("given", [["--lower", NAME], ["--because", "a good reason"]])
def test_lowering_and_its_reason_go_together(given):
    with pytest.raises(SystemExit, match="go together"):
        main(given)


def test_no_file_is_no_floor(tmp_path):
    assert load(tmp_path / "floors.toml") == Floors()


def test_what_processors_round_is_no_loss() -> None:
    floors = Floors({NAME: 0.75}, DIGESTS)

    def complains(value: float, rounding: float) -> bool:
        figure = Figure(value, texts=50, rounding=rounding)
        return bool(complaints(floors, Measured({NAME: figure}, DIGESTS)))

    assert complains(0.74, 0.0)
    assert not complains(0.74, 0.02)
    assert complains(0.72, 0.02)
