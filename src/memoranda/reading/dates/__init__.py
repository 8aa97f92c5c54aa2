"""Dates: found in text, resolved to EDTF in the precision that was said."""

from memoranda.reading.dates.document import dates_of
from memoranda.reading.dates.edtf import contains, edtf_bounds, overlaps, same_date
from memoranda.reading.dates.finder import Tense, find_dates
from memoranda.reading.dates.mention import DateMention

__all__ = [
    "DateMention",
    "Tense",
    "contains",
    "dates_of",
    "edtf_bounds",
    "find_dates",
    "overlaps",
    "same_date",
]
