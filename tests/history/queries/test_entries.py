"""Lines of the history by who, what, which and when."""

from datetime import UTC, datetime, timedelta

import pytest

from memoranda.history.models import HistoryEntry
from memoranda.history.queries.entries import Chosen, choices, lines

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def written():
    rows = [
        ("rana", "accepted", "claim", "aaa", DAY),
        ("intake", "kept", "document", "bbb", DAY + timedelta(days=1)),
        ("rana", "kept", "document", "bcc", DAY + timedelta(days=2)),
    ]
    return [
        HistoryEntry.objects.create(
            actor=actor, verb=verb, object_type=type_, object_key=key, at=at
        ).pk
        for actor, verb, type_, key, at in rows
    ]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Chosen(), [2, 1, 0]),
        (Chosen(actor="rana"), [2, 0]),
        (Chosen(actor="rana", verb="kept"), [2]),
        (Chosen(type="document"), [2, 1]),
        (Chosen(key="b"), [2, 1]),
        (Chosen(key="B"), []),
        (Chosen(key="bbb"), [1]),
        (Chosen(since=DAY + timedelta(days=1)), [2, 1]),
        (Chosen(until=DAY + timedelta(days=1)), [1, 0]),
        (Chosen(since=DAY, until=DAY), [0]),
        (Chosen(actor="nobody"), []),
    ],
)
def test_lines_are_all_that_is_asked(written, chosen, found):
    assert [row.pk for row in lines(chosen)] == [written[at] for at in found]


def test_lines_go_on_below_the_last_one_seen(written):
    assert [row.pk for row in lines(Chosen(), before=written[2])] == written[1::-1]


def test_choices_are_each_value_once(written):
    assert [choices("actor"), choices("verb"), choices("object_type")] == [
        ["intake", "rana"],
        ["accepted", "kept"],
        ["claim", "document"],
    ]
    assert len(written) == 3
