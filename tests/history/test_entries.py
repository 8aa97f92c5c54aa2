import pytest
from django.db import DatabaseError, connection, transaction

from memoranda.history.domain import record
from memoranda.history.models import HistoryEntry

pytestmark = pytest.mark.django_db


def test_a_line_says_who_did_what_to_which():
    record("asserted", "claim", "abc", actor="Mira", claims=3)

    row = HistoryEntry.objects.values_list(
        "actor", "verb", "object_type", "object_key", "detail"
    ).get()
    assert row == ("Mira", "asserted", "claim", "abc", {"claims": 3})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history_historyentry SET actor = 'x'",
        "DELETE FROM history_historyentry",
    ],
)
def test_a_line_is_never_changed(statement):
    record("asserted", "claim", "abc", actor="Mira")

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert HistoryEntry.objects.get().actor == "Mira"
