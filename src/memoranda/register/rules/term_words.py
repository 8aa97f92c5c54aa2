"""The reasons of a calculated date in words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from memoranda.register.rules.terms import Reason, Reckoned, Why
from memoranda.ui import durations, edtf

WORDS: dict[Why, str | Promise] = {
    Why.COUNTED: _("%(length)s from %(date)s"),
    Why.FROM_FORCE: _("the day of entry into force"),
    Why.FROM_SIGNATURE: _("in force from signature"),
    Why.FORCE_UNSAID: _(
        "counted from signature, as no text read says when it enters into force"
    ),
    Why.FORCE_UNKNOWN: _(
        "this cannot be told: the day of entry into force is not known"
    ),
    Why.UNDATED: _(
        "this cannot be told: neither the day of signature nor of entry into force is known"
    ),
    Why.PRINTED: _("the text names this day"),
    Why.NO_TERM: _("no text read sets a term"),
    Why.RENEWED_SINCE: _("tacitly renewed since, %(length)s each time"),
    Why.RENEWS_FOR: _("then renewed tacitly for %(length)s"),
    Why.FOR_ANOTHER: _("for another %(length)s"),
    Why.SAME_LENGTH: _("for the length of the first term, as no other is given"),
    Why.GOES_ON: _("from %(date)s it goes on until it is denounced"),
    Why.UNTIL_DENOUNCED: _("then until it is denounced"),
    Why.BY_CONSENT: _("renewed only if the parties agree"),
    Why.RENEWAL_UNSAID: _("no text read says what follows"),
    Why.RAN_OUT: _("it has run out unless the parties renewed it"),
    Why.NOTICE_BEFORE: _("%(length)s before %(date)s"),
    Why.NOTICE_ANY_TIME: _("it can be ended with a notice of %(length)s"),
    Why.NO_NOTICE: _("no text read gives a notice"),
    Why.BEYOND: _("the date lies beyond the calendar"),
}
WAITED = _("in force %(length)s after signature on %(date)s")
UNCOUNTED = _("%(length)s from entry into force")


def reasons_said(reckoned: Reckoned) -> str:
    """The reasons as one phrase: "5 years from 3 August 1972, tacitly renewed since"."""
    return ", ".join(_said(reckoned.reasons))


def _said(reasons: Iterable[Reason]) -> Iterable[str]:
    for reason in reasons:
        date = edtf.said(reason.date) if reason.date else ""
        length = durations.said(reason.length) if reason.length else ""
        yield str(_form(reason)) % {"date": date, "length": length}


def _form(reason: Reason) -> str | Promise:
    if reason.why is Why.COUNTED and reason.date is None:
        return UNCOUNTED
    if reason.why is Why.FROM_SIGNATURE and reason.length:
        return WAITED
    return WORDS[reason.why]
