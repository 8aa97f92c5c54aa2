"""What follows on a day from the terms of an instrument, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from memoranda.register.interfaces.words import is_yes
from memoranda.register.rules.edtf import is_duration
from memoranda.register.rules.term_words import reasons_said
from memoranda.register.rules.terms import (
    INDEFINITE,
    Terms,
    expires,
    notice_by,
    renews,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.utils.functional import Promise

    from memoranda.register.models import Fact

# The property of an instrument -> the part of its terms.
PARTS = {
    "signed": "signed",
    "entry_into_force_date": "in_force",
    "entry_into_force": "rule",
    "duration": "duration",
    "renewal_automatic": "automatic",
    "renewal_period": "renewal",
    "notice": "notice",
    "expires": "expires",
}
TELLING = ("duration", "expires", "notice")  # without any of them nothing follows
QUESTIONS = (
    (_("Expires"), expires),
    (_("Renews itself"), renews),
    (_("Notice by"), notice_by),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One row: the question, the date (EDTF) or "", and how it is reckoned."""

    label: str | Promise
    date: str
    reasons: str


def answers_on(day: date, facts: Iterable[Fact]) -> list[Answer]:
    """When it expires, renews itself and must be denounced, seen from ``day``.

    Nothing for an instrument of whose term no text tells.
    """
    terms = stated_terms(facts)
    if not any(getattr(terms, part) for part in TELLING):
        return []
    reckoned = [(label, answer(terms, day)) for label, answer in QUESTIONS]
    return [Answer(label, one.date or "", reasons_said(one)) for label, one in reckoned]


def stated_terms(facts: Iterable[Fact]) -> Terms:
    """The terms that the preferred facts of an instrument state.

    A code in no known form, as a person may have typed it, states nothing.
    """
    said: dict[str, Any] = {
        PARTS[fact.property]: fact.value
        for fact in facts
        if fact.preferred and fact.property in PARTS
    }
    rule, _plus, wait = str(said.get("rule") or "").partition("+")
    renewal = said.get("renewal")
    known = renewal == INDEFINITE or is_duration(renewal)
    if "automatic" in said:
        said["automatic"] = is_yes(said["automatic"])
    return Terms(
        **{
            **said,
            "rule": f"{rule}+{wait}" if is_duration(wait) else rule or None,
            "renewal": renewal if known else None,
        }
    )
