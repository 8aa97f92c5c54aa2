"""When an event begins and ends, from the dates in its clause."""

import re

from memoranda.reading.dates import DateMention
from memoranda.reading.entities.cast import Span
from memoranda.reading.statements.press.happenings import Happening
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import DATE

ENDING = re.compile(
    r"\b(?:until|till|through|to|ends?|ended|closes?|closed|lasts? until|runs? (?:until|to|through))\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:postponed|put off|moved|delayed|rescheduled|deferred|transferred|pushed back) (?:to|until)\s+(?:\w+\s+)?$"
)
OTHER = re.compile(
    r"\b(?:since|signed|founded|born|by the end of|anniversary of|dating from|from the)\s+(?:on\s+|in\s+)?$"
)


def timing(
    scene: Scene, happening: Happening, clause: Span
) -> tuple[DateMention | None, DateMention | None]:
    """(start, end) as mentions; a mention of a stretch is both."""
    skeleton = scene.skeletons[happening.sentence]
    starts: list[tuple[int, DateMention]] = []
    ends: list[tuple[int, DateMention]] = []
    moved: list[tuple[int, DateMention]] = []
    for place, item in skeleton.at(DATE):
        mention = item.of
        if mention.edtf is None or not _within(mention, clause):
            continue
        before = skeleton.bones[max(0, place - 34) : place]
        if OTHER.search(before):
            continue
        entry = (abs(place - happening.position), mention)
        if MOVED.search(before):
            moved.append(entry)
        else:
            (ends if ENDING.search(before) else starts).append(entry)
    start = _nearest(moved or starts)  # the day it was moved to, not the one it lost
    end = _nearest(ends)
    if end is None and start is not None and "/" in (start.edtf or ""):
        end = start
    return start, end


def _nearest(found: list[tuple[int, DateMention]]) -> DateMention | None:
    return min(found, key=lambda entry: entry[0])[1] if found else None


def _within(mention: DateMention, clause: Span) -> bool:
    return clause[0] <= mention.start < clause[1]
