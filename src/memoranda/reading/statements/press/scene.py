"""What the press readers share: the text, its sentences, its cast and its dates."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from memoranda.reading.dates import DateMention, find_dates
from memoranda.reading.entities.cast import Actor, ActorKind, Cast, Span
from memoranda.reading.entities.phrases import Phrase, PhraseReader
from memoranda.reading.records import Mention, MentionLabel, Note, Value
from memoranda.reading.statements.press.lexicon import agreement_words, event_words
from memoranda.reading.statements.press.skeleton import (
    BODY,
    CITY,
    DATE,
    HAPPENING,
    NAMED,
    PAPER,
    PERSON,
    SEVERAL,
    STATE,
    TITLE,
    Item,
    Skeleton,
    skeleton_of,
)
from memoranda.reading.statements.press.titles import quoted_titles

SORTS = {
    ActorKind.PERSON: PERSON,
    ActorKind.ORGANISATION: BODY,
    ActorKind.STATE: STATE,
    ActorKind.CITY: CITY,
    ActorKind.REGION: CITY,
}
FUTURE = re.compile(
    r"\b(?:will|is to|are to|to be held|tomorrow|upcoming|forthcoming|scheduled"
    r"|expected to|planned|due to|next|going to|runs?|opens|begins|starts|closes|ends"
    r"|takes place|until|are being held|is being held|performs)\b|['’]ll\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:was|were|had|did|took|held|met|came|went|gave|\w{3,}ed)\b")


@dataclass
class Scene:
    """One press text, ready to be read for statements.

    ``skeletons`` and ``phrases`` are by sentence; ``notes`` grows while reading.
    """

    text: str
    language: str
    published: str | None
    paragraphs: Sequence[Span]
    sentences: Sequence[Span]
    cast: Cast
    skeletons: list[Skeleton] = field(default_factory=list)
    phrases: list[tuple[Phrase, ...]] = field(default_factory=list)
    dates: list[list[DateMention]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    dateline: Span | None = None  # of its place
    relevance: int = 0  # see subject_matter

    @cached_property
    def states(self) -> dict[str, int]:
        """The states of the cast by alpha-3."""
        positions = self.cast.of_kind(ActorKind.STATE)
        return {str(self.actor(p).country): p for p in positions}

    @cached_property
    def cities(self) -> dict[str, int]:
        """The cities of the cast by name."""
        return {self.actor(p).label: p for p in self.cast.of_kind(ActorKind.CITY)}

    @cached_property
    def prominent(self) -> list[int]:
        """Bodies and states named more than once, the most named first."""
        counted = Counter(actor for link in self.cast.links for actor in link.actors)
        return [actor for actor, times in counted.most_common(12) if times > 1]

    def actor(self, position: int) -> Actor:
        """The actor at ``position`` of the cast."""
        return self.cast.actors[position]

    def value(self, span: Span, **given: object) -> Value:
        """A value quoted from this text; see Value.of."""
        return Value.of(self.text, span, **given)

    def actor_value(self, position: int) -> Value:
        """The actor's name as a value."""
        actor = self.cast.actors[position]
        return self.value(actor.name, value=actor.label, certainty=actor.certainty)

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where each paragraph begins."""
        return [start for start, _ in self.paragraphs]

    def paragraph_of(self, sentence: int) -> Span:
        """The paragraph that the sentence stands in."""
        found = bisect_right(self.paragraph_starts, self.sentences[sentence][0]) - 1
        return self.paragraphs[max(found, 0)]

    def note(self, span: Span, reason: str) -> None:
        """Record what was seen and not used."""
        self.notes.append(Note(span[0], span[1], reason))


def set_scene(scene: Scene, mentions: Sequence[Mention]) -> Scene:
    """Fill in phrases, dates and skeletons, sentence by sentence."""
    reader = PhraseReader(scene.text, scene.cast, language=scene.language)
    names = [m for m in mentions if m.label is MentionLabel.EVENT]
    starts = [m.start for m in names]
    for sentence in scene.sentences:
        phrases = reader.phrases(sentence)
        dates = _dates(scene, sentence)
        here = names[
            bisect_right(starts, sentence[0] - 1) : bisect_right(
                starts, sentence[1] - 1
            )
        ]
        scene.phrases.append(phrases)
        scene.dates.append(dates)
        scene.skeletons.append(_skeleton(scene, sentence, (phrases, dates, here)))
    return scene


def _dates(scene: Scene, sentence: Span) -> list[DateMention]:
    return find_dates(
        scene.text,
        sentence,
        published=scene.published,
        tense=_tense(scene.text, sentence),
        language=scene.language,
    )


def _tense(text: str, sentence: Span) -> Literal["past", "future"] | None:
    """What the verbs say of dates without a year; None where they do not."""
    future = FUTURE.search(text, *sentence) is not None
    past = PAST.search(text, *sentence) is not None
    if future == past:
        return None
    return "future" if future else "past"


def _skeleton(
    scene: Scene,
    sentence: Span,
    found: tuple[Sequence[Phrase], Sequence[DateMention], Sequence[Mention]],
) -> Skeleton:
    phrases, dates, names = found
    text, language = scene.text, scene.language
    items = list(_names(text, sentence, names))
    items += [_actor_item(scene, phrase) for phrase in phrases]
    items += [Item(DATE, d.start, d.end, d) for d in dates]
    papers = agreement_words(language).kinds.find(text, sentence)
    items += [Item(PAPER, s, e, kind) for s, e, kind in papers]
    happenings = event_words(language).kinds.find(text, sentence)
    items += [Item(HAPPENING, s, e, kind) for s, e, kind in happenings]
    return skeleton_of(text, sentence, items)


def _names(text: str, sentence: Span, names: Sequence[Mention]) -> Iterator[Item]:
    """Names of events and quoted titles; a quoted name is one with its quotes."""
    quoted = quoted_titles(text, sentence)
    for span in quoted:
        event = any(span[0] < m.end and m.start < span[1] for m in names)
        yield Item(NAMED if event else TITLE, span[0], span[1], None)
    for mention in names:
        if not any(s < mention.end and mention.start < e for s, e in quoted):
            yield Item(NAMED, mention.start, mention.end, None)


def _actor_item(scene: Scene, phrase: Phrase) -> Item:
    if len(phrase.link.actors) > 1:
        return Item(SEVERAL, phrase.start, phrase.end, phrase)
    kind = scene.cast.actors[phrase.link.actors[0]].kind
    return Item(SORTS[kind], phrase.start, phrase.end, phrase)
