"""Labels for the codes of the register's closed lists, in the reader's language."""

from functools import lru_cache

import pycountry
from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import ActorKind, EventKind, InstrumentKind
from memoranda.register.rules.terms import INDEFINITE
from memoranda.ui import durations

Label = str | Promise

KINDS: dict[str, Label] = {
    **dict(InstrumentKind.choices),
    **dict(EventKind.choices),
    **dict(ActorKind.choices),
    "other": _("Other"),
}
STATUSES: dict[str, Label] = {
    "signed": _("Signed"),
    "in-force": _("In force"),
    "planned": _("Planned"),
    "proposed": _("Proposed"),
    "ended": _("Ended"),
    "held": _("Held"),
    "ongoing": _("Ongoing"),
    "postponed": _("Postponed"),
    "cancelled": _("Cancelled"),
}
GENRES: dict[str, Label] = {
    "press": _("Press"),
    "instrument": _("Text of an agreement"),
    "row": _("Row of a table"),
    "other": pgettext_lazy("genre", "Other"),
}
FORCE: dict[str, Label] = {
    "signature": _("on signature"),
    "exchange_of_ratifications": _("on the exchange of ratifications"),
    "deposit_of_ratifications": _("on the deposit of ratifications"),
    "ratification": _("on ratification"),
    "last_notification": _("on the later of the two notifications"),
    "first_day_of_2nd_month_after_notifications": _(
        "on the first day of the second month after the notifications"
    ),
    "date_of_reply_note": _("on the date of the note in reply"),
}


def plain(code: str) -> str:
    """A code that has no label, made readable."""
    words = code.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def label(code: str, labels: dict[str, Label]) -> str:
    """The label of ``code``, or the code itself made readable."""
    return str(labels.get(code) or plain(code))


def kind(code: str) -> str:
    """The label of a kind of instrument, event or actor."""
    return label(code, KINDS)


def status(code: str) -> str:
    """The label of a status."""
    return label(code, STATUSES)


def field(code: str) -> str:
    """A field of cooperation, in lower case as in a running list."""
    return code.replace("-", " ").replace("_", " ")


def country(code: str) -> str:
    """The name of a country by its alpha-3 code, in the reader's language."""
    return _country(code, get_language() or "en")


@lru_cache(maxsize=1024)
def _country(code: str, language: str) -> str:
    found = pycountry.countries.get(alpha_3=code)
    if found is None:
        return code
    names = Locale.parse(language.replace("-", "_")).territories
    return str(names.get(found.alpha_2) or found.name)


def tongue(code: str) -> str:
    """The name of a language by its ISO 639-1 code, in the reader's language."""
    names = Locale.parse((get_language() or "en").replace("-", "_")).languages
    return str(names.get(code) or code)


def certainty(share: float) -> str:
    """A certainty in a word; "" where it is as sure as reading gets."""
    if share >= 0.9:
        return ""
    if share >= 0.7:
        return str(pgettext_lazy("certainty", "likely"))
    if share >= 0.5:
        return str(pgettext_lazy("certainty", "possible"))
    return str(pgettext_lazy("certainty", "doubtful"))


def force(code: str) -> str:
    """When an instrument enters into force, in words, with the days that it waits."""
    return "; ".join(_force(part) for part in code.split(";"))


def _force(code: str) -> str:
    rule, _plus, interval = code.partition("+")
    step, _colon, provisional = rule.partition(":")
    if step == "provisional":
        return str(_("provisionally %(rule)s") % {"rule": label(provisional, FORCE)})
    said = label(rule, FORCE)
    if not interval:
        return said
    days = {"rule": said, "interval": durations.said(interval)}
    return str(_("%(rule)s, %(interval)s later") % days)


def renewal(code: str) -> str:
    """For how long an instrument is renewed, in words."""
    endless = str(_("until it is denounced"))
    return endless if code == INDEFINITE else durations.said(code)


def boolean(value: object) -> str:
    """Yes or no, however it was stored."""
    if is_yes(value):
        return str(pgettext_lazy("answer", "yes"))
    return str(pgettext_lazy("answer", "no"))


def is_yes(value: object) -> bool:
    """Whether a stored answer means yes."""
    return str(value).lower() in {"true", "yes", "1"}
