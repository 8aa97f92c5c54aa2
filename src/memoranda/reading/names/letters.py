"""Letters that decomposition does not turn into Latin ones.

Cyrillic (Russian, Ukrainian, Belarusian, Serbian, Kazakh, Kyrgyz, Tatar) by sound,
and Latin letters of their own. The values are spellings the fold then unifies.
"""

CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "j",
        "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z", "и": "i", "і": "i",
        "ї": "i", "й": "i", "ј": "y", "к": "k", "л": "l", "љ": "l", "м": "m",
        "н": "n", "њ": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "ћ": "ch", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
        "џ": "j", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e",
        "ю": "yu", "я": "ya", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o",
        "ү": "u", "ұ": "u", "һ": "h", "җ": "j", "ҹ": "j", "ҝ": "g", "ѓ": "g",
        "ѕ": "dz", "ќ": "k", "ѣ": "e", "ҷ": "j", "ҳ": "h", "ӣ": "i", "ӯ": "u",
    }
)  # fmt: skip

LATIN = str.maketrans(
    {
        "ə": "a", "ı": "i", "ğ": "g", "ş": "sh", "ș": "sh", "š": "sh", "ç": "ch",
        "č": "ch", "ž": "zh", "ć": "ch", "đ": "d", "ð": "d", "þ": "th", "ø": "o",
        "ł": "l", "æ": "e", "œ": "e", "ŋ": "n", "ħ": "h", "ʻ": "", "ʼ": "",
        "’": "", "‘": "", "'": "", "`": "", "ʿ": "", "ʾ": "", "ŝ": "sh", "ż": "zh",
    }
)  # fmt: skip

# Letters that mark a name as Azerbaijani, where "c" is j and "x" is kh.
AZERBAIJANI_MARKS = frozenset("əğı")
AZERBAIJANI = str.maketrans({"c": "j", "x": "kh"})
