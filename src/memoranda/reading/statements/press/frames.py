"""Events held within another: the parts of a city's Days, of a festival."""

from collections.abc import Sequence

from memoranda.reading.statements.press.occasions import Occasion
from memoranda.reading.statements.press.scene import Scene

FRAMES = frozenset({"city-days", "festival"})
LEAD = 6  # sentences of headline, credits and lead: what stands there is the topic
SINGLE = frozenset({"meeting", "visit"})  # told for themselves, not on a programme


def settle_frames(scene: Scene, occasions: Sequence[Occasion]) -> None:
    """Give each part of a frame, where it has none of its own, its time and place."""
    frames = [o for o in occasions if o.kind in FRAMES and o.start is not None]
    for occasion in occasions:
        if occasion.kind in FRAMES or occasion.kind in SINGLE:
            continue
        frame = _frame_of(scene, occasion, frames)
        if frame is None:
            continue
        if occasion.start is None:
            occasion.within = frame
        if occasion.place is None:
            occasion.place = frame.place


def _frame_of(
    scene: Scene, occasion: Occasion, frames: Sequence[Occasion]
) -> Occasion | None:
    """The frame told in the same paragraph, or else the topic of the text."""
    for frame in reversed(frames):
        apart = None not in (occasion.place, frame.place) and (
            occasion.place != frame.place
        )
        planned = "planned" in (occasion.status, frame.status)
        if apart or (planned and occasion.status != frame.status):
            continue
        if frame.sentences[0] < LEAD or _share_a_paragraph(scene, occasion, frame):
            return frame
    return None


def _share_a_paragraph(scene: Scene, one: Occasion, other: Occasion) -> bool:
    first = {scene.paragraph_of(number) for number in one.sentences}
    return bool(first & {scene.paragraph_of(number) for number in other.sentences})


def span_of(frame: Occasion) -> str | None:
    """How exactly the frame dates its parts: what its first and last day share.

    "3-6 May 2023" dates a part to May 2023, for it may be held on any of those days.
    """
    if frame.start is None or not frame.start.edtf:
        return None
    first = frame.start.edtf.split("/")[0]
    last = (frame.end or frame.start).edtf or first
    pairs = zip(first.split("-"), last.split("/")[-1].split("-"), strict=False)
    shared: list[str] = []
    for one, other in pairs:
        if one != other:
            break
        shared.append(one)
    return "-".join(shared) or None
