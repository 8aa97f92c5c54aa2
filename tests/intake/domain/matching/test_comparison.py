"""Two things compared for a person to see: parts with points, names word by word."""

import pytest

from memoranda.intake.domain.matching.comparison import (
    compared,
    others_of,
    profiles_around,
)
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.judgements import judge_same
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db


def comparison_of(left, right):
    profiles = profiles_around([left.pk, right.pk])
    own = profiles[left.pk], profiles[right.pk]
    return compared(*own, others_of(own))


def person_named(name: str, country: str):
    one = actor(name)
    claim(one, "kind", "person")
    claim(one, "country", country)
    return one


def test_each_part_has_its_points_and_its_reason():
    told = comparison_of(
        person_named("Gara Garayev", "AZE"), person_named("Кара Караев", "RUS")
    )

    parts = {part.name: (part.points, part.reason) for part in told.parts}
    assert parts["countries"] == (-0.15, "of different countries")
    assert told.rule == "persons 1"
    assert told.score == pytest.approx(sum(points for points, _ in parts.values()))
    assert [(word.left, word.right) for word in told.words] == [
        ("Gara", "Кара"),
        ("Garayev", "Караев"),
    ]


def test_what_it_leads_to_is_compared_through_its_cluster():
    norway, norge = actor("Norway"), actor("Norge")
    ghana = actor("Ghana")
    judge_same(norway, norge, Sameness.SAME, by=person())
    acts = []
    for party in (norway, norge):
        act = subject(SubjectType.INSTRUMENT)
        claim(act, "kind", "memorandum")
        for target in (party, ghana):
            claim(act, "party", target=target)
        acts.append(act)

    told = comparison_of(*acts)

    assert ("parties", "the same parties") in {
        (part.name, part.reason) for part in told.parts
    }


def test_rejected_claims_are_not_compared():
    one = actor("Lark")
    wrong = claim(one, "country", "AZE")
    judge_claim(wrong, ClaimStatus.REJECTED, by=person())

    assert profiles_around([one.pk])[one.pk].of("country") == []


def test_every_member_of_a_cluster_has_its_profile():
    left, right = actor("Lark"), actor("Larks")
    judge_same(left, right, Sameness.SAME, by=person())

    profiles = profiles_around([right.pk])

    assert profiles[left.pk] is profiles[right.pk]
    assert profiles[left.pk].of("name") == ["Lark", "Larks"]
