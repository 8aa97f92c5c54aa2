"""A name with the office before it and the apposition behind it, as one phrase.

"Head of the City Library Anna Weiss" and "Anna Weiss, who heads the library," are
each one phrase about one person; the bodies inside are not actors of the clause.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from memoranda.reading.entities.cast import Cast, Link, Span
from memoranda.reading.vocabulary import words

TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*\w)?\.?|[^\w\s]")
REACH = 28  # words looked at on either side of a name
JOINING = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "in",
        "at",
        "on",
        "to",
        "a",
        "an",
        "de",
        "la",
        "du",
        "&",
        "former",
        "then",
        "acting",
        "first",
        "second",
        "vice",
        "general",
        "artistic",
        "executive",
        "senior",
        "permanent",
        "founding",
        "its",
        "his",
        "her",
        "their",
        "culture",
        "cultural",
        "foreign",
        "prime",
        "education",
        "tourism",
        "information",
        "heritage",
    ]
)
APPOSED = re.compile(r",\s+(?!(?:and|but|as|while|when|or)\b)(?=\w)")
LISTED = re.compile(r"[A-Z]\w*(?:,| and )")
LOCATED = re.compile(r"\s+(?:in|of|from)\s+(?:the\s+)?")
BRACKET = re.compile(r"\s*\([^()\n]{1,60}\)")
OF = re.compile(r",?\s+(?:of|from|for|on behalf of|representing)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``text[start:end]`` with the name at ``link``; ``role`` is the office's span."""

    start: int
    end: int
    link: Link
    inner: tuple[Link, ...] = ()
    roles: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Word classes that make or carry an office."""

    offices: frozenset[str]
    honorifics: frozenset[str]
    heading: re.Pattern[str]


@cache
def role_words(language: str) -> RoleWords:
    """The word classes of a language."""
    lists = words(language, "roles")
    heading = "|".join(re.escape(verb) for verb in lists["heading"])
    return RoleWords(
        offices=frozenset(lists["offices"]),
        honorifics=frozenset(lists["honorifics"]),
        heading=re.compile(
            rf"\b(?:who|which|that)\s+(?:\w+\s+)?(?:{heading})\b|\bwhose\b"
        ),
    )


class PhraseReader:
    """Finds the phrases of a sentence."""

    def __init__(self, text: str, cast: Cast, *, language: str) -> None:
        self.text = text
        self.cast = cast
        self.words = role_words(language)

    def phrases(self, sentence: Span) -> tuple[Phrase, ...]:
        """The phrases of a sentence in order; a link inside another's is swallowed."""
        links = self.cast.links_in(sentence)
        found: list[Phrase] = []
        floor = sentence[0]
        skip_until = -1
        for position, link in enumerate(links):
            if link.start < skip_until:
                continue
            phrase = self._phrase(links, position, (floor, sentence[1]))
            while found and found[-1].start >= phrase.start:
                found.pop()
            found.append(phrase)
            skip_until = phrase.end
            if self._is_person(link) or phrase.inner:
                floor = phrase.end
        return tuple(found)

    def _phrase(self, links: Sequence[Link], position: int, within: Span) -> Phrase:
        link = links[position]
        if self._is_person(link):
            start, before = self._office_before(links, position, within[0])
            end, after = self._apposition(links, position, within[1])
            roles = [
                s for s in ((start, link.start), (link.end, end)) if s[1] - s[0] > 2
            ]
            return Phrase(start, end, link, (*before, *after), tuple(roles))
        end = link.end
        bracket = BRACKET.match(self.text, end, within[1])
        if bracket:
            end = bracket.end()
        start, inner = self._owner(links, position, within[0])
        follower = links[position + 1] if position + 1 < len(links) else None
        if follower and self._lies_in(link, end, follower):
            end, inner = follower.end, (*inner, follower)
        return Phrase(start, end, link, inner)

    def _lies_in(self, link: Link, end: int, follower: Link) -> bool:
        """ "The museum in Vienna": the place belongs to the body."""
        gap = self.text[end : follower.start]
        located = self._is_place(follower) and not self._is_place(link)
        return located and LOCATED.fullmatch(gap) is not None

    def _owner(
        self, links: Sequence[Link], position: int, floor: int
    ) -> tuple[int, tuple[Link, ...]]:
        """Read "Chile's" or "Vienna" before a body's name; (start, links taken in)."""
        link = links[position]
        before = links[position - 1] if position else None
        if before is None or before.start < floor or self._is_place(link):
            return link.start, ()
        gap = self.text[before.end : link.start]
        if self._is_place(before) and re.fullmatch(r"(?:['’]s?)?\s+", gap):
            return before.start, (before,)
        return link.start, ()

    def _is_person(self, link: Link) -> bool:
        return (
            len(link.actors) == 1 and self.cast.actors[link.actors[0]].kind == "person"
        )

    def _is_place(self, link: Link) -> bool:
        kind = self.cast.actors[link.actors[0]].kind
        return len(link.actors) == 1 and kind in {"state", "city", "region"}

    def _office_before(
        self, links: Sequence[Link], position: int, floor: int
    ) -> tuple[int, tuple[Link, ...]]:
        """Walk back over the words of an office; (its start, links inside it)."""
        start = best = links[position].start
        tokens = list(TOKEN.finditer(self.text, max(floor, start - 240), start))
        spans = {link.end: link for link in links[max(0, position - 6) : position]}
        seen: list[Link] = []
        taken = 0
        cursor = start
        for token in reversed(tokens[-REACH:]):
            if token.start() >= cursor:
                continue
            link = spans.get(token.end()) or _covering(spans, token.start())
            if link is not None:
                if self._is_person(link):
                    break
                seen.append(link)
                cursor = link.start
                if best == start or self._touches(link.end, best):
                    taken, best = self._premodified(link, seen, (taken, best, start))
                continue
            cursor = token.start()
            verdict = self._office_token(token[0])
            if verdict is None:
                break
            if verdict:
                best, taken = token.start(), len(seen)
        return best, tuple(seen[:taken])

    def _premodified(
        self, link: Link, seen: list[Link], state: tuple[int, int, int]
    ) -> tuple[int, int]:
        """A body or place directly before the office belongs to it."""
        taken, best, start = state
        if best == start:
            return taken, best
        return len(seen), link.start

    def _touches(self, end: int, best: int) -> bool:
        return re.fullmatch(r"(?:['’]s?)?\s+", self.text[end:best]) is not None

    def _office_token(self, token: str) -> bool | None:
        """True: part of an office; False: may stand inside one; None: ends it."""
        word = token.lower().rstrip(".")
        last = word.rsplit("-", 1)[-1]
        if last in self.words.offices or word in self.words.honorifics:
            return True
        if word in JOINING or token in {",", "’", "'", "-", "s"}:
            return False
        return False if token[0].isupper() else None

    def _apposition(
        self, links: Sequence[Link], position: int, ceiling: int
    ) -> tuple[int, tuple[Link, ...]]:
        """Read ", rector of the academy" behind a name; (its end, links inside it)."""
        end = links[position].end
        behind = links[position + 1] if position + 1 < len(links) else None
        if behind and re.fullmatch(OF, self.text[end : behind.start]):
            return self._attached(links, position)
        bracket = BRACKET.match(self.text, end, ceiling)
        opening = APPOSED.match(self.text, bracket.end() if bracket else end, ceiling)
        if not opening:
            return end, ()
        stop, inner = self._run_on(
            links[position + 1 : position + 7], (opening.end(), ceiling)
        )
        said = self.text[opening.end() : stop]
        head = [word.strip(".,’'s").lower() for word in said.split()[:9]]
        office = any(word in self.words.offices for word in head)
        if not office and not self.words.heading.match(said):
            return end, ()
        return stop, tuple(inner)

    def _attached(
        self, links: Sequence[Link], position: int
    ) -> tuple[int, tuple[Link, ...]]:
        """Read "of Chile's Heritage Service" behind a name."""
        first = links[position + 1]
        if self._is_person(first):
            return links[position].end, ()
        second = links[position + 2] if position + 2 < len(links) else None
        if second and re.fullmatch(r"['’]s?\s+", self.text[first.end : second.start]):
            return second.end, (first, second)
        return first.end, (first,)

    def _run_on(self, links: Sequence[Link], within: Span) -> tuple[int, list[Link]]:
        by_start = {link.start: link for link in links}
        inner: list[Link] = []
        cursor, stop = within[0], within[0]
        for token in TOKEN.finditer(
            self.text, within[0], min(within[1], within[0] + 260)
        ):
            if token.start() < cursor:
                continue
            link = by_start.get(token.start())
            if link is not None and self._is_person(link):
                break
            if link is not None:
                inner.append(link)
                cursor = stop = link.end
                continue
            if self._ends_apposition(token):
                break
            if token[0] not in {"and", ","}:
                stop = token.end()
        return stop, [link for link in inner if link.end <= stop]

    def _ends_apposition(self, token: re.Match[str]) -> bool:
        if token[0] in ';:.)(—–“”"':
            return True
        following = self.text[token.end() : token.end() + 24].lstrip()
        first = re.match(r"[\w.]+", following)
        word = first[0].lower().rstrip(".") if first else ""
        if token[0] == ",":
            return LISTED.match(following) is None or word in self.words.honorifics
        if token[0] == "and":
            return word in self.words.honorifics or word in self.words.offices
        return False


def _covering(spans: dict[int, Link], offset: int) -> Link | None:
    for link in spans.values():
        if link.start <= offset < link.end:
            return link
    return None
