"""Rows for other programs, of today and of a day that is past."""

import pytest
from django.utils import timezone

from memoranda.insight.queries.exports import record_rows, record_rows_at
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.queries.standpoints import Standpoint
from tests.factories import claim, person, subject
from tests.public.story import tell

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("type_", SubjectType)
def test_rows_as_of_now_are_the_rows_of_now(type_):
    tell()

    then = list(record_rows_at(type_, Standpoint(until=timezone.now())))

    assert then == list(record_rows(type_))
    assert then


def test_a_row_has_the_value_that_stood_then():
    pact = subject(SubjectType.INSTRUMENT)
    claim(pact, "kind", "memorandum")
    wrong = claim(pact, "signed", "2019")
    then = Standpoint(until=timezone.now())
    judge_claim(wrong, ClaimStatus.REJECTED, by=person())
    claim(pact, "signed", "2019-05-14", by=person())
    project_stale()

    rows = [*record_rows_at("instrument", then), *record_rows("instrument")]

    assert [row["signed"]["value"] for row in rows] == ["2019", "2019-05-14"]
    assert rows[0]["signed"]["claims"] == [wrong.pk]
