"""A link's token is only right for what it was made over."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from memoranda.people.rules.links import is_in_time, is_valid, token_for

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(1_600_000_000_000_000, 4_000_000_000_000_000).map(
    lambda microseconds: EPOCH + timedelta(microseconds=microseconds)
)
SIGNED = st.tuples(st.integers(1, 10**6), st.text(max_size=80), MOMENTS)


@given(SIGNED, SIGNED)
def test_a_token_is_right_for_the_same_account_password_and_moment_only(one, other):
    pk, password, made_at = one
    token = token_for(pk, password=password, made_at=made_at)

    valid = is_valid(token, pk=other[0], password=other[1], made_at=other[2])

    assert valid == (one == other)


@given(SIGNED)
def test_a_token_is_right_again_when_its_moment_comes_from_the_database(signed):
    pk, password, made_at = signed
    token = token_for(pk, password=password, made_at=made_at)

    kept = datetime.fromisoformat(made_at.isoformat())

    assert is_valid(token, pk=pk, password=password, made_at=kept)


@given(st.text(max_size=80))
def test_nothing_is_right_where_no_link_was_made(token):
    assert not is_valid(token, pk=1, password="", made_at=None)


def test_a_link_lives_seven_days_to_the_second():
    made = datetime(2026, 3, 1, 12, tzinfo=UTC)

    last = made + timedelta(days=7) - timedelta(seconds=1)

    assert is_in_time(made, now=last)
    assert not is_in_time(made, now=made + timedelta(days=7))
