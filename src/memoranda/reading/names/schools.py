"""The keys under which a word of a name may be found: one for each way of spelling.

A name that went from one alphabet to another was written down by the rules of some
language. Each school below reads a word as that language would.
"""

import re
from functools import lru_cache

from memoranda.reading.names.folding import fold, unmarked
from memoranda.reading.names.letters import AZERBAIJANI_MARKS

# Letters as the school means them -> letters as an English reader would write them.
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "german": (
        ("schtsch", "sch#"), ("tsch", "ch#"), ("sch(?!#)", "sh"), ("ch(?!#)", "kh"), ("je", "ye"), ("jo", "yo"),
        ("j", "y"), ("w", "v"), ("z", "ts"),
        ("#", ""),
    ),
    "french": (
        ("(?<=[lnrtk])es?$", ""), ("tch", "ch#"), ("ch(?!#)", "sh"), ("#", ""), ("dj", "dzh"), ("j", "zh"),
        ("oua", "va"), ("gu(?=[ei])", "g"), ("eau|au", "o"), ("ay$", "e"),
        ("c(?=[ei])", "s"), ("qu", "k"),
    ),
    "turkic": (
        ("ch", "ch#"), ("c(?!h#)", "j"), ("#", ""), ("x", "kh"), ("ae", "a"),
    ),
    "slavic": (
        ("szcz", "shch"), ("cz", "ch"), ("sz", "sh"), ("rz", "zh"), ("dż", "dzh"),
        ("ch", "kh"), ("ř", "rzh"), ("c", "ts"), ("j", "y"), ("w", "v"), ("ó", "u"),
    ),
    "croatian": (("dj", "đ#"), ("đ#?|gj", "dzh"), ("c", "ts"), ("j", "y")),
    "hungarian": (
        ("cs", "ch"), ("zs", "zh"), ("sz", "z"), ("s", "sh"), ("gy", "d"), ("j", "y"),
    ),
    "italian": (("c(?=[ei])", "ch"), ("ch", "k"), ("gh", "g"), ("gi(?=[aou])", "j")),
    "spanish": (("j", "kh"), ("z", "s"), ("ñ", "ny"), ("ll", "l"), ("qu", "k")),
    "portuguese": (
        ("ch", "sh"), ("j", "zh"), ("nh", "ny"), ("lh", "l"), ("ão", "an"), ("s$", "sh"),
    ),
    "umlaut": (("ue", "u"), ("oe", "o"), ("ae", "e"), ("aa", "a"), ("ß", "ss")),
    "danish": (("ae|æ", "e"), ("oe|ø", "o"), ("aa|å", "o")),
    "mute h": (("(?<=[^cgkpstz])h", ""),),
    "hard q": (("q", "k"),),
    "glide": (("(?<=[aeou])y(?=e)", "i-"),),
    "armenian": (("rk", "rg"), ("ian$", "yan"), ("ss", "s")),
    "pinyin": (
        ("zh", "j"), ("x", "s"), ("[jq](?=[iuü])", "ts"), ("z", "ts"), ("c(?!h)", "ts"),
        ("uo", "o"), ("ng$", "n"), ("ng(?=[^aeiou])", "n"), ("^r", "zh"),
    ),
}  # fmt: skip
_CYRILLIC: dict[str, tuple[tuple[str, str], ...]] = {
    "palladius": (("чж", "ж"), ("цз", "ц"), ("дз", "ц"), ("нь", "н"), ("^ж", "ж")),
    "polivanov": (
        ("дзи", "джи"), ("дз([юяё])", r"дж\1"), ("дз", "з"), ("си", "ши"), ("ти", "чи"),
        ("сю", "шу"), ("ся", "ша"), ("сё", "шо"), ("тю", "чу"), ("тя", "ча"),
        ("ъ", ""),
    ),
    "western": (
        ("^у(?=[аеиоэ])", "в"), ("^шт", "ст"), ("^шп", "сп"), ("дзю", "джу"),
        ("кс", "кс"),
    ),
    "mute g": (("г", ""),),
    "glide": (("(?<=[аеиоу])е", "-е"),),
    "azerbaijani": (("беков", "беов"), ("кули(?!ев)", "гулу"), ("мамед", "маммад"), ("^к", "г")),
}  # fmt: skip
_WADE = (
    ("chih", "zhih"), ("szu", "si"), ("tzu", "zi"), ("ts['’]", "c"), ("ts", "z"), ("hs", "x"),
    ("ch['’](?=[iu])", "q"), ("ch['’]", "ch#"), ("ch(?!#)(?=i|ü|uan)", "j"),
    ("ch(?!#)", "zh"), ("#", ""), ("p(?!['’])", "b"), ("t(?!['’])", "d"),
    ("k(?!['’])", "g"), ("['’]", ""), ("ien", "ian"), ("ung", "ong"),
    ("ih(?=[^aeiou]|$)", "i"), ("eh$", "e"),
)  # fmt: skip
_SOFT_OV = re.compile("(?<=[xcj])ov(?=a?$)")  # Gorbachov is Gorbachev
_IS_CYRILLIC = re.compile("[\u0400-\u052f]")


def _compiled(
    table: tuple[tuple[str, str], ...],
) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), letters) for pattern, letters in table)


_LATIN_SCHOOLS = tuple(_compiled(table) for table in _TABLES.values())
_CYRILLIC_SCHOOLS = tuple(_compiled(table) for table in _CYRILLIC.values())
_WADE_SCHOOL = _compiled(_WADE)


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return bool(_IS_CYRILLIC.search(word))


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """The folded keys of one word, in lower case, by all schools that differ on it."""
    if is_cyrillic(word):
        schools = _CYRILLIC_SCHOOLS
        read = {_read(word, school) for school in schools}
    else:
        if AZERBAIJANI_MARKS & set(word):  # no doubt how its letters are meant
            return frozenset({fold(word), fold(word.replace("q", "k"))})
        read = {_read(word, school) for school in _LATIN_SCHOOLS}
        bare = without_marks(word)
        read |= {bare} | {_read(bare, school) for school in _LATIN_SCHOOLS}
    keys = {_SOFT_OV.sub("ev", "".join(fold(one).split())) for one in read | {word}}
    return frozenset(keys - {""})


@lru_cache(maxsize=5_000)
def chinese_key(word: str) -> str:
    """The key of a syllable in Wade and Giles' spelling, as pinyin would have it."""
    return "".join(fold(_read(without_marks(word), _WADE_SCHOOL)).split())


def _read(word: str, school: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, letters in school:
        word = pattern.sub(letters, word)
    return word


def without_marks(word: str) -> str:
    """The letters alone: č, ş and ü as c, s and u, as where marks are not to hand."""
    return unmarked(word.replace("ə", "e").replace("ı", "i"))
