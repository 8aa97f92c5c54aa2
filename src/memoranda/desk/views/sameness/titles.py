"""What things are called where people judge whether they are one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from memoranda.register.enums import SubjectType
from memoranda.register.interfaces.wording import worded
from memoranda.register.models import Address
from memoranda.register.rules import titles as rules
from memoranda.register.rules.facts import facts_of
from memoranda.register.rules.properties import EXISTENCE
from memoranda.register.rules.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.register.queries.standpoints import Standpoint


def titles_of(subjects: Iterable[int], *, seen_from: Standpoint) -> dict[int, str]:
    """What each is called: its entry's title, else what is claimed of it and seen from
    there. What nothing is known of is left out.
    """
    wanted = set(subjects)
    shown = Address.objects.filter(subject__in=wanted)
    titles = dict(shown.values_list("subject_id", "entry__title"))
    return titles | claimed_titles(wanted - titles.keys(), seen_from=seen_from)


def claimed_titles(subjects: set[int], *, seen_from: Standpoint) -> dict[int, str]:
    """What each would be called as an entry of its own claims alone, be they accepted
    or not; an instrument that no source names with its year, for its parties may have
    signed others.
    """
    if not subjects:
        return {}
    types: dict[int, SubjectType] = {}
    claims: dict[int, list[Said]] = defaultdict(list)
    rows = seen_from.claims().filter(subject__in=subjects).order_by("pk")
    for type_, *row in rows.values_list("subject__type", *CLAIMED):
        claim = Said(*row)
        types[claim.subject] = SubjectType(type_)
        claims[claim.subject].append(claim)
    parties = {
        one.target
        for said in claims.values()
        for one in said
        if one.property == "party" and one.target
    }
    labels = titles_of(parties, seen_from=seen_from)
    told = {pk: _title(types[pk], said, labels) for pk, said in claims.items()}
    return {pk: title for pk, title in told.items() if title}


CLAIMED = ("pk", "subject_id", "property", "value", "language", "target_id")


def _title(type_: SubjectType, said: list[Said], labels: rules.Labels) -> str:
    facts = facts_of(type_, said)
    language = get_language() or ""
    titles = rules.titles_of(type_, facts, labels, languages=[language])
    title = rules.best_title(titles, language=language)
    known = {fact.property: fact.value for fact in facts if fact.preferred}
    if not title:
        says_it_is = "kind" if "kind" in known else EXISTENCE[type_]
        return worded(type_, says_it_is, known.get(says_it_is))
    if type_ != SubjectType.INSTRUMENT or title in known.values():
        return title
    year = str(known.get("signed", ""))[:4]
    return f"{title}, {year}" if year.isdecimal() and year not in title else title
