"""Drafts of events, and which of them are one event."""

from dataclasses import dataclass, field

from memoranda.reading.dates import DateMention
from memoranda.reading.entities.cast import Span
from memoranda.reading.names import fold
from memoranda.reading.statements.press.happenings import ANY_KIND

LIKE = (
    {"conference", "forum", "lecture"},
    {"meeting", "visit"},
    {"meeting", "conference"},
    {"concert", "performance", "festival", "screening"},
    {"festival", "city-days"},
    {"book-presentation", "ceremony"},
)
NEAR = 8  # sentences over which "the exhibition" points back


@dataclass(slots=True)
class Occasion:
    """One event as it takes shape over the text."""

    kind: str
    noun: Span
    sentences: list[int]
    name: Span | None = None
    label: str = ""
    organisers: list[int] = field(default_factory=list)
    participants: list[int] = field(default_factory=list)
    start: DateMention | None = None
    end: DateMention | None = None
    place: int | None = None
    status: str = "held"
    status_span: Span | None = None
    certain: bool = False  # the status was told by a verb
    within: DateMention | None = None  # the larger event's date, as it dates a part

    def absorb(self, other: "Occasion") -> None:
        """Take in what another mention of the same event says."""
        self.sentences += other.sentences
        if self.kind == "other" and other.kind not in {"other", ANY_KIND}:
            self.kind, self.noun = other.kind, other.noun
        if self.name is None and other.name is not None:
            self.name, self.label = other.name, other.label
            if other.kind not in {"other", ANY_KIND}:
                self.kind, self.noun = other.kind, other.noun
        for own, more in (
            (self.organisers, other.organisers),
            (self.participants, other.participants),
        ):
            own += [actor for actor in more if actor not in own]
        self.start = self.start or other.start
        self.end = self.end or other.end
        self.place = self.place if self.place is not None else other.place
        self._take_status(other)

    def _take_status(self, other: "Occasion") -> None:
        weighty = {"cancelled", "postponed"}
        if other.status in weighty or (other.certain and not self.certain):
            self.status, self.status_span = other.status, other.status_span
            self.certain = True


def settle_status(occasion: Occasion, published: str | None) -> None:
    """Let the dates decide between planned, ongoing and held, once all are known."""
    if published is None or occasion.status in {"cancelled", "postponed"}:
        return
    start, end = _edtf(occasion.start), _edtf(occasion.end, last=True)
    if start and start[: len(published)] > published[: len(start)]:
        occasion.status = "planned"
    elif end and _is_over(occasion, end, published):
        occasion.status = "held"
    elif end and (start or occasion.status != "planned"):
        occasion.status = "ongoing"


def _is_over(occasion: Occasion, end: str, published: str) -> bool:
    """Whether it ended before the publication, or that very day in the past tense."""
    last, today = end[: len(published)], published[: len(end)]
    return last < today or (last == today and occasion.status == "held")


def same_occasion(one: Occasion, other: Occasion) -> bool:
    """Whether two named mentions name one event."""
    first, second = set(fold(one.label).split()), set(fold(other.label).split())
    if not first or not second:
        return False
    shared = len(first & second)
    return shared == min(len(first), len(second)) and shared >= min(2, len(first))


def continues(
    fresh: Occasion, known: list[Occasion], *, definite: bool, another: bool
) -> Occasion | None:
    """The event already known that ``fresh`` speaks of again."""
    for earlier in reversed(known[-14:]):
        if _years_apart(earlier, fresh):
            continue
        if fresh.name and earlier.name:
            if _books_together(earlier, fresh) or same_occasion(earlier, fresh):
                return earlier
        elif not another and _goes_on(earlier, fresh, definite=definite):
            return earlier
    return None


def _books_together(one: Occasion, other: Occasion) -> bool:
    """Two books of one sentence are presented together."""
    book = one.kind == other.kind == "book-presentation"
    return book and one.sentences[-1] == other.sentences[0]


def _goes_on(earlier: Occasion, fresh: Occasion, *, definite: bool) -> bool:
    """Whether an unnamed mention is near and like enough to be the same event."""
    distance = fresh.sentences[0] - earlier.sentences[-1]
    untold = earlier.kind == "other" and earlier.name is not None and definite
    if distance > NEAR or not (untold or kinds_agree(earlier.kind, fresh.kind)):
        return False
    if fresh.name and "other" in (fresh.kind, earlier.kind):
        return False
    if _dates_apart(earlier, fresh) or places_apart(earlier, fresh):
        return False
    alike = earlier.kind == fresh.kind and distance <= 1 and not earlier.name
    return definite or alike or fresh.kind == ANY_KIND


def kinds_agree(one: str, other: str) -> bool:
    """Whether two nouns can name one event."""
    return (
        ANY_KIND in (one, other)
        or one == other
        or (
            "other" not in (one, other)
            and any(one in g and other in g for g in LIKE[:1])
        )
    )


def _years_apart(one: Occasion, other: Occasion) -> bool:
    first, second = _edtf(one.start), _edtf(other.start)
    return bool(first and second) and first[:4] != second[:4]


def _dates_apart(one: Occasion, other: Occasion) -> bool:
    first, second = _edtf(one.start), _edtf(other.start)
    if not first or not second:
        return False
    return not (first.startswith(second) or second.startswith(first))


def places_apart(one: Occasion, other: Occasion) -> bool:
    """Whether both are known to have been somewhere, and not in one place."""
    return (
        one.place is not None and other.place is not None and one.place != other.place
    )


def _edtf(mention: DateMention | None, *, last: bool = False) -> str:
    bounds = (mention.edtf or "").split("/") if mention else [""]
    return bounds[-1 if last else 0]
