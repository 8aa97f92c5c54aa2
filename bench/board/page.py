"""The scoreboard's page, put together from what was measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.board import sections, tables
from bench.board.pairs import PairResult, pairs
from bench.board.register import register
from bench.board.results import Result
from bench.board.targets import AGREEMENTS, PRESS
from bench.board.words import on_names, on_targets, opening
from bench.handcount import HandCount
from bench.register.figures import RegisterFigures
from bench.speeds import Speed


@dataclass(frozen=True, slots=True)
class Measured:
    """All that the page tells: results by set and part, speeds, versions."""

    results: Mapping[str, tuple[Result, Result]]  # by set: unseen, seen
    about: Mapping[str, str]
    digests: Mapping[str, str]
    versions: Mapping[str, str]
    speeds: tuple[Speed | None, Speed | None]  # press, treaties
    memory: tuple[int, int]
    hand: Mapping[str, HandCount]
    pairs: Mapping[str, PairResult] = field(default_factory=dict)
    remarks: str = ""
    register: RegisterFigures | None = None

    def together(self, names: Sequence[str]) -> tuple[Result, Result]:
        """The unseen and the seen part of several sets as one."""
        found = [self.results[name] for name in names if name in self.results]
        parts = zip(*found, strict=True)
        unseen, seen = (sum(part[1:], start=part[0]) for part in parts)
        return unseen, seen


GROUPS = (
    (("hand", "unts"), "Real treaties (hand, unts)"),
    (("modern",), "Hard agreements written for development (modern)"),
    (("agreements",), "Agreements of the corpus (agreements)"),
    (("instruments",), "Agreements of museums, schools and towns (instruments)"),
    (("layouts",), "Agreements each laid out unlike the others (layouts)"),
)


def page(measured: Measured) -> str:
    """The page, as Markdown."""
    groups = [
        (names, title)
        for names, title in GROUPS
        if any(name in measured.results for name in names)
    ]
    press = measured.results["press"]
    agreements = measured.together([name for names, _ in groups for name in names])
    parts = [
        _head(measured),
        *_means(press[0], agreements[0], measured.pairs),
        "## Press: targets\n",
        on_targets(PRESS, press) + "\n",
        tables.targets_table(PRESS, *press) + "\n",
        sections.alarms(*press),
        "## Agreements: targets\n",
    ]
    for names, title in groups:
        both = measured.together(names)
        parts += [f"### {title}\n", on_targets(AGREEMENTS, both) + "\n"]
        parts.append(tables.targets_table(AGREEMENTS, *both) + "\n")
    parts += [
        *sections.certainty(press, agreements),
        *sections.errors(press, agreements),
        *sections.promises(press, measured.hand),
        *(pairs(measured.pairs) if measured.pairs else []),
        *(
            [f"## What would lift it\n\n{measured.remarks}\n"]
            if measured.remarks
            else []
        ),
        *sections.speeds(measured.speeds, measured.memory),
        *register(measured.register),
        *sections.all_figures(measured.results),
        *sections.sources(measured.results, measured.about, measured.digests),
    ]
    return "\n".join(parts)


def _head(measured: Measured) -> str:
    told = "; ".join(f"{name} {value}" for name, value in measured.versions.items())
    return f"""# Scoreboard

Made by `make bench`; do not edit. {told}.

*Unseen* texts are those that no rule was written and no model fitted after: their figures
are what to expect of a text of your own. *Seen* texts are those that the reader was made
with. A gap between the two says how much it has learnt by heart. English texts only.
"""


def _means(
    press: Result, agreements: Result, pairs_: Mapping[str, PairResult]
) -> list[str]:
    sentences = [*opening(press, agreements), *on_names(pairs_)]
    told = "\n".join(f"- {sentence}" for sentence in sentences)
    return [
        "## What the figures mean\n",
        told + "\n",
        "Every value has its quote, one click away. *Found*: of what a text says, how"
        " much\nis read. *There*: of what is read, how much the text says.\n",
    ]
