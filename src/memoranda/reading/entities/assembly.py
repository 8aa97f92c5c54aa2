"""From mentions to the cast of a document: one actor for each person, body, place."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from memoranda.reading.entities.bodies import gather_bodies
from memoranda.reading.entities.cast import Actor, ActorKind, Cast, Link, Span
from memoranda.reading.entities.chains import Chain, Register
from memoranda.reading.entities.persons import gather_persons
from memoranda.reading.entities.phrases import Phrase, PhraseReader
from memoranda.reading.entities.references import ReferenceReader
from memoranda.reading.entities.settings import place_actors
from memoranda.reading.names import PlaceMention, country_of
from memoranda.reading.records import Mention, MentionLabel


def assemble(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    *,
    places: Sequence[PlaceMention],
    language: str,
) -> Cast:
    """The cast of ``text``.

    ``mentions`` are the tagger's and ``places`` the gazetteer's, in order of the text.
    """
    persons = [m for m in mentions if m.label is MentionLabel.PERSON]
    bodies = [m for m in mentions if m.label is MentionLabel.ORGANISATION]
    actors: list[Actor] = []
    links: list[Link] = []
    _enter(text, gather_persons(text, persons, language=language), (actors, links))
    _enter(text, gather_bodies(text, bodies), (actors, links))
    links = _apart(links)
    reader = ReferenceReader(text, sentences, language=language)
    links = _apart([*links, *reader.short_names(actors)])
    place_actors(text, places, (actors, links), language=language)
    _enter_unlisted_places(text, mentions, (actors, links))
    links = _apart(links)
    named = tuple(links)
    links += reader.definites(actors, named)
    links += reader.plurals(actors, named)
    cast = Cast.of(actors, _apart(links))
    return _with_offices(text, sentences, cast, language=language)


def _enter(text: str, register: Register, into: tuple[list[Actor], list[Link]]) -> None:
    actors, links = into
    for chain in sorted(register.chains, key=lambda chain: min(chain.spans)):
        actors.append(_actor(text, chain, person=not register.bodies))
        links += [
            Link(start, end, (len(actors) - 1,), "name") for start, end in chain.spans
        ]


def _enter_unlisted_places(
    text: str, mentions: Sequence[Mention], into: tuple[list[Actor], list[Link]]
) -> None:
    """Places that the tagger saw and no gazetteer lists; one actor for each name."""
    actors, links = into
    taken = sorted((link.start, link.end) for link in links)
    starts = [start for start, _ in taken]
    known: dict[str, int] = {}
    for mention in mentions:
        before = bisect_left(starts, mention.end) - 1
        if mention.label is not MentionLabel.PLACE or (
            before >= 0 and taken[before][1] > mention.start
        ):
            continue
        label = " ".join(text[mention.start : mention.end].split())
        if label not in known:
            known[label] = len(actors)
            span = (mention.start, mention.end)
            actors.append(Actor(ActorKind.CITY, span, label, mention.certainty))
        links.append(Link(mention.start, mention.end, (known[label],), "name"))


def _actor(text: str, chain: Chain, *, person: bool) -> Actor:
    ordered = sorted(range(len(chain.spans)), key=lambda n: chain.spans[n])
    size = {n: len(chain.forms[n].split()) for n in ordered}
    best = max(ordered, key=lambda n: (size[n], -chain.spans[n][0]))
    span = chain.spans[best]
    forms: dict[str, Span] = {}
    for n in ordered:
        forms.setdefault(chain.forms[n], chain.spans[n])
    forms.pop(chain.forms[best], None)
    return Actor(
        kind=ActorKind.PERSON if person else ActorKind.ORGANISATION,
        name=span,
        label=" ".join(text[slice(*span)].split()),
        certainty=chain.certainty,
        forms=tuple(forms.values()),
        country=None if person else country_of(text[slice(*span)]),
    )


def _apart(links: Sequence[Link]) -> list[Link]:
    """The links without those that overlap a longer or earlier one."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda item: (item.start, -item.end)):
        if not kept or link.start >= kept[-1].end:
            kept.append(link)
        elif link.end - link.start > kept[-1].end - kept[-1].start:
            kept[-1] = link
    return kept


def _with_offices(
    text: str, sentences: Sequence[Span], cast: Cast, *, language: str
) -> Cast:
    """The cast with each person's offices, employer and home filled in."""
    reader = PhraseReader(text, cast, language=language)
    actors = list(cast.actors)
    for sentence in sentences:
        for phrase in reader.phrases(sentence):
            if phrase.roles and len(phrase.link.actors) == 1:
                position = phrase.link.actors[0]
                actors[position] = _in_office(actors[position], phrase, cast)
    return replace(cast, actors=tuple(actors))


def _in_office(actor: Actor, phrase: Phrase, cast: Cast) -> Actor:
    employer, home = actor.employer, actor.home
    for link in phrase.inner:
        kind = cast.actors[link.actors[0]].kind
        if kind is ActorKind.ORGANISATION and employer is None:
            employer = link.actors[0]
        elif kind in {ActorKind.STATE, ActorKind.CITY} and home is None:
            home = link.actors[0]
    return replace(
        actor, roles=(*actor.roles, *phrase.roles), employer=employer, home=home
    )
