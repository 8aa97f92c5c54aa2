"""The actors of one document, each once, however often it is named there."""

from dataclasses import replace

from memoranda.intake.domain.drafts import Draft
from memoranda.reading.names import country_of, find_places, fold
from memoranda.reading.records import NamedActor, Reading, Value
from memoranda.register.enums import ActorKind, SubjectType

# Words around the name of a state or city that name the same party.
OFFICES = frozenset(
    fold(word)
    for word in [
        "the",
        "government",
        "governments",
        "of",
        "people's",
        "peoples",
        "state",
        "states",
        "republic",
        "kingdom",
        "federation",
        "federal",
        "city",
        "cities",
        "town",
        "municipality",
        "and",
    ]
)

# Words that stand for the parties of the act at hand, and words that name nobody.
TOGETHER = frozenset(
    fold(word)
    for word in [
        "the",
        "each",
        "both",
        "all",
        "either",
        "every",
        "other",
        "two",
        "high",
        "contracting",
        "participating",
        "party",
        "parties",
        "side",
        "sides",
        "government",
        "governments",
        "signatory",
        "signatories",
        "participant",
        "participants",
        "state",
        "states",
        "of",
        "this",
        "agreement",
        "memorandum",
    ]
)
PARTY_WORDS = frozenset(
    fold(word)
    for word in [
        "party",
        "parties",
        "side",
        "sides",
        "governments",
        "signatories",
        "participants",
        "states",
    ]
)
PRONOUNS = frozenset(
    fold(word)
    for word in [
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "who",
        "which",
        "this",
        "these",
        "that",
        "those",
        "one",
    ]
)


def is_the_parties(name: str) -> bool:
    """Whether it is "each Party", "both sides": the parties of the act at hand."""
    said = set(fold(name).split())
    return said <= TOGETHER and bool(said & PARTY_WORDS)


def is_nobody(name: str) -> bool:
    """Whether it names nobody by itself: a pronoun (not WHO, in capitals), or no word."""
    said = fold(name).split()
    in_capitals = name.isupper() and len(name.strip()) > 1
    is_pronoun = len(said) == 1 and said[0] in PRONOUNS and not in_capitals
    return not said or is_pronoun


class Cast:
    """Finds or opens the draft of an actor by a name of the document."""

    def __init__(self, document: str, reading: Reading) -> None:
        self._document = document
        self._drafts: dict[str, Draft] = {}
        self._called: dict[str, str] = {}  # folded name -> seed
        for named in reading.actors:
            self._introduce(named)

    def drafts(self) -> list[Draft]:
        """Every actor named, in the order of first naming."""
        return list(self._drafts.values())

    def seed_of(self, name: Value, *, kind: ActorKind | None = None) -> str:
        """The seed of the actor ``name`` names, opening its draft if need be.

        ``kind``: what it is where nothing else says so. The actor is held as surely
        as the surest statement that names it.
        """
        called = fold(str(name.value)) or str(name.value)
        seed = self._called.get(called)
        if seed is None:
            seed = self._open(name, kind or ActorKind.ORGANISATION)
        draft = self._drafts[seed]
        draft.sayings = [
            replace(one, certainty=max(one.certainty, name.certainty))
            if one.property in {"name", "kind"} and one.value is not None
            else one
            for one in draft.sayings
        ]
        return seed

    def _introduce(self, named: NamedActor) -> None:
        if fold(str(named.name.value)) in self._called:
            return
        seed = self._open(named.name, ActorKind(named.kind), country=named.country)
        draft = self._drafts[seed]
        for alias in named.aliases:
            if fold(str(alias.value)) not in self._called:
                self._called[fold(str(alias.value))] = seed
            draft.say("alias", alias)
        for role in named.roles:
            draft.say("role", role)

    def _open(self, name: Value, kind: ActorKind, *, country: str | None = None) -> str:
        """A new draft, or that of the same state or city under another name."""
        said = str(name.value)
        place = place_named(said) if kind != ActorKind.PERSON else None
        if place:
            kind, called, country = place
        else:
            called = fold(said) or said
        if country is None and kind == ActorKind.ORGANISATION:
            country = country_of(said)
        seed = f"{self._document} actor {kind} {called}"
        self._called.setdefault(fold(said) or said, seed)
        if seed not in self._drafts:
            draft = self._drafts[seed] = Draft(SubjectType.ACTOR, seed)
            draft.say("kind", name, value=str(kind))
            if country:
                draft.say("country", name, value=country)
        if said not in self._drafts[seed].values("name"):
            self._drafts[seed].say("name", name)
        return seed


def place_named(name: str) -> tuple[ActorKind, str, str] | None:
    """The kind, the lasting word and the country of a state or city by its name.

    None for a name that holds a place and more: a ministry, an embassy.
    """
    places = find_places(name, (0, len(name)))
    if len(places) != 1 or places[0].kind == "demonym":
        return None
    place = places[0]
    around = fold(f"{name[: place.start]} {name[place.end :]}").split()
    if not OFFICES.issuperset(around):
        return None
    if place.kind == "country":
        return ActorKind.STATE, place.country, place.country
    if place.kind == "city":
        return ActorKind.CITY, f"{place.country} {fold(place.name)}", place.country
    return None
