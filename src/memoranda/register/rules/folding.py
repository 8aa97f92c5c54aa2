"""One key for the spellings a searcher may type, across accents and scripts."""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяәғқңөүұһҹҝљњђћџј",
        [
            *[
                "a",
                "b",
                "v",
                "g",
                "g",
                "d",
                "e",
                "e",
                "e",
                "zh",
                "z",
                "i",
                "i",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
            ],
            *["sh", "", "i", "", "e", "yu", "ya", "a", "g", "g", "n", "o", "u", "u"],
            *["h", "j", "g", "l", "n", "j", "ch", "j", "y"],
        ],
        strict=True,
    )
)
_LATIN = {
    "ə": "a", "ı": "i", "ğ": "g", "ş": "sh", "ș": "sh", "š": "sh", "ç": "ch",
    "č": "ch", "ć": "ch", "ž": "zh", "ß": "ss", "ø": "o", "ł": "l", "đ": "d",
    "ð": "d", "þ": "th", "æ": "e", "œ": "e", "'": "", "’": "", "‘": "", "ʻ": "",
    "ʼ": "", "`": "",
}  # fmt: skip
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        [
            "a",
            "b",
            "g",
            "d",
            "e",
            "v",
            "z",
            "t",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "zh",
            "r",
            "s",
            "t",
            "u",
            "p",
            "k",
            "g",
            "g",
            "sh",
            "ch",
            "ts",
            "dz",
            "ts",
            "ch",
            "kh",
            "j",
            "h",
        ],
        strict=True,
    )
)
# After the accents are off; two letters for one sound (ου, μπ) stay as they are.
_GREEK = str.maketrans(
    {"θ": "th", "ξ": "ks", "ψ": "ps"}
    | dict(zip("αβγδεζηικλμνοπρσςτυφχω", "avgdeziiklmnoprsstyfho", strict=True))
)
_LETTERS = str.maketrans(_CYRILLIC | _LATIN | _GEORGIAN)
# Spellings of one sound between romanisations of Cyrillic and Azerbaijani names.
_SOUNDS = (("kh", "h"), ("gh", "g"), ("q", "g"), ("x", "h"), ("dzh", "j"), ("ph", "f"))
_NO_WORD = re.compile(r"[\W_]+")
# Within a word: apostrophes, and marks that no letter is composed with (о́, i̇).
_WITHIN = re.compile("['’‘`\u0300-\u036f]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """The key of one word; not meant to be read."""
    lower = unicodedata.normalize("NFC", word.casefold()).translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", lower)
    key = "".join(letter for letter in apart if letter.isalnum()).translate(_GREEK)
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", key)


def fold(text: str) -> str:
    """The folded words of ``text`` with one space between them."""
    cut = _NO_WORD.sub(" ", _WITHIN.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(key for word in cut.split() if (key := fold_word(word)))


def loose(word: str) -> str:
    """A folded word without the letter y, which romanisations use at will.

    Garayev and Garaev, Shvydkoy and Shvidkoi meet here; beginnings of words need
    not, so an index holds both forms.
    """
    return _DOUBLED.sub(r"\1", word.replace("y", "i").replace("ie", "e"))


def indexed(text: str) -> str:
    """The folded words of ``text``, then the loose forms of those that have one."""
    words = fold(text).split()
    others = [other for word in words if (other := loose(word)) not in {word, ""}]
    return " ".join([*words, *others])
