"""A person's name taken apart: what is given, what is inherited, what is no name."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from memoranda.reading.names.folding import fold
from memoranda.reading.names.schools import without_marks
from memoranda.reading.vocabulary import LANGUAGES, words

LONGEST = 400
MOST_PARTS = 8
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‑–](?=([^\W\d_]))")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}-?(?:[^\W\d_]\.?)?$")
_WORD = re.compile(r"[^\W_]+(?:['’‘ʻʼ`][^\W_]+)*\.?")
_SERVANT = re.compile(
    r"^(?:ab+d(?:[aeiou]|ou)[lrn](?=[^aeiou]|$)|абд(?:[аеиоуэ]л?|у)[лр]?ь?(?=[^аеиоу]|$))"
)
_FAITH = frozenset({"edin", "edine", "eddin", "udin", "adin", "aldin", "din", "edini"})
_FAITHFUL = re.compile(r"(?<=...)[aeu]d+ine?$")
_OFFSPRING = re.compile(r"(.*z[aə]d[eəa])h$")
_CHILD = frozenset({"sade", "sadeg", "sada"})
_SLAVIC_SURNAME = re.compile(r"(?:[oei]v|in|ski|tski|[oei]va|ina|skaia|enko|uk|lo)$")
ELDER = {"sr": 1, "pere": 1, "i": 1, "jr": 2, "fils": 2, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: as written, in lower case, and its folded key."""

    text: str
    key: str
    is_initial: bool = False


@dataclass(frozen=True, slots=True)
class PersonName:
    """Given names first, surname last, as far as the form of the name tells.

    ``father`` is the patronymic or the father's name; ``generation`` tells elder from
    younger; ``is_double`` says that a hyphen joins the last two parts, ``is_syllabled``
    that one stands within a name, as between the syllables of a Chinese one.
    """

    parts: tuple[Word, ...]
    father: Word | None = None
    generation: int = 0
    is_double: bool = False
    is_syllabled: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded keys of the parts."""
        return tuple(part.key for part in self.parts)


@dataclass(slots=True)
class _Draft:
    """A name on its way to its parts."""

    parts: list[Word]
    father: Word | None = None
    generation: int = 0
    is_turned: bool = False


@lru_cache(maxsize=40_000)
def person_name(name: str) -> PersonName:
    """Takes a name apart; without titles, particles, degrees, and what brackets hold."""
    text = unicodedata.normalize("NFC", _BRACKETED.sub(" ", name[:LONGEST]))
    head, comma, tail = text.partition(",")
    lists = _lists()
    if comma and not _is_suffix(tail, lists):
        text = f"{tail} {head}"
    draft = _Draft(_titleless(text, lists))
    _take_generation(draft, lists)
    _take_father(draft, lists)
    _join(draft)
    _turn(draft, text if not comma else "")
    kept = [w for w in draft.parts if not _is_particle(w, lists)] or draft.parts
    kept = _initials_first(kept)[:MOST_PARTS]
    return PersonName(
        parts=tuple(kept),
        father=draft.father,
        generation=draft.generation,
        is_double=_is_double(text, kept),
        is_syllabled=_HYPHEN.sub(_closed, text) != text,
    )


def _is_particle(word: Word, lists: dict[str, frozenset[str]]) -> bool:
    return not word.is_initial and word.text in lists["particles"]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """The word lists of all languages, folded: one name may mix them."""
    merged: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for name, listed in words(language, "name_parts")["person"].items():
            folded = {fold(word) for word in listed} if name in _WHOLE else listed
            merged.setdefault(name, set()).update(folded)
    return {name: frozenset(listed) for name, listed in merged.items()}


_WHOLE = frozenset({"titles", "courtesies"})


def _is_suffix(tail: str, lists: dict[str, frozenset[str]]) -> bool:
    return all(
        _plain(word) in lists["suffixes"] | ELDER.keys() for word in tail.split()
    )


def _plain(word: str) -> str:
    return without_marks(word.casefold()).strip(".")


def _titleless(text: str, lists: dict[str, frozenset[str]]) -> list[Word]:
    """The words behind the titles: King is a surname at the end."""
    spoken = [w for w in text.split() if w.casefold() not in lists["dotted"]]
    joined = _HYPHEN.sub(_closed, " ".join(spoken))
    shouted = not any(letter.islower() for letter in joined)
    found = [w for piece in joined.split() for w in _words(piece, shouted)]
    first = 0
    while first < len(found) and found[first].key in lists["titles"]:
        first += 1
    return [
        w
        for n, w in enumerate(found[first:])
        if not n or w.key not in lists["courtesies"]
    ]


def _closed(hyphen: re.Match[str]) -> str:
    """Nothing, where a small letter follows: Ki-moon is one name, Jean-Luc two."""
    return "" if hyphen[1].islower() else hyphen[0]


def _words(piece: str, shouted: bool) -> list[Word]:
    parts = _WORD.findall(piece)
    if _INITIALS.match(piece):
        parts = [letter for letter in piece if letter.isalpha()]
    mixed = fold(piece).split()
    found = []
    for at, part in enumerate(parts):
        text = part.rstrip(".").casefold().replace("i̇", "i")
        key = mixed[at] if len(mixed) == len(parts) else "".join(fold(text).split())
        initial = len(text) == 1 and (part.isupper() or part.endswith(".") or shouted)
        if key or initial:
            found.append(Word(text, key or text, initial))
    return found


def _take_generation(draft: _Draft, lists: dict[str, frozenset[str]]) -> None:
    known = lists["suffixes"] | ELDER.keys()
    while len(draft.parts) > 1 and _plain(draft.parts[-1].text) in known:
        last = draft.parts.pop()
        draft.generation = ELDER.get(_plain(last.text), draft.generation)


def _take_father(draft: _Draft, lists: dict[str, frozenset[str]]) -> None:
    """Sets the patronymic apart, or "son of" and the father's name."""
    parts = draft.parts
    for at, part in enumerate(parts):
        if part.key in lists["filiations"] and at >= 2 and len(parts) > 3:
            draft.father = parts[at - 1]
            draft.is_turned = at == len(parts) - 1
            del parts[at - 1 : at + 1]
            return
        if part.text in lists["children"] and at and at + 2 < len(parts):
            draft.father = parts[at + 1]
            del parts[at : at + 2]
            return
    _take_patronymic(draft, tuple(lists["patronymics"]))


def _take_patronymic(draft: _Draft, endings: tuple[str, ...]) -> None:
    """Of Dmitri Dmitrievich Shostakovich only the middle one is the father's."""
    parts = draft.parts
    if len(parts) < 3:
        return
    for at in range(1, len(parts)):
        is_last = at == len(parts) - 1
        if not parts[at].key.endswith(endings):
            continue
        if is_last and not _SLAVIC_SURNAME.search(parts[0].key):
            continue
        draft.father = parts.pop(at)
        draft.is_turned = is_last
        return


def _join(draft: _Draft) -> None:
    """Abdul Rahman, Saad Eddin and Mustafa Zadeh are one name each."""
    joined: list[Word] = []
    for part in draft.parts:
        before = joined[-1] if joined else None
        if before and before.text == "abdul" and not part.is_initial:
            joined[-1] = _word(before.text + part.text)
        elif before and part.key in _FAITH:
            joined[-1] = Word(f"{before.text}eddin", f"{before.key}edin")
        elif before and part.key in _CHILD | {"oglu"} and len(draft.parts) > 2:
            key = "sade" if part.key in _CHILD else part.key
            joined[-1] = Word(before.text + part.text, before.key + key)
        else:
            joined.append(part if part.is_initial else _one_form(part))
    draft.parts = joined


def _one_form(word: Word) -> Word:
    """The spellings of "servant of", "faith" and "child of" in one form."""
    text = _SERVANT.sub("abdul", word.text)
    text = _FAITHFUL.sub("eddin", text)
    text = _OFFSPRING.sub(r"\1", text)
    return word if text == word.text else _word(text)


def _word(text: str) -> Word:
    return Word(text, "".join(fold(text).split()))


def _turn(draft: _Draft, text: str) -> None:
    """Sets a surname that stands first last: SMIRNOVA Elena; Lebedeva Olga Viktorovna."""
    first, *rest = text.split() or [""]
    shouted = len(first) > 2 and first.isupper() and not any(w.isupper() for w in rest)
    if len(draft.parts) > 1 and (draft.is_turned or (shouted and rest)):
        draft.parts.append(draft.parts.pop(0))


def _initials_first(parts: list[Word]) -> list[Word]:
    """Sidorov I. P. as I. P. Sidorov."""
    at = len(parts)
    while at and parts[at - 1].is_initial:
        at -= 1
    return parts[at:] + parts[:at] if at else parts


def _is_double(text: str, parts: list[Word]) -> bool:
    if len(parts) < 3:
        return False
    pair = f"{parts[-2].text}-{parts[-1].text}"
    return pair in text.casefold().replace("–", "-").replace("‑", "-")
