"""Events held within another: the parts of a city's Days, of a festival."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from memoranda.reading.dates import DateMention
from memoranda.reading.statements.press.occasions import Occasion, places_apart
from memoranda.reading.statements.press.scene import Scene

FRAMED = 0.6  # certainty of a date taken from the larger event
FRAMES = frozenset({"city-days", "festival"})
LEAD = 6  # sentences of headline, credits and lead: what stands there is the topic
SINGLE = frozenset({"meeting", "visit"})  # told for themselves, not on a programme


def settle_frames(scene: Scene, occasions: Sequence[Occasion]) -> None:
    """Give each part of a frame, where it has none of its own, its time and place."""
    frames = [o for o in occasions if o.kind in FRAMES and o.start is not None]
    for occasion in occasions:
        if occasion.kind in FRAMES | SINGLE:
            continue
        frame = _frame_of(scene, occasion, frames)
        if frame is None or frame.start is None:
            continue
        if occasion.start is None:
            occasion.within = _date_of_parts(frame, frame.start)
        if occasion.place is None:
            occasion.place = frame.place


def _frame_of(
    scene: Scene, occasion: Occasion, frames: Sequence[Occasion]
) -> Occasion | None:
    """The frame told in the same paragraph, or else the topic of the text."""
    for frame in reversed(frames):
        planned = "planned" in (occasion.status, frame.status)
        if places_apart(occasion, frame) or (
            planned and occasion.status != frame.status
        ):
            continue
        if frame.sentences[0] < LEAD or _share_a_paragraph(scene, occasion, frame):
            return frame
    return None


def _share_a_paragraph(scene: Scene, one: Occasion, other: Occasion) -> bool:
    first = {scene.paragraph_of(number) for number in one.sentences}
    return bool(first & {scene.paragraph_of(number) for number in other.sentences})


def _date_of_parts(frame: Occasion, said: DateMention) -> DateMention:
    """How exactly the frame dates its parts: what its first and last day share.

    "3-6 May 2023" dates a part to May 2023, for it may be held on any of those days.
    """
    first = (said.edtf or "").split("/")[0]
    last = (frame.end or said).edtf or first
    pairs = zip(first.split("-"), last.split("/")[-1].split("-"), strict=False)
    shared = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    return replace(said, edtf="-".join(shared) or None, certainty=FRAMED)
