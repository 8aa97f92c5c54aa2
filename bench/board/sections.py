"""The sections of the scoreboard below the targets."""

from collections import Counter
from collections.abc import Mapping

from bench.board import tables
from bench.board.results import Result
from bench.board.targets import (
    ALARMS,
    MEGABYTE_SECONDS,
    MEMORY_MB,
    PRESS_RATIO,
    RIGHT_WHEN_SURE,
    SURE,
    TREATY_RATIO,
)
from bench.board.words import sure_values
from bench.handcount import HandCount
from bench.scoring.certainty import RULES
from bench.scoring.counts import Count, added
from bench.speeds import Speed

NEGATIVES = "negatives kept empty"
Parts = tuple[Result, Result]  # unseen, seen


def alarms(unseen: Result, seen: Result) -> str:
    """In how many texts without cooperation something was read."""
    counts = [r.scored.totals.get(NEGATIVES, Count()) for r in (unseen, seen)]
    both = counts[0] + counts[1]
    told = [f"{c.wanted - c.right} of {c.wanted}" for c in (*counts, both)]
    return (
        "False alarms, texts without cooperation in which a record was read:"
        f" unseen {told[0]}, seen {told[1]}, together {told[2]}"
        f" (target: {ALARMS} of 30 at most).\n"
    )


def certainty(press: Parts, agreements: Parts) -> list[str]:
    """How far certainties can be trusted."""
    parts = {
        "press, unseen": press[0].judged,
        "press, seen": press[1].judged,
        "agreements, unseen": agreements[0].judged,
        "agreements, seen": agreements[1].judged,
    }
    promised = {
        "unseen": press[0].promises_judged,
        "seen": press[1].promises_judged,
    }
    told = [
        f"{name}: {tables.percent(right / given if given else None)}"
        for name, (given, right) in ((n, sure_values(v)) for n, v in parts.items())
    ]
    return [
        "## Certainty\n",
        f"Of the values given with {SURE} or more, {100 * RIGHT_WHEN_SURE:.0f} % should be"
        f" right. They are: {'; '.join(told)}.\n",
        tables.certainty_table(parts) + "\n",
        "Commitments and figures of press texts, by the marks (which hold only what"
        " matters to\ncooperation, so that some of what counts as wrong is true):\n",
        tables.certainty_table(promised) + "\n",
        f"What counts as right:\n\n{RULES}\n",
        f"### Values given with {SURE} or more, by field: press\n",
        tables.sure_table(dict(list(parts.items())[:2]), SURE) + "\n",
        f"### Values given with {SURE} or more, by field: agreements\n",
        tables.sure_table(dict(list(parts.items())[2:]), SURE) + "\n",
    ]


def errors(press: Parts, agreements: Parts) -> list[str]:
    """Why values are wrong or missing."""
    unseen, seen = (result.causes or Counter() for result in press)
    kinds = ("agreement", "event", "people", "organisations")
    return [
        "## Errors by cause\n",
        "Counted by machine from the alignment with the labels. *Missed* and *spurious*"
        " are whole\nrecords; the other causes lie within records that were found.\n",
        "### Press\n",
        *(tables.causes_table(kind, unseen, seen) + "\n" for kind in kinds),
        "### Agreements\n",
        tables.term_errors_table(*agreements) + "\n",
    ]


def promises(press: Parts, hand: Mapping[str, HandCount]) -> list[str]:
    """Commitments and figures, by the marks and by hand."""
    totals = [added(result.promises) for result in press]
    rows = [
        [
            name,
            *(cell for total in totals for cell in _promise(total.get(name, Count()))),
            _by_hand(hand.get(name)),
        ]
        for name in totals[1]
    ]
    head = ("", "unseen P", "R", "given", "seen P", "R", "given", "P by reading")
    return [
        "## Commitments and figures in press texts\n",
        "Precision and recall by the marks of `corpus/marked`: a commitment is right when"
        " its words are\nthose of a marked clause, a figure when they are those of a marked"
        " number. The marks hold what\nmatters to cooperation; so precision by reading"
        " stands beside it, of fifty drawn at random from\nthe tuning texts, which the"
        " model did not learn from (`python -m bench.handcount`): how many\nare right in"
        " every part, and how many in the main, a detail such as one of the actors being"
        "\nwrong. *Who* and *due* are counted over all commitments that were given.\n",
        tables.table(head, rows) + "\n",
        *(_not_right(name, count) for name, count in hand.items() if count.causes),
    ]


def _promise(count: Count) -> list[str]:
    precision = count.precision if count.given else None
    recall = count.recall if count.wanted else None
    return [tables.share(precision), tables.share(recall), str(count.given)]


def _by_hand(count: HandCount | None) -> str:
    if count is None:
        return ""
    if not count.read:
        return "not counted yet"
    return (
        f"{tables.share(count.right / count.read)} ({count.right} of {count.read});"
        f" in the main {tables.share(count.right_in_main / count.read)}"
    )


def _not_right(name: str, count: HandCount) -> str:
    causes = "; ".join(f"{cause} ({times})" for cause, times in count.causes.items())
    return f"Not right, by cause, of {count.read} {name}: {causes}.\n"


def speeds(
    timed: tuple[Speed | None, Speed | None], memory: tuple[int, int]
) -> list[str]:
    """How fast texts are read, and in how much memory (bytes)."""
    samples, megabyte = (peak // 1_000_000 for peak in memory)
    rows = []
    for name, speed, least in (
        ("press", timed[0], PRESS_RATIO),
        ("treaties", timed[1], TREATY_RATIO),
    ):
        if speed is not None:
            rows.append(_speed_row(name, speed, least))
    head = ("texts", "words/s", "spaCy, words/s", "ratio", "target", "s a text", "1 MB")
    return [
        "## Speed and memory\n",
        "Processor's time on one core, in turns with a bare pass of `en_core_web_sm` over"
        " the same\ntexts in the same run; 1 is as fast as spaCy, 3 three times as fast."
        f" A text of 1 MB should be\nread in {MEGABYTE_SECONDS:.0f} s.\n",
        tables.table(head, rows) + "\n",
        f"Peak memory of a process that reads the samples: {samples} MB; 1 MB of press"
        f" text in one piece:\n{megabyte} MB (target: under {MEMORY_MB} MB).\n",
    ]


def _speed_row(name: str, speed: Speed, least: float) -> list[str]:
    bare = speed.spacy_words_per_second
    return [
        name,
        f"{speed.words_per_second:.0f}",
        f"{bare:.0f}" if bare else tables.NOTHING,
        f"{speed.ratio:.2f}" if speed.ratio else tables.NOTHING,
        f"{least:.0f}",
        f"{speed.text_seconds:.2f}",
        f"{speed.megabyte_seconds:.0f} s",
    ]


def all_figures(results: Mapping[str, Parts]) -> list[str]:
    """Every figure of every set."""
    parts = [
        "## All figures\n",
        "P is precision, R recall, F1 their harmonic mean.\n",
    ]
    for name, (unseen, seen) in results.items():
        parts += [f"### {name}\n", tables.figures_table(unseen, seen) + "\n"]
    return parts


def sources(
    results: Mapping[str, Parts], about: Mapping[str, str], digests: Mapping[str, str]
) -> list[str]:
    """What the sets are, and that their quotes hold."""
    rows = []
    for name, told in about.items():
        if name not in results:
            rows.append([name, told, tables.NOTHING, tables.NOTHING, "not here"])
            continue
        unseen, seen = results[name]
        kept, all_values = (unseen + seen).quotes
        texts = f"{len(unseen.scored.texts)} + {len(seen.scored.texts)}"
        quotes = f"{kept} of {all_values}"
        rows.append([name, told, texts, quotes, digests[name][:12]])
    head = (
        "set",
        "what it is",
        "unseen + seen",
        "values that stand where they say",
        "",
    )
    return [
        "## What was measured\n",
        tables.table((*head[:4], "SHA-256"), rows) + "\n",
        "[The corpus](corpus.md) tells how its texts are labelled and how to score another"
        " system.\nIntervals: 95 % of a thousand drawings of the texts (bootstrap). The"
        " digest is that of texts and\nlabels. `bench/floors.toml` holds floors under the"
        " figures on the project's own sets; `make test`\nfails below them.\n",
    ]
