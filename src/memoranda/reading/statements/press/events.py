"""Events that a press text tells of."""

import re

from memoranda.reading.dates import DateMention
from memoranda.reading.entities.cast import ActorKind, Span
from memoranda.reading.records import Event, Value
from memoranda.reading.statements.press.attendance import attendance
from memoranda.reading.statements.press.frames import settle_frames
from memoranda.reading.statements.press.happenings import (
    ANY_KIND,
    Happening,
    happenings,
)
from memoranda.reading.statements.press.lexicon import event_words
from memoranda.reading.statements.press.occasions import (
    Occasion,
    continues,
    settle_status,
)
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.subject_matter import cultural_enough
from memoranda.reading.statements.press.timing import timing
from memoranda.reading.statements.press.where import (
    dateline_place,
    place_in,
    place_of_house,
    place_value,
)

HELD = re.compile(
    r"\b(?:was|were|been|be|being) (?:\w+ly )?(?:held|organi[sz]ed|staged|hosted|inaugurated)\b"
    r"|\b(?:took|takes?|taken) place\b|\b(?:opened|opens|will open|kicked off)\b"
)
LAUNCHED = re.compile(r"\b(?:present|launch)", re.IGNORECASE)
CLAUSE = re.compile(r"[;:]|\s[–—]\s|,\s+(?:while|but|where)\b|\.\s")


def read_events(scene: Scene) -> list[Event]:
    """The events of the text, each once, in order of first mention."""
    return [_event(scene, occasion) for occasion in occasions(scene)]


def occasions(scene: Scene) -> list[Occasion]:
    """One occasion for each event, mentions merged."""
    known: list[Occasion] = []
    for sentence in range(len(scene.sentences)):
        for happening in happenings(scene, sentence):
            fresh = _occasion(scene, happening)
            earlier = continues(
                fresh, known, definite=happening.definite, another=happening.another
            )
            if earlier is not None:
                earlier.absorb(fresh)
            elif _is_told(scene, happening, fresh):
                known.append(fresh)
            else:
                scene.note(happening.noun, "an event only mentioned in passing")
    home = dateline_place(scene)
    kept = [o for o in known if _counts(scene, o)]
    settle_frames(scene, kept)
    for occasion in kept:
        settle_status(occasion, scene.published)
        if occasion.place is None and occasion.status != "planned":
            occasion.place = home
    return kept


def _occasion(scene: Scene, happening: Happening) -> Occasion:
    clause = _clause(scene, happening)
    organisers, participants = attendance(scene, happening)
    start, end = timing(scene, happening, clause)
    status, span, certain = _status(scene, clause, start)
    whole = scene.sentences[happening.sentence]
    moving = happening.kind == "visit"
    place = place_in(scene, clause, but=happening.name, moving=moving)
    if place is None:
        place = place_in(scene, whole, but=happening.name, moving=moving)
    if place is None:
        place = place_of_house(scene, whole)
    return Occasion(
        kind=happening.kind,
        noun=happening.noun,
        sentences=[happening.sentence],
        name=happening.name,
        label=scene.text[slice(*happening.name)] if happening.name else "",
        organisers=organisers,
        participants=participants,
        start=start,
        end=end,
        place=place,
        status=status,
        status_span=span or happening.noun,
        certain=certain,
    )


def _clause(scene: Scene, happening: Happening) -> Span:
    """The stretch between the breaks round the noun; a break in a name is none."""
    skeleton = scene.skeletons[happening.sentence]
    left, right = 0, len(skeleton.bones)
    for found in CLAUSE.finditer(skeleton.bones):
        if found.end() <= happening.position:
            left = found.end()
        elif found.start() > happening.position:
            right = found.start()
            break
    return skeleton.text_span(left, max(right, left + 1))


def _status(
    scene: Scene, clause: Span, start: DateMention | None
) -> tuple[str, Span | None, bool]:
    cues = event_words(scene.language).status
    for name in ("cancelled", "postponed"):
        found = cues[name].search(scene.text, *clause)
        if found:
            return name, found.span(), True
    dated = _by_date(scene, start)
    if dated == "planned":
        return dated, (start.start, start.end) if start else None, True
    for name in ("planned", "ongoing", "held"):
        found = cues[name].search(scene.text, *clause)
        if found and not (name == "planned" and dated == "held"):
            return name, found.span(), True
    return "held", None, False


def _by_date(scene: Scene, start: DateMention | None) -> str | None:
    if start is None or start.edtf is None or scene.published is None:
        return None
    day = start.edtf.split("/")[0]
    size = min(len(day), len(scene.published))
    if day[:size] > scene.published[:size]:
        return "planned"
    return "held" if day[:size] < scene.published[:size] else None


def _is_told(scene: Scene, happening: Happening, fresh: Occasion) -> bool:
    """Whether the mention says enough to be an event of its own."""
    lists = event_words(scene.language)
    clause = _clause(scene, happening)
    vague = lists.background.search(scene.text, *clause) and not fresh.name
    if vague and (happening.plural or not fresh.start):
        return False
    if happening.kind == ANY_KIND:
        return False
    if happening.kind == "book-presentation" and not LAUNCHED.search(
        scene.text, *scene.sentences[happening.sentence]
    ):
        return False
    if happening.verbal:
        return _is_told_by_verb(scene, happening, fresh)
    marks = sum(
        (
            2 * (fresh.name is not None),
            _happens(scene, clause),
            fresh.start is not None,
            fresh.place is not None,
            bool(fresh.organisers),
            min(2, len(fresh.participants)),
        )
    )
    return marks >= (3 if happening.plural else 2)


def _happens(scene: Scene, clause: Span) -> int:
    """2 where the clause says outright that it was held, 1 for a verb near that."""
    if HELD.search(scene.text, *clause):
        return 2
    lists = event_words(scene.language)
    return int(lists.happening.search(scene.text, *clause) is not None)


def _is_told_by_verb(scene: Scene, happening: Happening, fresh: Occasion) -> bool:
    """A verb alone needs its actors: two who met, one who visited a place."""
    persons = [a for a in fresh.participants if scene.actor(a).kind is ActorKind.PERSON]
    if happening.kind == "meeting":
        return len(persons) > 1
    if happening.kind == "visit":
        return bool(persons) and fresh.place is not None
    known = (fresh.start, fresh.place, fresh.participants or fresh.organisers)
    return sum(bool(mark) or mark == 0 for mark in known) >= 2


def _counts(scene: Scene, occasion: Occasion) -> bool:
    if not cultural_enough(scene, occasion.sentences):
        scene.note(occasion.noun, "an event outside culture")
        return False
    return True


def _event(scene: Scene, occasion: Occasion) -> Event:
    span = occasion.status_span or occasion.noun
    return Event(
        kind=scene.value(occasion.noun, value=occasion.kind),
        status=scene.value(span, value=occasion.status, certainty=0.7),
        name=scene.value(occasion.name) if occasion.name else None,
        organisers=tuple(scene.actor_value(a) for a in occasion.organisers),
        participants=tuple(scene.actor_value(a) for a in occasion.participants),
        start=_bound(scene, occasion.start or occasion.within, 0),
        end=_bound(scene, occasion.end, 1),
        place=None
        if occasion.place is None
        else place_value(scene, occasion.place, occasion.noun),
    )


def _bound(scene: Scene, mention: DateMention | None, which: int) -> Value | None:
    if mention is None or not mention.edtf:
        return None
    edtf = mention.edtf
    if "/" in edtf:
        edtf = edtf.split("/")[which] or edtf
    return scene.value(
        (mention.start, mention.end), value=edtf, certainty=mention.certainty
    )
