"""EDTF dates in words, as imprecise as they are: "September 2020", "3–6 May 2023"."""

import re
from datetime import date

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

POINT = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
UNSPECIFIED = re.compile(r"(\d{1,3})(X{1,3})")
UNKNOWN_END = re.compile(r"(?:-XX)+$")  # no month or day is said
OPEN = {"", ".."}


def said(edtf: str) -> str:
    """``edtf`` in words; what is no date of a known form is given back unchanged."""
    text = edtf.strip()
    if text[:1] in "[{" and text[-1:] in "]}" and text:
        return _set(text)
    if "/" not in text:
        return _point(text)
    first, last = text.split("/", 1)
    return _range(first, last)


def machine_date(edtf: str) -> str:
    """``edtf`` where HTML's ``datetime`` can hold it (no range, no doubt), else ""."""
    return edtf if POINT.fullmatch(edtf) and not _season(edtf) else ""


def _set(text: str) -> str:
    members = [said(part) for part in text[1:-1].split(",") if part.strip()]
    word = _("or") if text[0] == "[" else _("and")
    return f" {word} ".join(members)


def _range(first: str, last: str) -> str:
    if first in OPEN and last in OPEN:
        return ""
    if first in OPEN:
        return _("until %(date)s") % {"date": _point(last)}
    if last in OPEN:
        return _("since %(date)s") % {"date": _point(first)}
    if first == last:
        return _point(first)
    return _joined(POINT.fullmatch(first), POINT.fullmatch(last)) or (
        f"{_point(first)} – {_point(last)}"
    )


def _joined(first: re.Match[str] | None, last: re.Match[str] | None) -> str:
    """A range that need not say its month or year twice; "" where it must."""
    if first is None or last is None or _season(first[0]) or _season(last[0]):
        return ""
    if len(first[0]) != len(last[0]):
        return ""
    worded = ""
    if not first[2]:
        worded = f"{int(first[1])}–{int(last[1])}"
    elif first[1] == last[1] and not first[3]:
        worded = f"{_month(first[2])}–{_point(last[0])}"
    elif first[1] == last[1] and first[2] == last[2]:
        worded = f"{int(first[3])}–{_point(last[0])}"
    elif first[1] == last[1]:
        worded = f"{int(first[3])} {_month(first[2])} – {_point(last[0])}"
    return worded


def _point(text: str) -> str:
    bare = text.rstrip("?~%")
    doubt = text[len(bare) :]
    worded = _bare(bare)
    if "~" in doubt or "%" in doubt:
        worded = _("about %(date)s") % {"date": worded}
    if "?" in doubt or "%" in doubt:
        worded = _("%(date)s (uncertain)") % {"date": worded}
    return worded


def _bare(text: str) -> str:
    known = UNKNOWN_END.sub("", text.split("T", maxsplit=1)[0])
    match = POINT.fullmatch(known)
    if match is None:
        return _decade(known) or text
    year, month, day = match.groups()
    if day is None:
        named = (_seasons().get(month) or _month(month)) if month else ""
        return text if month and not named else f"{named} {int(year)}".strip()
    try:
        return date_format(date(int(year), int(month), int(day)), "j F Y")
    except ValueError:
        return text


def _decade(text: str) -> str:
    match = UNSPECIFIED.fullmatch(text)
    if match is None or len(text) != 4:
        return ""
    if len(match[2]) == 1:
        return _("the %(decade)s0s") % {"decade": match[1]}
    return _("between %(first)s and %(last)s") % {
        "first": text.replace("X", "0"),
        "last": text.replace("X", "9"),
    }


def _month(number: str) -> str:
    return str(MONTHS.get(int(number), ""))


def _season(text: str) -> bool:
    match = POINT.fullmatch(text)
    return bool(match and match[2] and match[2] in _seasons())


def _seasons() -> dict[str, str]:
    return {"21": _("spring"), "22": _("summer"), "23": _("autumn"), "24": _("winter")}
