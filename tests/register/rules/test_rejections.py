from dataclasses import replace

import pytest

from memoranda.register.rules.rejections import (
    GONE_BEFORE,
    SAID_BEFORE,
    Told,
    repeated,
)

KIND = Told(1, 10, "instrument", "kind", "memorandum", None, 2, 12)
SIGNED = Told(2, 10, "instrument", "signed", "2020-05-04", None, 30, 40)
NO_KIND, NO_SIGNED = replace(KIND, rejected=True), replace(SIGNED, rejected=True)


def again(told: Told, **changed) -> Told:
    return replace(told, pk=told.pk + 100, rejected=False, **changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"start": 27},
        {"end": 44},
        {"start": 32, "end": 38},
        {"value": " 2020-05-04 "},
    ],
)
def test_the_same_value_with_a_word_more_or_less_is_rejected_again(changed):
    fresh = again(SIGNED, **changed)

    found = repeated([fresh], [KIND, NO_SIGNED], restated={10})

    assert found == {102: SAID_BEFORE}


@pytest.mark.parametrize(
    "changed",
    [
        {"value": "2020-05-05"},
        {"start": 40, "end": 50},
        {"subject": 11},
        {"name": "expires"},
        {"target": 5},
    ],
)
def test_another_value_place_or_thing_is_a_new_question(changed):
    fresh = again(SIGNED, **changed)

    found = repeated([fresh], [KIND, NO_SIGNED], restated={10})

    assert found == {}


def test_what_was_not_rejected_is_not():
    assert repeated([again(SIGNED)], [KIND, SIGNED], restated={10}) == {}


def test_a_rejected_thing_whose_quote_moved_stays_rejected_with_all_said_of_it():
    kind = again(KIND, subject=11, start=0)
    signed, place = again(SIGNED, subject=11), again(SIGNED, subject=11, name="place")
    place = replace(place, pk=103, value="Baku")

    found = repeated([kind, signed, place], [NO_KIND, NO_SIGNED], restated=set())

    assert found == {101: SAID_BEFORE, 102: SAID_BEFORE, 103: GONE_BEFORE}


def test_a_thing_that_is_restated_has_not_moved():
    kind = again(KIND, subject=11, start=0)

    assert repeated([kind], [NO_KIND], restated={10}) == {}


def test_what_is_newly_said_of_a_rejected_thing_goes_with_it():
    found = repeated([again(SIGNED)], [NO_KIND], restated={10})

    assert found == {102: GONE_BEFORE}


def test_a_thing_that_exists_by_another_claim_is_not_gone():
    another = again(KIND, value="protocol")

    found = repeated([again(SIGNED), another], [NO_KIND], restated={10})

    assert found == {}
