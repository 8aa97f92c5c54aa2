"""The day a paper was signed: of its clause, else its sentence, else the one before."""

import re
from collections.abc import Iterator, Sequence

from memoranda.reading.dates import DateMention
from memoranda.reading.statements.press.affairs import LEAD, Draft
from memoranda.reading.statements.press.papers import Paper
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.when import (
    dates_near,
    not_after,
    sentence_dates,
)

SAME_DAY = re.compile(
    r"\b(?:same|that) (?:day|occasion|ceremony|evening)\b|\bat the same time\b"
)


def signing_day(
    scene: Scene, paper: Paper, status: str, *, known: Sequence[Draft]
) -> DateMention | None:
    """The first date offered that fits the status; None when there is none."""
    if status == "proposed" or (paper.voice is None and status != "signed"):
        return None
    for mention in _offers(scene, paper, known):
        single = mention.edtf and "/" not in mention.edtf
        if single and (status == "planned" or not_after(mention, scene.published)):
            return mention
    return None


def _offers(
    scene: Scene, paper: Paper, known: Sequence[Draft]
) -> Iterator[DateMention]:
    skeleton = scene.skeletons[paper.sentence]
    anchor = paper.voice.start if paper.voice else paper.position
    yield from dates_near(skeleton, anchor, paper.reach)
    if paper.voice is None:
        return
    if SAME_DAY.search(scene.text, *scene.sentences[paper.sentence]):
        if known and known[-1].signed and known[-1].sentences[-1] == paper.sentence - 1:
            yield known[-1].signed
        elif paper.sentence:
            yield from _only(sentence_dates(scene, paper.sentence - 1))
    if paper.newness != "definite" or paper.kind:
        yield from _only(sentence_dates(scene, paper.sentence))
        yield from _only(_sentence_before(scene, paper.sentence))


def _sentence_before(scene: Scene, sentence: int) -> list[DateMention]:
    """Dates of the sentence before, where it stands in the same paragraph."""
    if sentence == 0:
        return []
    if sentence > LEAD and scene.paragraph_of(sentence) != scene.paragraph_of(
        sentence - 1
    ):
        return []
    return sentence_dates(scene, sentence - 1)


def _only(mentions: list[DateMention]) -> list[DateMention]:
    return mentions if len(mentions) == 1 else []
