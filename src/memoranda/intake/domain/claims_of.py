"""From a reading to drafts of subjects and claims; writes nothing.

A seed is made of the document's hash and of what stands where in it, so reading the
document again gives the same subjects.
"""

from collections import Counter
from collections.abc import Iterable

from memoranda.intake.domain.cast import Cast, is_nobody, is_the_parties
from memoranda.intake.domain.drafts import Draft
from memoranda.reading.records import (
    Commitment,
    Event,
    Figure,
    Instrument,
    Reading,
    Value,
)
from memoranda.register.enums import ActorKind, SubjectType

Remark = tuple[int, int, str]  # start, end, reason
OF_INSTRUMENT = (
    "kind", "title", "status", "signed", "place", "entry_into_force",
    "entry_into_force_date", "duration", "expires", "notice", "prevailing",
    "joint_body", "joint_body_meets", "disputes", "financing",
)  # fmt: skip
OF_EVENT = ("kind", "name", "status", "start", "end", "place")


def drafts_of(reading: Reading, *, document: str) -> tuple[list[Draft], list[Remark]]:
    """Every subject the reading speaks of: actors first, then what involves them;
    and what of it names nothing that could be kept.

    ``document``: the hash of the document's content.
    """
    writer = _Writer(reading, document)
    return writer.drafts(), writer.remarks


class _Writer:
    def __init__(self, reading: Reading, document: str) -> None:
        self._reading = reading
        self._document = document
        self._seen: Counter[str] = Counter()
        self._cast = Cast(document, reading)
        self.remarks: list[Remark] = []

    def drafts(self) -> list[Draft]:
        reading = self._reading
        instruments = [self._instrument(one) for one in reading.instruments]
        acts = list(instruments)
        acts += [self._event(one, instruments) for one in reading.events]
        acts += [self._commitment(one, instruments) for one in reading.commitments]
        acts += [self._figure(one) for one in reading.figures]
        return [*self._cast.drafts(), *acts]

    def _open(self, type_: SubjectType, at: Value) -> Draft:
        """Named by where it stands: later engines find more, but move nothing."""
        seed = f"{self._document} {type_} {at.value} {at.start}"
        self._seen[seed] += 1
        if self._seen[seed] > 1:
            seed = f"{seed} {self._seen[seed]}"
        return Draft(type_, seed)

    def _instrument(self, read: Instrument) -> Draft:
        draft = self._open(SubjectType.INSTRUMENT, read.kind)
        for name in OF_INSTRUMENT:
            draft.say(name, getattr(read, name))
        draft.say("renewal_automatic", read.renewal.automatic)
        draft.say("renewal_period", read.renewal.period)
        for field in read.fields:
            draft.say("field", field)
        for language in read.languages:
            draft.say("language", language)
        self._involve(draft, "party", [party.name for party in read.parties])
        self._signatories(draft, read)
        return draft

    def _signatories(self, draft: Draft, read: Instrument) -> None:
        for one in read.signatories:
            seed = self._cast.seed_of(one.name, kind=ActorKind.PERSON)
            draft.say("signatory", one.name, target=seed)
            for name, said in (
                ("capacity", one.capacity),
                ("signed_for", one.on_behalf_of),
            ):
                if said is not None:
                    draft.say(name, said, value=said.value, target=seed)

    def _event(self, read: Event, instruments: list[Draft]) -> Draft:
        draft = self._open(SubjectType.EVENT, read.kind)
        for name in OF_EVENT:
            draft.say(name, getattr(read, name))
        self._involve(draft, "organiser", read.organisers)
        self._involve(draft, "participant", read.participants)
        self._under(draft, read.kind, _at(instruments, read.under))
        return draft

    def _commitment(self, read: Commitment, instruments: list[Draft]) -> Draft:
        draft = self._open(SubjectType.COMMITMENT, read.what)
        draft.say("what", read.what)
        draft.say("due", read.due)
        draft.say("article", read.article)
        act = _at(instruments, read.under)
        self._involve(draft, "who", read.who, act=act)
        self._under(draft, read.what, act)
        return draft

    def _figure(self, read: Figure) -> Draft:
        draft = self._open(SubjectType.FIGURE, read.value)
        draft.say("indicator", read.indicator)
        draft.say("value", read.value)
        draft.say("unit", read.unit)
        draft.say("period", read.period)
        self._involve(draft, "about", read.about)
        return draft

    def _involve(
        self,
        draft: Draft,
        property_: str,
        names: Iterable[Value],
        *,
        act: Draft | None = None,
    ) -> None:
        """Lead to those named; "each Party" leads to the parties of ``act``."""
        for name in names:
            for seed in self._meant(name, act):
                draft.say(property_, name, target=seed)

    def _meant(self, name: Value, act: Draft | None) -> list[str]:
        said = str(name.value)
        if is_the_parties(said) and act is not None:
            return list(dict.fromkeys(act.targets("party")))
        if is_nobody(said) or is_the_parties(said):
            self.remarks.append((name.start, name.end, f"{said!r} names nobody"))
            return []
        return [self._cast.seed_of(name)]

    def _under(self, draft: Draft, quoted: Value, act: Draft | None) -> None:
        if act is not None:
            draft.say("under", quoted, target=act.seed)


def _at(instruments: list[Draft], index: int | None) -> Draft | None:
    if index is None or not 0 <= index < len(instruments):
        return None
    return instruments[index]
