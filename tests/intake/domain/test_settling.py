"""What an earlier reviewer said no to, a later engine does not bring back."""

from dataclasses import replace

import pytest

from memoranda.intake.domain.writing import write_reading
from memoranda.reading.records import Value
from memoranda.register.domain.openings import Word
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.domain.reviews import correct, decide
from memoranda.register.domain.standing_rules import keep_rule
from memoranda.register.enums import ClaimStatus, Policy
from memoranda.register.models import Claim, Entry, Verdict, Waiting
from memoranda.register.queries.digests import projection_digest
from memoranda.register.rules.criteria import Criteria
from tests.factories import person
from tests.intake.readings import instrument, named, quoted, reading

pytestmark = pytest.mark.django_db
TEXT = "A memorandum between Norway and Ghana was signed on 4 May 2020 in Oslo."


def first_reading(*, place: Value | None = None, **changed):
    act = instrument(
        TEXT, "Norway", "Ghana", signed=quoted(TEXT, "4 May 2020", "2020-05-04")
    )
    actors = [named(TEXT, "Norway", "state"), named(TEXT, "Ghana", "state")]
    act = replace(act, place=place, **changed)
    return reading(TEXT, instruments=(act,), actors=tuple(actors))


def read(one, policy: Policy = Policy.REVIEW) -> None:
    write_reading(TEXT.encode(), one, policy=policy)
    project_stale()


def of(property_: str) -> Claim:
    return Claim.objects.get(property=property_, subject__type="instrument")


def last(claim: Claim) -> tuple[str, str, str]:
    verdict = Verdict.objects.filter(claim=claim).last()
    return verdict.status, verdict.policy, verdict.reason


@pytest.mark.parametrize("policy", Policy)
def test_a_rejected_claim_stays_rejected_when_read_again(policy):
    read(first_reading())
    signed = of("signed")
    decide([signed], ClaimStatus.REJECTED, by=person(), reason="wrong reading")

    read(first_reading(), policy)

    assert last(signed) == (ClaimStatus.REJECTED, "", "wrong reading")
    assert Claim.objects.filter(property="signed").count() == 1
    assert projection_digest() == rebuild()


@pytest.mark.parametrize("policy", Policy)
def test_an_engine_that_quotes_one_word_more_does_not_bring_it_back(policy):
    read(first_reading())
    decide([of("signed")], ClaimStatus.REJECTED, by=person())

    longer = quoted(TEXT, "on 4 May 2020", "2020-05-04")
    read(first_reading(signed=longer), policy)

    again = Claim.objects.get(quote="on 4 May 2020")
    assert last(again) == (
        ClaimStatus.REJECTED,
        "rejected before",
        "the same was rejected before",
    )
    assert not Waiting.objects.filter(claim=again).exists()


def test_what_a_person_corrected_is_not_proposed_again():
    read(first_reading())
    correct(of("signed"), Word("2020-05"), by=person())

    read(first_reading(signed=quoted(TEXT, "on 4 May 2020", "2020-05-04")))

    again = Claim.objects.get(quote="on 4 May 2020")
    assert last(again)[1] == "rejected before"


def test_another_value_is_proposed():
    read(first_reading())
    decide([of("signed")], ClaimStatus.REJECTED, by=person())

    read(first_reading(signed=quoted(TEXT, "May 2020", "2020-05")))

    again = Claim.objects.get(quote="May 2020")
    assert Waiting.objects.filter(claim=again).exists()


def test_a_rejected_agreement_stays_rejected_when_its_quote_moves():
    read(first_reading())
    rejected = Claim.objects.filter(subject__type="instrument")
    decide(rejected, ClaimStatus.REJECTED, by=person(), reason="not about us")

    moved = first_reading(
        kind=quoted(TEXT, "A memorandum", "memorandum"), place=quoted(TEXT, "Oslo")
    )
    read(moved, Policy.ASSISTED)

    place = Claim.objects.get(property="place")
    assert last(place) == (
        ClaimStatus.REJECTED,
        "rejected before",
        "what it is said of was rejected before",
    )
    assert not Entry.objects.filter(type="instrument").exists()
    assert not Waiting.objects.filter(type="instrument").exists()


def test_a_standing_rule_decides_what_is_read_later():
    rana = person("rana")
    keep_rule(
        "dates",
        ClaimStatus.ACCEPTED,
        Criteria(type="instrument", property="signed", at_least=0.9),
        by=rana,
    )

    read(first_reading())

    assert last(of("signed")) == (ClaimStatus.ACCEPTED, "rule: dates", "")
    assert not Waiting.objects.filter(property="signed").exists()
