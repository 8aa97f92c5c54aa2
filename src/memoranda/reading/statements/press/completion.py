"""Parties that a sentence leaves to its surroundings: "a memorandum with X" of whom?"""

import re
from collections import Counter

from memoranda.reading.entities.cast import ActorKind, Link
from memoranda.reading.names import capital_of
from memoranda.reading.statements.press.affairs import Draft
from memoranda.reading.statements.press.parties import BYSTANDER, SideReader
from memoranda.reading.statements.press.scene import Scene

BACK = 3  # sentences looked back for the other side
OUTSIDER = re.compile(
    r"\b(?:according to|told|reports?|reported by|supported by|support of|funded by"
    r"|sponsored by|attended by|presence of|hosted by|photo|source|by)\s*:?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
SETTING = re.compile(r"\b(?:in|at|inside)\s+(?:the\s+)?$", re.IGNORECASE)


class Completer:
    """Fills a draft's parties up to two; the nearest offer is taken first."""

    def __init__(self, scene: Scene, reader: SideReader, known: list[Draft]) -> None:
        self.scene = scene
        self.reader = reader
        self.known = known

    def complete(self, draft: Draft) -> None:
        """Add parties in place, states with states and bodies with bodies."""
        self._capitals_for_states(draft)
        offers = (
            self._through_persons,
            self._same_sentence,
            self._same_affair,
            self._before,
            self._leading,
        )
        for offer in offers:
            if len(draft.parties) >= 2:
                return
            for actor in offer(draft):
                if len(draft.parties) < 2 and self._fits(draft, actor):
                    draft.parties.append(actor)

    def _capitals_for_states(self, draft: Draft) -> None:
        """ "With Vientiane" stands for the state where states are the parties."""
        kinds = {
            self.scene.actor(p).kind
            for d in [draft, *self.known[-4:]]
            for p in d.parties
        }
        if ActorKind.STATE in kinds:
            draft.parties[:] = [self._state_of(p) for p in draft.parties]

    def _state_of(self, position: int) -> int:
        actor = self.scene.actor(position)
        if actor.kind is not ActorKind.CITY or actor.country is None:
            return position
        if capital_of(actor.country) != actor.label:
            return position
        return self.scene.states.get(actor.country, position)

    def _through_persons(self, draft: Draft) -> list[int]:
        bound = (self.reader.stood_for(person) for person in draft.signatories)
        return [actor for actor in bound if actor is not None]

    def _fits(self, draft: Draft, actor: int) -> bool:
        """A second party of the same sort as the first: states with states."""
        kind = self.scene.actor(actor).kind
        if actor in draft.parties or kind in {ActorKind.PERSON, ActorKind.REGION}:
            return False
        if not draft.parties:
            return kind is not ActorKind.CITY
        return kind is self.scene.actor(draft.parties[0]).kind

    def _free(self, link: Link, floor: int) -> bool:
        """Whether a link stands as an actor, not as a place, host or source."""
        before = self.scene.text[max(floor, link.start - 40) : link.start]
        if OUTSIDER.search(before) or SETTING.search(before):
            return False
        kind = self.scene.actor(link.actors[0]).kind
        return kind is ActorKind.ORGANISATION or not BYSTANDER.search(before)

    def _of_sentence(self, sentence: int, *, until: int | None = None) -> list[int]:
        floor = self.scene.sentences[sentence][0]
        return [
            actor
            for phrase in self.scene.phrases[sentence]
            if (until is None or phrase.start < until)
            and self._free(phrase.link, floor)
            for actor in phrase.link.actors
        ]

    def _same_sentence(self, draft: Draft) -> list[int]:
        """Actors of the sentence; beside a partner, only those before the paper."""
        sentence = draft.sentences[0]
        if not draft.parties:
            return self._of_sentence(sentence)
        return self._of_sentence(sentence, until=draft.kind_span[0])

    def _same_affair(self, draft: Draft) -> list[int]:
        """The side that the agreements told just before have in common."""
        recent = [d for d in self.known[-4:] if len(d.parties) > 1]
        if not draft.parties or not recent:
            return []
        counted = Counter(actor for d in recent for actor in d.parties)
        return [actor for actor, _ in counted.most_common(2)]

    def _before(self, draft: Draft) -> list[int]:
        here = draft.sentences[0]
        found: list[int] = []
        for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
            found += self._of_sentence(sentence)
        return found

    def _leading(self, _: Draft) -> list[int]:
        """The actors named most often in the whole text."""
        return self.scene.prominent
