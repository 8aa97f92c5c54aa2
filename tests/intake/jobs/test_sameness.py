"""Jobs that look for pairs, and that show what a judgement changed."""

import pytest

from memoranda.intake.domain.jobs import sameness
from memoranda.intake.domain.jobs.sameness import bring_up_to_date, look_for_pairs
from memoranda.intake.domain.jobs.worker import Worker
from memoranda.intake.enums import JobState
from memoranda.intake.models import Job
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import project_near, project_stale, rebuild
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Stale
from memoranda.register.queries.candidates import suggestions
from memoranda.register.queries.digests import projection_digest
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db


def test_looking_finds_pairs_and_remembers_how_many():
    for name in ("World Heritage List", "World Heritage Committee", "Lark Hall"):
        claim(actor(name), "kind", "organisation")
    project_stale()

    job = look_for_pairs(by=person(), once="a form")
    Worker().run_one()

    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert job.items.get().result == {"found": 1}
    assert len(suggestions()) == 1
    assert look_for_pairs(by=person(), once="a form") == job


def test_what_a_judgement_left_is_shown_piece_by_piece(monkeypatch):
    monkeypatch.setattr(sameness, "AT_ONCE", 2)
    left, right, mira = actor("Lark"), actor("Larks"), person()
    for _ in range(5):
        pact = subject(SubjectType.INSTRUMENT)
        claim(pact, "kind", "memorandum")
        claim(pact, "party", target=right)
    project_stale()
    judge_same(left, right, Sameness.SAME, by=mira)
    assert project_near([left.pk, right.pk], most=0) == 5

    job = bring_up_to_date(by=mira)
    assert bring_up_to_date(by=mira) == job
    assert job.items.count() == 3
    Worker().run_one()

    assert not Stale.objects.exists()
    assert projection_digest() == rebuild()


def test_nothing_left_is_no_job():
    assert bring_up_to_date(by=person()) is None
    assert not Job.objects.exists()
