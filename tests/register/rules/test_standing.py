"""Where a claim stands after its verdicts."""

from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.enums import ClaimStatus
from memoranda.register.rules.standing import UNDO, Decision, Standing, standing_after

ACCEPTED, REJECTED = ClaimStatus.ACCEPTED, ClaimStatus.REJECTED
verdicts = st.lists(
    st.tuples(
        st.sampled_from(ClaimStatus), st.booleans(), st.sampled_from(["", "assisted"])
    ),
    max_size=6,
)


def decisions(given_):
    return [Decision(at, *said) for at, said in enumerate(given_, 1)]


def test_nothing_decided_is_proposed():
    assert standing_after([]) == Standing(ClaimStatus.PROPOSED)


def test_a_persons_acceptance_stands_behind_it():
    assert standing_after([Decision(7, ACCEPTED, True)]) == Standing(
        ACCEPTED, confirmed=True, decided=7
    )


def test_a_policys_acceptance_confirms_nothing():
    assert standing_after([Decision(7, ACCEPTED, False, "assisted")]) == Standing(
        ACCEPTED
    )


@given(verdicts, st.sampled_from(ClaimStatus), st.booleans())
def test_taking_a_verdict_back_leaves_what_stood_before(before, status, by_person):
    told = decisions(before)
    stood = standing_after(told)
    number = len(told) + 1

    after = standing_after(
        [
            *told,
            Decision(number, status, by_person),
            Decision(number + 1, stood.status, True, UNDO),
        ]
    )

    assert after == stood


@given(verdicts, st.lists(st.sampled_from(ClaimStatus), min_size=1, max_size=4))
def test_taking_back_one_after_the_other_leads_to_the_beginning(before, given_):
    told = decisions(before)
    stood = [standing_after(told)]
    for status in given_:
        told.append(Decision(len(told) + 1, status, True))
        stood.append(standing_after(told))

    back = []
    for former in reversed(stood[:-1]):
        told.append(Decision(len(told) + 1, former.status, True, UNDO))
        back.append(standing_after(told))

    assert back == stood[-2::-1]
