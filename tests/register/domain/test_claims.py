from contextlib import contextmanager

import pytest

from memoranda.history.models import HistoryEntry
from memoranda.register.domain import claims
from memoranda.register.domain.claims import (
    Assertion,
    Evidence,
    assert_claim,
    assert_claims,
    judge_claim,
)
from memoranda.register.domain.errors import (
    MissingDecider,
    MissingEvidence,
    QuoteMismatch,
    RegisterError,
    UnknownProperty,
    WrongValue,
)
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Claim, Stale, Verdict
from tests.factories import document, evidence, person, subject

pytestmark = pytest.mark.django_db


def test_a_claim_holds_its_quote_and_who_read_it():
    source, anna = document("Anna sang."), subject()

    claim = assert_claim(
        anna,
        "name",
        value="Anna",
        evidence=evidence(source, "Anna"),
        certainty=0.7,
        engine="reader 1",
    )

    assert (claim.quote, claim.start, claim.end) == ("Anna", 0, 4)
    assert (claim.certainty, claim.engine) == (0.7, "reader 1")
    assert list(Stale.objects.values_list("subject", flat=True)) == [anna.pk]
    line = HistoryEntry.objects.latest("pk")
    assert (line.actor, line.verb, line.object_key) == (
        "reader 1",
        "asserted",
        source.content_hash,
    )


def test_saying_it_again_writes_nothing():
    ground = evidence(document("Anna sang."), "Anna")
    anna = subject()

    first = assert_claim(anna, "name", value="Anna", evidence=ground, engine="1")
    lines = HistoryEntry.objects.count()
    again = assert_claim(
        anna, "name", value="Anna", evidence=ground, engine="2", certainty=0.1
    )

    assert first == again
    assert (Claim.objects.count(), HistoryEntry.objects.count()) == (1, lines)


def test_a_person_may_assert_without_a_quote():
    mira = person("Mira")

    claim = assert_claim(subject(), "name", value="Anna", by=mira, reason="I know her")

    assert (claim.asserted_by, claim.reason) == (mira, "I know her")


@pytest.mark.parametrize(
    ("property_", "value", "error"),
    [
        ("colour", "red", UnknownProperty),
        ("title", "", WrongValue),
        ("title", 4, WrongValue),
        ("signed", "next week", WrongValue),
        ("signed", "2020-02-30", WrongValue),
        ("duration", "5 years", WrongValue),
        ("party", "Norway", WrongValue),
    ],
)
def test_a_value_of_another_shape_is_refused(property_, value, error):
    pact = subject(SubjectType.INSTRUMENT)

    with pytest.raises(error):
        assert_claim(pact, property_, value=value, by=person())


def test_a_claim_needs_a_ground():
    with pytest.raises(MissingEvidence):
        assert_claim(subject(), "name", value="Anna")


@pytest.mark.parametrize(
    ("span", "quote", "error"),
    [
        ((0, 4), "Anne", QuoteMismatch),
        ((1, 5), "Anna", QuoteMismatch),
        ((0, 0), "", MissingEvidence),
        ((-10, -6), "Anna", MissingEvidence),
    ],
)
def test_a_quote_must_stand_where_it_is_said(span, quote, error):
    ground = Evidence(document("Anna sang."), *span, quote)

    with pytest.raises(error):
        assert_claim(subject(), "name", value="Anna", evidence=ground)


def test_many_are_written_all_or_none():
    anna, mira = subject(), person()
    good = Assertion(anna, "name", value="Anna")

    with pytest.raises(RegisterError):
        assert_claims([good, Assertion(anna, "name", value="")], by=mira)

    assert not Claim.objects.exists()


def test_the_same_twice_in_one_writing_is_one_claim():
    anna = subject()
    same = Assertion(anna, "name", value="Anna")

    written = assert_claims([same, same], by=person())

    assert [is_new for _, is_new in written] == [True, False]
    assert written[0][0] == written[1][0]
    assert Claim.objects.count() == 1


def test_a_verdict_says_who_decided():
    claim = assert_claim(subject(), "name", value="Anna", by=person())

    judge_claim(claim, ClaimStatus.REJECTED, by=person("Mira"), reason="misread")

    row = Verdict.objects.values_list("status", "decided_by__username", "reason").get()
    assert row == ("rejected", "Mira", "misread")
    with pytest.raises(MissingDecider):
        judge_claim(claim, ClaimStatus.ACCEPTED)


def test_a_long_reason_fits_its_column_and_is_whole_in_the_history():
    claim = assert_claim(subject(), "name", value="Anna", by=person())
    reason = "ə" * 501

    judge_claim(claim, ClaimStatus.REJECTED, by=person(), reason=reason)

    assert Verdict.objects.get().reason == reason[:500]
    assert HistoryEntry.objects.latest("pk").detail["reason"] == reason


def test_what_another_wrote_before_ones_turn_is_not_written_again(monkeypatch):
    same, mira = Assertion(subject(), "name", value="Anna"), person()
    first = []

    @contextmanager
    def after_another():
        monkeypatch.undo()
        first.extend(assert_claims([same], by=mira))
        with claims.writing():
            yield

    monkeypatch.setattr(claims, "writing", after_another)

    again = assert_claims([same], by=mira)

    assert again == [(first[0][0], False)]
