"""A thing that more documents speak of than a database takes parameters."""

import sqlite3

import pytest
from django.db import connection

from memoranda.register.domain.reviews import decide
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.acts_on_records import act_to_undo, last_act_on
from memoranda.register.queries.clusters import cluster_if, kept_apart
from memoranda.register.queries.sayings import record_of
from tests.factories import claim, person

pytestmark = pytest.mark.django_db
BOUND = 2000  # parameters; SQLite's own is 32,766, too many for a test
MANY = BOUND + 100


@pytest.fixture
def state():
    """The subjects of as many documents, all one."""
    subjects = Subject.objects.bulk_create(
        Subject(key=f"state{number}", type=SubjectType.ACTOR) for number in range(MANY)
    )
    first, *others = subjects
    Judgement.objects.bulk_create(
        Judgement(left=first, right=one, sameness=Sameness.SAME, rule="names")
        for one in others
    )
    return subjects


@pytest.fixture
def bounded(state):  # noqa: ARG001  what is made in bulk is made before
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    before = connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, BOUND)
    yield
    connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, before)


@pytest.mark.usefixtures("bounded")
def test_everything_said_of_it_is_read(state):
    claim(state[-1], "name", "Azerbaijan")

    record = record_of(state[0])

    assert len(record.members) == MANY
    assert [one.claim.value for one in record.field("name").values] == ["Azerbaijan"]


@pytest.mark.usefixtures("bounded")
def test_it_is_judged_with_another(state):
    other = Subject.objects.create(key="other", type=SubjectType.ACTOR)

    (joined,) = cluster_if(state[0].pk, other.pk, Sameness.SAME)

    assert len(joined.members) == MANY + 1
    assert kept_apart([state[0].pk, other.pk]) == set()


def test_what_a_person_did_last_on_any_of_them_is_found(state):
    mira = person()
    said = claim(state[-1], "name", "Azerbaijan", accept=False)
    members = [one.pk for one in state]

    act = decide([said], ClaimStatus.ACCEPTED, by=mira).act

    assert last_act_on(members, by=mira) == act
    assert act_to_undo(act.pk, members, by=mira) == act
