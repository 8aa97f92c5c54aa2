"""Which of the dates near a verb is the date of what it tells."""

import re
from collections.abc import Iterable

from memoranda.reading.dates import DateMention
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import DATE, Skeleton

DURATION = re.compile(
    r"\b(?:for|until|till|through|covers?|covering|valid|period|by the end of|years?|since|expires?|runs? (?:from|to|until)"
    r"|works? of|dating (?:from|to)|anniversary|in office)\s+(?:(?:the|of|period)\s+)*$",
    re.IGNORECASE,
)


def dates_near(
    skeleton: Skeleton, position: int, reach: tuple[int, int]
) -> list[DateMention]:
    """Resolved dates in ``reach``, nearest to ``position`` first; terms left out."""
    found = []
    for place, item in skeleton.at(DATE):
        if not reach[0] <= place < reach[1] or item.of.edtf is None:
            continue
        before = skeleton.bones[max(0, place - 30) : place]
        if DURATION.search(before):
            continue
        found.append((abs(place - position), place, item.of))
    return [mention for _, _, mention in sorted(found, key=lambda f: f[:2])]


def single_day(mentions: Iterable[DateMention]) -> DateMention | None:
    """The first mention that names a day, month or year, not a stretch."""
    for mention in mentions:
        if mention.edtf and "/" not in mention.edtf:
            return mention
    return None


def not_after(mention: DateMention | None, published: str | None) -> bool:
    """Whether the date can lie in the past of the publication."""
    if mention is None or mention.edtf is None or published is None:
        return True
    edtf = mention.edtf
    return edtf[: len(published)] <= published[: len(edtf)]


def sentence_dates(scene: Scene, sentence: int) -> list[DateMention]:
    """Resolved dates of a whole sentence that are not terms."""
    skeleton = scene.skeletons[sentence]
    return dates_near(skeleton, 0, (0, len(skeleton.bones)))
