"""What stands around one entry."""

import pytest

from memoranda.insight.queries.dossiers import neighbours
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry
from tests.factories import actor, claim, subject

pytestmark = pytest.mark.django_db


def in_country(name, code, kind="state"):
    opened = actor(name)
    claim(opened, "kind", kind)
    claim(opened, "country", code)
    return opened


def figure(number, *about):
    told = subject(SubjectType.FIGURE)
    claim(told, "value", number)
    for one in about:
        claim(told, "about", target=one)


def test_neighbours_stand_in_the_order_of_the_numbers_shown():
    norland, southland = in_country("Norland", "NOR"), in_country("Southland", "SWE")
    bureau = actor("Bureau")
    for number in (1, 2):
        figure(number, norland, bureau)
    figure(3, norland, southland)
    parties = [in_country(f"Museum {code}", code, "city") for code in ("NOR", "SWE")]
    for kind in ("memorandum", "plan"):
        pact = subject(SubjectType.INSTRUMENT)
        claim(pact, "kind", kind)
        for party in parties:
            claim(pact, "party", target=party)
    project_stale()

    found = neighbours(Entry.objects.get(subject=norland))

    shown = [(each.entry.title, each.records) for each in found]
    assert shown == [("Southland", 3), ("Bureau", 2)]
