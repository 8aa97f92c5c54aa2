"""Numbers written in words, and the numbers of days and years.

Each function takes the reader and a token index and gives (value, stop), or
None where no such number begins.
"""

from memoranda.reading.dates.reader import Reader

Found = tuple[int, int]

HUNDRED = 100
THOUSAND = 1000
LAST_DAY = 31
YEARS = range(1000, 2200)
# "nineteen seventy-two" begins with ten to twenty-one
CENTURIES = range(10, 22)


def day_number(reader: Reader, at: int) -> Found | None:
    """A day of the month: 24, 24th, twenty-fourth."""
    found = ordinal(reader, at)
    number = reader.number(at)
    if found is None and number is not None and reader.length(at) <= 2:
        found = number, at + 1
    if found is None or not 1 <= found[0] <= LAST_DAY:
        return None
    return found


def year_number(reader: Reader, at: int) -> Found | None:
    """A year of four figures or in words."""
    number = reader.number(at)
    if number is not None:
        if number not in YEARS or reader.is_decimal(at):
            return None
        return number, at + 1
    found = cardinal(reader, at)
    return found if found and found[0] in YEARS else None


def ordinal(reader: Reader, at: int) -> Found | None:
    """24th, twenty-fourth, first."""
    number = reader.number(at)
    if number is not None:
        ending = reader.means(at + 1, "ordinal_endings") and reader.glued(at + 1)
        return (number, at + 2) if ending else None
    table = reader.lexicon.ordinals
    if reader.word(at) in table:
        return table[reader.word(at)], at + 1
    tens = reader.lexicon.tens.get(reader.word(at))
    after = reader.past(at + 1, "-", "‑")
    last = table.get(reader.word(after))
    if tens and last and last < 10:
        return tens + last, after + 1
    return None


def cardinal(reader: Reader, at: int) -> Found | None:
    """A number in words below ten thousand, also as years are spoken."""
    head = _below_hundred(reader, at)
    if head is None:
        return None
    value, stop = head
    if reader.word(stop) == "thousand":
        return _rest(reader, stop + 1, value * THOUSAND)
    if reader.word(stop) == "hundred":
        return _rest(reader, stop + 1, value * HUNDRED)
    tail = _below_hundred(reader, reader.past(stop, "-"))
    if tail and value in CENTURIES and tail[0] >= 10:
        return value * HUNDRED + tail[0], tail[1]
    return head


def _rest(reader: Reader, at: int, value: int) -> Found:
    after = reader.past(at, "and", ",")
    tail = _below_hundred(reader, after)
    if tail is None:
        return value, at
    number, stop = tail
    if reader.word(stop) == "hundred" and value % THOUSAND == 0:
        return _rest(reader, stop + 1, value + number * HUNDRED)
    return value + number, stop


def _below_hundred(reader: Reader, at: int) -> Found | None:
    word = reader.word(at)
    if word in reader.lexicon.numerals:
        return reader.lexicon.numerals[word], at + 1
    tens = reader.lexicon.tens.get(word)
    if tens is None:
        return None
    after = reader.past(at + 1, "-", "‑")
    ones = reader.lexicon.numerals.get(reader.word(after), 0)
    return (tens + ones, after + 1) if 0 < ones < 10 else (tens, at + 1)
