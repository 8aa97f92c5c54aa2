"""How far the name of a party reaches in running text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from memoranda.reading.names import country_of, find_places
from memoranda.reading.statements.treaty.lexicon import (
    any_of,
    listed,
    pattern,
    word_set,
)
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.statements.treaty.party_name import (
    bare,
    holds_commas,
    is_institution,
    is_organ,
)

LONGEST = 40  # words of one party's name
WIDTH_REACH = 400  # characters in which a text shows how wide its lines are
TOKEN = re.compile(r"[^\W_](?:[\w'’&-]|\.(?=\w))*\.?|[\"“][^\"”\n]{2,80}[\"”]|[^\w\s]")
CAPITAL = re.compile(r"[^\W\d_a-z]|[\"“\d]|(?:d|l|dell|all|nell|sull)['’]|al-")
GLUED = re.compile(r"(?<=[a-z])andthe$")  # "Netherlandsandthe"
ENDS_NAME = re.compile(r"\w{4}\.$|[a-z]andthe$")
NEW_SENTENCE = re.compile(r"(?<=[a-z]\.)\s+The\b")  # "... Culture and Art. The ..."
GAP = re.compile(r"\n[ \t]*\n")


class Reach(NamedTuple):
    """What may still be read of a clause, and in which language."""

    text: str
    start: int
    end: int
    language: str
    is_title: bool = True
    in_item: bool = False  # one party's lines, which no other party shares


def name_end(reach: Reach) -> int:
    """Where the capitalised words from the start of ``reach`` end.

    "and" goes on only inside a name that is one: the United Kingdom of Great
    Britain and Northern Ireland, the Ministry of Education and Science.
    """
    tokens = list(_tokens(reach.text, (reach.start, _limit(reach))))
    capitals = reach.is_title and _in_capitals(tokens)
    end = reach.start
    for place, token in enumerate(tokens):
        if capitals and end > reach.start and _is_topic(token.group(), reach, end):
            break
        if _stops(token, tokens[place + 1 :], reach, end=end):
            break
        if CAPITAL.match(token.group()):
            glued = GLUED.search(token.group())
            end = token.start() + glued.start() if glued else token.end()
        new = NEW_SENTENCE.match(reach.text, token.end())
        if new or ENDS_NAME.search(token.group()):
            break
    return end


def _limit(reach: Reach) -> int:
    """An empty line, or words that cannot belong to a name, end it."""
    text, start, end, language, *_ = reach
    stop = pattern(language, "preamble", "after_names").search(text, start + 1, end)
    gap = GAP.search(text, start, end)
    return min([end, *(found.start() for found in (stop, gap) if found)])


def is_particle(word: str, language: str) -> bool:
    """Whether a name may hold the small word: "of", "della"."""
    return word.lower() in word_set(language, "parties", "particles")


def _is_about(word: str, language: str) -> bool:
    """Whether the word may open what an instrument is about: "on", "concerning"."""
    return word.lower() in word_set(language, "heading", "about")


def _is_topic(word: str, reach: Reach, end: int) -> bool:
    said = reach.text[reach.start : end]
    return _is_about(word, reach.language) and not holds_commas(said, reach.language)


def _stops(
    token: re.Match[str], after: list[re.Match[str]], reach: Reach, *, end: int
) -> bool:
    word = token.group()
    said = reach.text[reach.start : end]
    if _opens_address(token, said, reach, end=end):
        return True
    if word.lower() == "and":
        in_item = reach.in_item and after and CAPITAL.match(after[0].group())
        return not (in_item or _goes_on(said, after, reach))
    if word == ",":
        inside = holds_commas(said, reach.language) or _lists_topics(after, reach)
        return not inside or _opens_body(after, reach) or _opens_state(after, reach)
    if word.lower() == "of" and after and after[0].group().isdecimal():
        return True
    goes_on = (
        CAPITAL.match(word)
        or is_particle(word, reach.language)
        or _is_below(token, reach)
        or _says_with_whom(word, said, reach.language)
    )
    return not goes_on


def _says_with_whom(word: str, said: str, language: str) -> bool:
    """ "with" in "Society for Cultural Relations with Foreign Countries"."""
    last = said.lower().split()[-1:]
    names = word_set(language, "parties", "with_whom")
    return word.lower() == "with" and bool(names & set(last))


def _is_below(token: re.Match[str], reach: Reach) -> bool:
    """Whether the body above is named: "under the Council of Ministers of X"."""
    until = min(reach.end, token.end() + 60)
    found = _below(reach.language).finditer(reach.text, reach.start, until)
    return any(each.start() <= token.start() < each.end() for each in found)


@cache
def _below(language: str) -> re.Pattern[str]:
    words = any_of(listed(language, "parties", "below"))
    superiors = any_of(listed(language, "parties", "superiors"))
    return re.compile(rf"(?i:{words})\s+the\s+(?=[A-Z])(?i:{superiors})(?!\w)")


def _opens_body(after: list[re.Match[str]], reach: Reach) -> bool:
    """Whether the next body follows a comma: ", the Ministry of Culture of X"."""
    opens = len(after) > 1 and after[0].group().lower() == "the"
    return opens and is_institution(
        _phrase(reach.text, after[1:], reach.language), reach.language
    )


def _opens_state(after: list[re.Match[str]], reach: Reach) -> bool:
    """Whether the state follows in which the body sits: ", Republic of X"."""
    said = _phrase(reach.text, after, reach.language) if after else ""
    states = pattern(reach.language, "parties", "state_heads")
    return (
        bool(states.search(said)) and country_of(bare(said, reach.language)) is not None
    )


def _lists_topics(after: list[re.Match[str]], reach: Reach) -> bool:
    """Whether fields follow, the last behind "and": "Council for Culture, Arts and Letters"."""
    if not after or not _is_common(after[0], reach.language):
        return False
    words = [token.group() for token in after[:8]]
    if "and" not in words:
        return False
    fields = words[: words.index("and")]
    named = bool(fields) and all(word == "," or CAPITAL.match(word) for word in fields)
    return named and not is_institution(" ".join(fields), reach.language)


def _is_common(token: re.Match[str], language: str) -> bool:
    return token.group().casefold() in listed(language, "parties", "plain_words")


def _opens_address(token: re.Match[str], said: str, reach: Reach, *, end: int) -> bool:
    """Whether the address begins behind a name.

    It does where a name in capitals is followed, on the next line, by running type,
    and in a list also where the name's line was broken before it was full.
    """
    word, between = token.group(), reach.text[end : token.start()]
    if not CAPITAL.match(word) or is_particle(word, reach.language):
        return False
    is_cased = said.isupper() and not word.isupper()
    if "\n" in between:
        return is_cased or (reach.in_item and _is_broken(token, reach, end=end))
    return reach.in_item and is_cased and not _names_state(token, reach)


def _is_broken(token: re.Match[str], reach: Reach, *, end: int) -> bool:
    """Whether the word below would have stood on the name's own line."""
    around = max(0, end - WIDTH_REACH), min(len(reach.text), end + WIDTH_REACH)
    lines = list(lines_in(reach.text, around))
    widest = max(len(line.words) for line in lines)
    begin = reach.text.rfind("\n", 0, end) + 1
    return end - begin + len(token.group()) < widest


def _names_state(token: re.Match[str], reach: Reach) -> bool:
    """Whether a state follows: "MINISTRY OF CULTURE of Malta"."""
    places = find_places(reach.text, (token.start(), min(reach.end, token.end() + 60)))
    is_near = places and not re.search(
        r"[,;\n]", reach.text[token.start() : places[0].start]
    )
    return bool(is_near and places[0].kind == "country")


def _tokens(text: str, span: Span) -> Iterator[re.Match[str]]:
    for count, token in enumerate(TOKEN.finditer(text, *span)):
        if count > LONGEST:
            return
        yield token


def _in_capitals(tokens: list[re.Match[str]]) -> bool:
    words = [t.group() for t in tokens[:6] if len(t.group()) > 1]
    return bool(words) and all(word.isupper() for word in words)


def _goes_on(said: str, after: list[re.Match[str]], reach: Reach) -> bool:
    """Whether "and" after the words ``said`` belongs to the same name."""
    language = reach.language
    if after and after[0].group().lower() == "the":
        return _is_plain(after[1:], language)
    if not after or after[0].group().lower() in ("the", "of"):
        return False
    left, right = " ".join(said.split()), _phrase(reach.text, after, language)
    if country_of(bare(f"{left} and {right}", language)):
        return True
    if country_of(bare(right, language)) or is_organ(right, language):
        return False
    is_own = holds_commas(left, language) or _is_plain(after, language)
    return is_own or not is_institution(right, language)


def _is_plain(after: list[re.Match[str]], language: str) -> bool:
    """Whether only a common word follows: "... for Science and the Arts"."""
    if not after or not _is_common(after[0], language):
        return False
    following = after[1].group() if len(after) > 1 else ""
    return not CAPITAL.match(following) and following.lower() != "of"


def _phrase(text: str, tokens: list[re.Match[str]], language: str) -> str:
    """The words up to the first that is neither capitalised nor "of"."""
    end = tokens[0].start()
    for token in tokens[:8]:
        word = token.group()
        if not (word[0].isupper() or word in ("of", "the")) or word.lower() == "and":
            break
        if _is_about(word, language):
            break
        end = token.end()
    return " ".join(text[tokens[0].start() : end].split())
