"""Drafts of agreements, and which of them are one agreement."""

from dataclasses import dataclass, field

from memoranda.reading.dates import DateMention
from memoranda.reading.entities.cast import Span

COMPATIBLE = (
    {"memorandum", "letter_of_intent"},
    {"protocol", "plan"},
    {"declaration", "resolution", "charter"},
    {"treaty", "contract", "convention"},
)
LEAD = 2  # sentences of a headline and a lead
NEAR = 6  # sentences over which "the document" points back


@dataclass(slots=True)
class Draft:
    """One agreement as it takes shape over the text."""

    kind: str
    kind_span: Span
    sentences: list[int]
    parties: list[int] = field(default_factory=list)
    signatories: list[int] = field(default_factory=list)
    signed: DateMention | None = None
    place: int | None = None
    status: str = "signed"
    status_span: Span | None = None
    told: bool = False  # its conclusion is told, not only its existence
    spans: list[Span] = field(default_factory=list)

    def absorb(self, other: "Draft") -> None:
        """Take in what another mention of the same agreement says."""
        self.sentences += other.sentences
        self.spans += other.spans
        if not self.kind or (self.kind == "agreement" and other.kind):
            self.kind, self.kind_span = other.kind or self.kind, other.kind_span
        for own, more in (
            (self.parties, other.parties),
            (self.signatories, other.signatories),
        ):
            if own is self.parties and len(own) >= 2:
                continue
            own += [actor for actor in more if actor not in own]
        self.signed = self.signed or other.signed
        self.place = self.place if self.place is not None else other.place
        if other.told and not self.told:
            self.status, self.status_span = other.status, other.status_span
            self.told = True


def kinds_agree(one: str, other: str) -> bool:
    """Whether two nouns can name one paper."""
    if not one or not other or one == other or "agreement" in {one, other}:
        return True
    return any(one in group and other in group for group in COMPATIBLE)


def continues(draft: Draft, known: list[Draft], *, newness: str) -> Draft | None:
    """The agreement already known that ``draft`` speaks of again."""
    for earlier in reversed(known[-8:]):
        if newness == "fresh" and not _repeats(earlier, draft):
            continue
        if kinds_agree(earlier.kind, draft.kind) and not _apart_in_time(earlier, draft):
            if _shares_parties(earlier, draft):
                return earlier
            if newness == "definite" and _points_back(earlier, draft):
                return earlier
    return None


def _shares_parties(earlier: Draft, draft: Draft) -> bool:
    """Whether all the parties of the one are parties of the other."""
    shared = set(earlier.parties) & set(draft.parties)
    return bool(shared) and len(shared) == min(len(draft.parties), len(earlier.parties))


def _points_back(earlier: Draft, draft: Draft) -> bool:
    """Whether "the document" without parties is near enough to be that one."""
    distance = draft.sentences[0] - earlier.sentences[-1]
    return distance <= (2 if draft.parties else NEAR) and not (
        draft.parties and earlier.parties
    )


def _repeats(earlier: Draft, draft: Draft) -> bool:
    """Whether "a memorandum" may be one told before: all its parties are the same."""
    headline = earlier.kind == "agreement" and earlier.sentences[0] < LEAD
    alike = earlier.kind == draft.kind or headline
    same = set(draft.parties) == set(earlier.parties)
    return alike and same and len(draft.parties) > 1


def _apart_in_time(one: Draft, other: Draft) -> bool:
    if one.status in {"signed", "in-force"} and other.status in {"planned", "proposed"}:
        return True
    first = one.signed.edtf if one.signed else None
    second = other.signed.edtf if other.signed else None
    if not first or not second:
        return False
    return not (first.startswith(second) or second.startswith(first))
