"""Several papers under one noun: "memorandums with the Louvre and the Prado".

Coordination is read as distribution: each of the list has a paper of its own, with
the parties that all of them share. The list is told by grammar: a model that scores
one noun for several papers cannot tell whose each is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memoranda.reading.statements.press.findings import Filler, RecordMention
from memoranda.reading.statements.press.lexicon import Several, agreement_words
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import Filled, Telling, fillers

BRACKET = 2  # characters between a name and its acronym
# Log-odds: of a party that only the list tells of, and the least of an unnamed partner.
EVEN, UNLIKELY = 0.0, -2.0


def distributed(
    scene: Scene, telling: Telling, parties: Sequence[Filled]
) -> list[list[Filled]]:
    """The parties of each paper that is told of; one list for one paper."""
    several = agreement_words(scene.language).several
    for mention in telling.mentions:
        if several.nouns.search(scene.text, mention.start, mention.end):
            for listed in _Lists(scene, several).of(mention):
                if len({filler.thing for filler in listed}) > 1:
                    return _shared_out(scene, telling, (parties, listed))
    return [list(parties)]


def _shared_out(
    scene: Scene, telling: Telling, sides: tuple[Sequence[Filled], Sequence[Filler]]
) -> list[list[Filled]]:
    """A paper for each of the list, with the parties that are not of it.

    Where all the likely ones are of the list, the likeliest other is their partner.
    """
    parties, listed = sides
    things = {filler.thing for filler in listed}
    told = fillers(scene, telling, "party", least=UNLIKELY)
    others = [filled for filled in told if filled.thing not in things]
    shared = [filled for filled in parties if filled.thing not in things] or others[:1]
    odds = {(filled.thing, filled.letter): filled.odds for filled in told}
    return [
        [
            *shared,
            Filled(
                filler.thing,
                filler.letter,
                (filler.start, filler.end),
                max(odds.get((filler.thing, filler.letter), EVEN), EVEN),
            ),
        ]
        for filler in listed
    ]


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of bodies and places in a sentence that share out its papers."""

    scene: Scene
    several: Several

    def of(self, mention: RecordMention) -> Iterator[list[Filler]]:
        """Those with whom the papers are, and those who each have one."""
        text = self.scene.text
        named, stop = self._named(mention)
        leads = self.several.leads.match(text, mention.end, stop)
        behind = [filler for filler in named if leads and filler.start >= leads.end()]
        if leads and behind and behind[0].start <= leads.end("reach"):
            yield self._from(behind)
        while named:
            own = self._from(named)
            named = named[named.index(own[-1]) + 1 :]
            end = named[0].start if named else mention.start
            if self.several.each.match(text, own[-1].end, end):
                yield own

    def _named(self, mention: RecordMention) -> tuple[list[Filler], int]:
        """Who is named in the sentence, a name with its acronym once; its end."""
        start, stop = self.scene.sentence_at(mention.start)
        found: list[Filler] = []
        for filler in self.scene.findings.fillers:
            again = (
                bool(found)
                and found[-1].thing == filler.thing
                and filler.start - found[-1].end <= BRACKET
            )
            if start <= filler.start < stop and filler.letter in "OL" and not again:
                found.append(filler)
        return found, stop

    def _from(self, named: Sequence[Filler]) -> list[Filler]:
        """The first of those named, and those that are joined to it.

        Where a body sits ("the Louvre in Paris and") is passed over.
        """
        own = [named[0]]
        for filler in named[1:]:
            if self.several.joins.fullmatch(self.scene.text, own[-1].end, filler.start):
                own.append(filler)
            elif filler.letter == own[0].letter:
                break
        return own
