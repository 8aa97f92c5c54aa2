"""A line of the history in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from memoranda.history.queries.entries import choices
from memoranda.register.interfaces.addresses import address_of

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from memoranda.history.models import HistoryEntry
    from memoranda.insight.queries.log import Line

VERBS: dict[str, str | Promise] = {
    "kept": gettext_lazy("kept"),
    "read": gettext_lazy("read"),
    "refused": gettext_lazy("could not read"),
    "asserted": gettext_lazy("proposed"),
    "proposed": gettext_lazy("put back among what waits"),
    "accepted": gettext_lazy("accepted"),
    "rejected": gettext_lazy("rejected"),
    "superseded": gettext_lazy("set aside"),
    "judged": gettext_lazy("judged"),
    "withheld": gettext_lazy("kept to the office"),
    "released": gettext_lazy("let go"),
}
TYPES: dict[str, str | Promise] = {
    "document": gettext_lazy("document"),
    "subject": gettext_lazy("record"),
    "claim": gettext_lazy("value"),
    "source": gettext_lazy("file"),
    "job": gettext_lazy("job"),
    "rule": gettext_lazy("rule"),
    "account": gettext_lazy("account"),
    "office": gettext_lazy("office"),
}


COLUMNS = {"actor": "actor", "verb": "verb", "type": "object_type"}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line ready to be shown; ``what`` is HTML."""

    row: HistoryEntry
    who: str
    verb: str
    what: str
    reason: str
    opens: bool


def shown_line(line: Line) -> ShownLine:
    """The line in words."""
    row = line.row
    return ShownLine(
        row,
        row.actor,
        verb_said(row.verb),
        _what(line),
        str(row.detail.get("reason") or ""),
        line.opens,
    )


def choices_said(name: str) -> list[tuple[str, str]]:
    """The values that lines can be narrowed to, each with its words."""
    words = {"verb": VERBS, "type": TYPES}.get(name, {})
    return [(value, str(words.get(value, value))) for value in choices(COLUMNS[name])]


def verb_said(verb: str) -> str:
    """A verb of the history in words; one that has none as it is."""
    return str(VERBS.get(verb, verb))


def _what(line: Line) -> str:
    row, number = line.row, line.number
    if row.object_type == "claim" or row.verb == "asserted":
        said = ngettext("{number} value", "{number} values", number)
    elif row.verb == "judged":
        said = ngettext("{number} pair of records", "{number} pairs of records", number)
    else:
        return _thing(line)
    counted = said.format(number=number)
    if line.document is None and line.entry is None:
        return counted
    return format_html(_("{values} of {thing}"), values=counted, thing=_thing(line))


def _thing(line: Line) -> str:
    row = line.row
    if line.document is not None:
        title = line.document.title or line.document.source
        return format_html('<a href="{}">{}</a>', document_at(line), title)
    if line.entry is not None:
        return format_html(
            '<a href="{}">{}</a>', address_of(line.entry), line.entry.title
        )
    type_ = str(TYPES.get(row.object_type, row.object_type))
    detail = row.detail
    name = detail.get("source") or detail.get("name") or row.object_key[:12]
    return format_html("{} {}", type_, name)


def document_at(line: Line) -> str:
    """The page of the line's document: that of the desk finds hidden ones too."""
    return reverse("kept-or-shown", args=[line.document.key]) if line.document else ""
