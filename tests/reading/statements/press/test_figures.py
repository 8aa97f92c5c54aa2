from collections.abc import Callable

import pytest

from memoranda.reading.statements.press.figures import read_figures
from memoranda.reading.statements.press.scene import Scene


@pytest.mark.parametrize(
    ("sentence", "indicator", "value", "unit"),
    [
        (
            "Turnover amounted to $2.6 billion in 2020.",
            "turnover",
            2_600_000_000,
            "USD",
        ),
        ("The grant is worth 400,000 euros.", "grant", 400_000, "euros"),
        ("The show has more than 60 photographs.", "photographs", 60, None),
        ("Some 1,200 old Korean volumes came back.", "volumes", 1200, None),
    ],
)
def test_a_number_and_what_it_counts(
    sentence: str,
    indicator: str,
    value: int,
    unit: str | None,
    scene_of: Callable[..., Scene],
) -> None:
    [figure] = read_figures(scene_of(sentence))

    assert figure.indicator.value == indicator
    assert figure.value.value == value
    assert (figure.unit.value if figure.unit else None) == unit


def test_a_figure_keeps_its_year_and_states(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of("Trade between Norway and Portugal reached $3 million in 2020.")

    [figure] = read_figures(scene)

    assert figure.period is not None
    assert figure.period.value == "2020"
    assert [state.value for state in figure.about] == ["Norway", "Portugal"]
