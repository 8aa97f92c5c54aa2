"""Rows put in at once are the rows that Django would have written."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from memoranda.history.models import HistoryEntry
from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Entry, Subject
from memoranda.store.bulk import insert_objects, insert_rows, reserve
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db
COLUMNS = ("key", "type")


def test_objects_get_keys_that_follow_those_there_are():
    first = subject()

    rows = [Subject(key=f"k{number}", type="actor") for number in range(3)]
    insert_objects(rows)
    last = subject()

    assert [row.pk for row in rows] == [first.pk + 1, first.pk + 2, first.pk + 3]
    assert last.pk == first.pk + 4
    assert list(Subject.objects.filter(key__startswith="k1")) == [rows[1]]


@pytest.mark.parametrize("value", ["Şəki “x”\n\t\\N", 1.5, 7, True, ["a", {"b": 1}]])
def test_values_of_json_come_back_as_they_were(value):
    held = claim(subject(), "kind", "person", by=person())
    columns = [field.attname for field in Claim._meta.concrete_fields]
    row = {name: getattr(held, name) for name in columns}
    row |= {"id": held.pk + 1, "value": value, "fingerprint": "f"}

    insert_rows(Claim, columns, [[row[name] for name in columns]])

    kept = Claim.objects.get(fingerprint="f")
    assert (kept.value, kept.asserted_at) == (value, held.asserted_at)


def test_days_and_moments_come_back_as_they_were():
    moment = datetime(2020, 5, 3, 14, 30, 1, 250, tzinfo=UTC)
    at = ("actor", "verb", "object_type", "object_key", "detail", "at")
    insert_rows(HistoryEntry, at, [("a", "v", "t", "k", {}, moment)])
    home = actor("France")
    Entry.objects.filter(pk=home.pk).delete()
    columns = [field.attname for field in Entry._meta.concrete_fields]
    given = Entry(subject_id=home.pk, key="k", type="actor", first_day=date(1999, 1, 2))

    insert_rows(Entry, columns, [[getattr(given, name) for name in columns]])

    assert HistoryEntry.objects.get(verb="v").at == moment
    assert Entry.objects.get(pk=home.pk).first_day == date(1999, 1, 2)


def test_the_database_refuses_what_it_always_refuses():
    known = subject(SubjectType.ACTOR)

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Subject, COLUMNS, [(known.key, "actor")])


def test_nothing_to_insert_is_no_matter():
    insert_objects([])

    assert list(reserve(Subject, 0)) == []
