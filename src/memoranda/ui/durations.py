"""ISO 8601 durations in words: "5 years", "6 months"."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def said(duration: str) -> str:
    """``duration`` in words; one of no known form is given back unchanged."""
    match = DURATION.fullmatch(duration)
    if match is None or duration == "P":
        return duration
    years, months, weeks, days = (int(part) if part else 0 for part in match.groups())
    parts = [
        ngettext("%(n)d year", "%(n)d years", years) % {"n": years},
        ngettext("%(n)d month", "%(n)d months", months) % {"n": months},
        ngettext("%(n)d week", "%(n)d weeks", weeks) % {"n": weeks},
        ngettext("%(n)d day", "%(n)d days", days) % {"n": days},
    ]
    counts = (years, months, weeks, days)
    named = [part for part, count in zip(parts, counts, strict=True) if count]
    return _(" and ").join(named) or duration
