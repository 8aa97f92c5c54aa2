"""What a merge would change, told before it is done."""

import pytest

from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.settling import settle
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Address, Entry, Judgement
from memoranda.register.queries.merging import Conflict, Merged, merged_if_same
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db


def two_bodies():
    left, right = actor("Lark Museum"), actor("Lark House")
    claim(left, "country", "AZE")
    claim(right, "country", "FRA")
    claim(right, "kind", "organisation")
    pact = subject(SubjectType.INSTRUMENT)
    claim(pact, "kind", "memorandum")
    claim(pact, "party", target=right)
    project_stale()
    return left, right


def test_the_merge_is_told_and_nothing_is_written():
    left, right = two_bodies()

    merged = merged_if_same(right.pk, left.pk)

    assert merged == Merged(
        is_joined=True,
        key=left.key,
        title="Lark Museum",
        led_on=(right.key,),
        falls_out=(),
        conflicts=(Conflict("country", "", ("AZE", "FRA")),),
        claims=5,
        sources=5,
        records=1,
    )
    assert not Judgement.objects.exists()


def test_what_was_told_is_what_comes():
    left, right = two_bodies()
    told = merged_if_same(left.pk, right.pk)

    settle(left, right, Sameness.SAME, by=person())

    entry = Entry.objects.get(type=SubjectType.ACTOR)
    assert (entry.key, entry.title) == (told.key, told.title)
    assert (entry.sources, entry.links) == (told.sources, told.records)
    led_on = Address.objects.filter(entry=entry).exclude(key=entry.key)
    assert tuple(led_on.values_list("key", flat=True)) == told.led_on


def test_other_words_may_keep_them_apart():
    first, left, right = actor("Lark"), actor("Larks"), actor("Wren")
    mira = person()
    judge_same(first, left, Sameness.SAME, by=mira)
    judge_same(first, right, Sameness.NOT_SAME, by=mira)
    project_stale()

    assert not merged_if_same(left.pk, right.pk).is_joined


def test_other_words_may_push_one_out():
    left, right, third = actor("Lark"), actor("Larks"), actor("Wren")
    mira = person()
    judge_same(left, third, Sameness.SAME, by=mira)
    judge_same(right, third, Sameness.NOT_SAME, by=mira)
    project_stale()

    assert merged_if_same(left.pk, right.pk).falls_out == (third.pk,)


def test_what_is_no_entry_yet_has_no_title():
    left, right = subject(), subject()

    merged = merged_if_same(left.pk, right.pk)

    assert (merged.is_joined, merged.title, merged.claims) == (True, "", 0)
