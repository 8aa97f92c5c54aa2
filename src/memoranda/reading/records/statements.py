"""The statements a document can make; the fields are those of reading-format."""

from dataclasses import dataclass

from memoranda.reading.records.value import Value


@dataclass(frozen=True, slots=True)
class Party:
    """Who is bound; ``country`` is ISO 3166-1 alpha-3 where the party is a state."""

    name: Value
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, in what capacity, and for whom."""

    name: Value
    capacity: Value | None = None
    on_behalf_of: Value | None = None


@dataclass(frozen=True, slots=True)
class Renewal:
    """What follows the first term."""

    automatic: Value | None = None
    period: Value | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """An act that parties adopt, as one document describes it."""

    kind: Value
    status: Value
    title: Value | None = None
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed: Value | None = None
    place: Value | None = None
    fields: tuple[Value, ...] = ()
    entry_into_force: Value | None = None
    entry_into_force_date: Value | None = None
    duration: Value | None = None
    expires: Value | None = None
    renewal: Renewal = Renewal()
    notice: Value | None = None
    languages: tuple[Value, ...] = ()
    prevailing: Value | None = None
    joint_body: Value | None = None
    joint_body_meets: Value | None = None
    disputes: Value | None = None
    financing: Value | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens at a time and place; ``under`` indexes instruments."""

    kind: Value
    status: Value
    name: Value | None = None
    organisers: tuple[Value, ...] = ()
    participants: tuple[Value, ...] = ()
    start: Value | None = None
    end: Value | None = None
    place: Value | None = None
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What someone undertook or announced; ``under`` indexes instruments."""

    what: Value
    who: tuple[Value, ...] = ()
    due: Value | None = None
    article: Value | None = None
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number about a relation."""

    indicator: Value
    value: Value
    unit: Value | None = None
    period: Value | None = None
    about: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What was seen and not used, and why."""

    start: int
    end: int
    reason: str
