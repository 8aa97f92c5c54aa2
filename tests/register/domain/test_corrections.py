"""A person's words on a record, who they outrank, and taking them back."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain.corrections import (
    Place,
    confirm,
    prefer,
    reject,
    say,
)
from memoranda.register.domain.errors import ChangedMeanwhile, WrongValue
from memoranda.register.domain.openings import NewActor, Opening, Word, open_record
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.domain.removals import bring_back, remove_record
from memoranda.register.domain.reviews import undo
from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Entry, Fact, Verdict
from memoranda.register.queries.digests import projection_digest
from memoranda.register.queries.sayings import field_of
from memoranda.register.queries.standpoints import Standpoint
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
INSTRUMENT = SubjectType.INSTRUMENT


def agreement():
    """An agreement that two articles date differently, shown on pages."""
    opened = subject(INSTRUMENT)
    claim(opened, "kind", "agreement")
    claim(opened, "signed", "2019", certainty=0.9)
    claim(opened, "signed", "2019-05", certainty=0.6)
    project_stale()
    return opened


def seen(opened, name="signed"):
    return Place(opened, name, field_of(opened, name).seen)


def shown(opened, name="signed"):
    facts = Fact.objects.filter(entry=opened.pk, property=name).order_by("position")
    return [(fact.value, fact.preferred) for fact in facts]


def value_claims(opened, value, name="signed"):
    return [
        one.claim for one in field_of(opened, name).sayings if one.claim.value == value
    ]


def standings(opened, name="signed"):
    field = field_of(opened, name)
    return sorted((one.claim.value, str(one.status)) for one in field.sayings)


def test_a_correction_is_shown_first_and_names_the_person():
    opened, rana = agreement(), person("Rana")

    outcome = say(seen(opened), Word("2019-05-14", reason="the copy"), by=rana)

    assert shown(opened) == [("2019-05-14", True), ("2019", False), ("2019-05", False)]
    assert (outcome.claim.asserted_by, outcome.claim.reason) == (rana, "the copy")


def test_what_it_is_said_instead_of_is_superseded():
    opened = agreement()

    say(
        seen(opened),
        Word("2019-05-14"),
        by=person(),
        instead_of=value_claims(opened, "2019"),
    )

    assert shown(opened) == [("2019-05-14", True), ("2019-05", False)]
    assert standings(opened) == [
        ("2019", "superseded"),
        ("2019-05", "accepted"),
        ("2019-05-14", "accepted"),
    ]


def test_a_correction_can_rest_on_a_quote():
    opened, source = agreement(), document("Signed in Baku on 14 May 2019.")

    said = say(
        seen(opened),
        Word("2019-05-14", evidence=evidence(source, "14 May 2019")),
        by=person(),
    )

    assert (said.claim.document, said.claim.quote) == (source, "14 May 2019")


def test_a_contributors_word_waits_and_changes_no_value():
    opened, proposer = agreement(), person(role=Role.CONTRIBUTOR)
    before = shown(opened)

    outcome = say(
        seen(opened),
        Word("2020"),
        by=proposer,
        instead_of=value_claims(opened, "2019"),
    )

    assert outcome.waits
    assert shown(opened) == before
    assert Entry.objects.get(pk=opened.pk).waiting == 1


def test_an_editor_accepts_a_contributors_word_instead_of_another():
    opened, proposer = agreement(), person(role=Role.CONTRIBUTOR)
    waiting = say(seen(opened), Word("2020"), by=proposer).claim

    confirm(
        seen(opened), [waiting], by=person(), instead_of=value_claims(opened, "2019")
    )

    assert shown(opened) == [("2020", True), ("2019-05", False)]


def test_preferring_what_was_read_leaves_the_others_beside_it():
    opened = agreement()

    prefer(seen(opened), value_claims(opened, "2019-05")[0], by=person())

    assert shown(opened) == [("2019-05", True), ("2019", False)]


def test_a_later_choice_outranks_anothers_older_word():
    opened = agreement()
    first = say(seen(opened), Word("2018"), by=person("Anna"))
    say(seen(opened), Word("2020"), by=person("Boris"))

    prefer(seen(opened), first.claim, by=person("Vera"))

    assert shown(opened)[:2] == [("2018", True), ("2020", False)]


def test_confirming_does_not_outrank_a_choice():
    opened = agreement()
    say(seen(opened), Word("2018"), by=person())

    confirm(seen(opened), value_claims(opened, "2019"), by=person())

    assert shown(opened)[0] == ("2018", True)


def test_a_rejected_value_leaves_the_page_and_stays_known():
    opened = agreement()

    reject(seen(opened), value_claims(opened, "2019"), by=person(), reason="a misprint")

    assert shown(opened) == [("2019-05", True)]
    assert standings(opened) == [("2019", "rejected"), ("2019-05", "accepted")]


def test_the_second_of_two_people_is_told_who_was_faster():
    opened = agreement()
    both_saw = seen(opened)
    say(both_saw, Word("2020"), by=person("Anna"))

    with pytest.raises(ChangedMeanwhile, match="Anna changed “Signed on” meanwhile"):
        say(both_saw, Word("2021"), by=person("Boris"))

    assert shown(opened)[0] == ("2020", True)
    assert Claim.objects.filter(value="2021").count() == 0


def test_changing_another_field_is_no_hindrance():
    opened = agreement()
    place = seen(opened, "place")
    say(seen(opened), Word("2020"), by=person())

    say(place, Word("Baku"), by=person())

    assert shown(opened, "place") == [("Baku", True)]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTRIBUTOR])
def test_a_form_sent_twice_says_it_once(role):
    opened, someone = agreement(), person(role=role)
    place, old = seen(opened), value_claims(opened, "2019")
    first = say(place, Word("2020"), by=someone, instead_of=old)
    verdicts = Verdict.objects.count()

    second = say(place, Word("2020"), by=someone, instead_of=old)

    assert second.claim == first.claim
    assert Verdict.objects.count() == verdicts


def test_confirming_twice_decides_once():
    opened, someone = agreement(), person()
    place, claims = seen(opened), value_claims(opened, "2019")
    confirm(place, claims, by=someone)
    verdicts = Verdict.objects.count()

    assert confirm(place, claims, by=someone).act is None
    assert Verdict.objects.count() == verdicts


def test_a_value_of_another_shape_is_refused():
    opened = agreement()

    with pytest.raises(WrongValue):
        say(seen(opened), Word("last spring"), by=person())

    assert len(standings(opened)) == 2


def test_a_reader_may_say_nothing():
    opened = agreement()

    with pytest.raises(NotAllowed):
        say(seen(opened), Word("2020"), by=person(role=Role.READER))


def test_a_contributor_withdraws_and_repeats_their_own_word():
    opened, proposer = agreement(), person(role=Role.CONTRIBUTOR)
    word = say(seen(opened), Word("2020"), by=proposer).claim

    reject(seen(opened), [word], by=proposer)
    withdrawn = standings(opened)
    say(seen(opened), Word("2020"), by=proposer)

    assert ("2020", "rejected") in withdrawn
    assert ("2020", "proposed") in standings(opened)


def test_a_contributor_withdraws_nothing_that_an_editor_decided():
    opened, proposer = agreement(), person(role=Role.CONTRIBUTOR)
    word = say(seen(opened), Word("2020"), by=proposer).claim
    confirm(seen(opened), [word], by=person())

    with pytest.raises(NotAllowed):
        reject(seen(opened), [word], by=proposer)

    assert ("2020", "accepted") in standings(opened)


def test_a_contributor_is_not_told_that_what_was_decided_waits():
    opened, proposer = agreement(), person(role=Role.CONTRIBUTOR)
    word = say(seen(opened), Word("2020"), by=proposer).claim
    confirm(seen(opened), [word], by=person())

    again = say(seen(opened), Word("2020"), by=proposer)

    assert (again.claim, again.act, again.waits) == (word, None, False)
    say(seen(opened), Word("2021"), by=person(), instead_of=[word])
    with pytest.raises(NotAllowed):
        say(seen(opened), Word("2020"), by=proposer)


def test_a_value_can_lead_to_an_actor_that_is_new():
    opened = agreement()

    say(
        seen(opened, "party"),
        Word(target=NewActor("Yarat", "organisation")),
        by=person(),
    )

    led_to = Fact.objects.get(entry=opened.pk, property="party").target
    assert (led_to.title, led_to.kind) == ("Yarat", "organisation")


def test_accepting_a_value_accepts_the_actor_proposed_with_it():
    opened, proposer = agreement(), person(role=Role.CONTRIBUTOR)
    before = projection_digest()
    new = Word(target=NewActor("Yarat", "organisation"))
    waiting = say(seen(opened, "party"), new, by=proposer).claim
    proposed = projection_digest()

    act = confirm(seen(opened, "party"), [waiting], by=person()).act

    assert Fact.objects.get(entry=opened.pk, property="party").target.title == "Yarat"
    undo(act, by=person())
    assert projection_digest() == proposed != before


def test_a_claim_of_another_record_is_not_judged_here():
    opened, other = agreement(), agreement()

    outcome = reject(seen(opened), value_claims(other, "2019"), by=person())

    assert outcome.act is None
    assert len(shown(other)) == 2


def test_a_removed_record_comes_back_as_it_was():
    opened, editor = agreement(), person()
    before = projection_digest()

    remove_record(opened, by=editor, reason="another office's")
    removed = Entry.objects.filter(pk=opened.pk).exists()
    back = bring_back(opened, by=person())

    assert (removed, back, bring_back(opened, by=editor)) == (False, True, False)
    assert projection_digest() == before


def test_a_kept_record_that_was_removed_comes_back():
    keeper = person(office=Office.objects.create(name="North"))
    words = [("kind", Word("treaty"))]
    draft = Opening(INSTRUMENT, "form 1", words, withheld=True)
    opened, _act = open_record(draft, by=keeper)
    remove_record(opened, by=keeper)

    assert bring_back(opened, by=keeper)

    at_home = Standpoint(keeper.office_id)
    assert field_of(opened, "kind", standpoint=at_home).standing("accepted")


def test_a_record_opened_by_hand_twice_is_one():
    words = [("kind", Word("treaty")), ("signed", Word("2020-05"))]
    opening, editor = Opening(INSTRUMENT, "form 1", words), person()

    first, _act = open_record(opening, by=editor)
    second, act = open_record(opening, by=editor)

    assert (first, act) == (second, None)
    assert Entry.objects.get(pk=first.pk).date == "2020-05"


def test_a_record_opened_by_a_contributor_waits():
    opening = Opening(INSTRUMENT, "form 1", [("kind", Word("treaty"))])

    opened, act = open_record(opening, by=person(role=Role.CONTRIBUTOR))

    assert act is None
    assert not Entry.objects.filter(pk=opened.pk).exists()


# A word said twice more by two people is taken back to its first verdict, not to none.
THRICE = [("say", "2018"), ("say", "2018"), ("say", "2018")]
deed = st.one_of(
    st.tuples(st.just("say"), st.sampled_from(["2018", "2019", "2020-05"])),
    st.tuples(st.just("instead"), st.sampled_from(["2018", "2019", "2020-05"])),
    st.tuples(st.just("prefer"), st.sampled_from(["2019", "2019-05"])),
    st.tuples(st.just("confirm"), st.sampled_from(["2019", "2019-05"])),
    st.tuples(st.just("reject"), st.sampled_from(["2019", "2019-05"])),
    st.tuples(st.just("party"), st.sampled_from(["Yarat", "Baku"])),
    st.tuples(st.just("remove"), st.just("")),
)


def perform(step, opened, *, by):
    verb, value = step
    if verb == "remove":
        return remove_record(opened, by=by)
    if verb == "party":
        new = Word(target=NewActor(value, "organisation"))
        return say(seen(opened, "party"), new, by=by).act
    if verb in {"say", "instead"}:
        old = value_claims(opened, "2019") if verb == "instead" else []
        return say(seen(opened), Word(value), by=by, instead_of=old).act
    claims = value_claims(opened, value)
    if verb == "prefer":
        return prefer(seen(opened), claims[0], by=by).act
    judge = {"confirm": confirm, "reject": reject}[verb]
    return judge(seen(opened), claims, by=by).act


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deed, min_size=1, max_size=4))
@example(THRICE)
def test_taking_back_every_act_leads_to_the_register_before(deeds):
    opened, editors = agreement(), [person(), person()]
    digests, acts = [projection_digest()], []
    for number, step in enumerate(deeds):
        act = perform(step, opened, by=editors[number % 2])
        if act is not None:
            acts.append(act)
            digests.append(projection_digest())

    back = []
    for act in reversed(acts):
        undo(act, by=editors[0])
        back.append(projection_digest())

    assert back == digests[-2::-1]
    assert rebuild() == digests[0]


def test_what_was_decided_anew_is_not_taken_back():
    opened = agreement()
    act = confirm(seen(opened), value_claims(opened, "2019"), by=person()).act
    reject(seen(opened), value_claims(opened, "2019"), by=person())

    outcome = undo(act, by=person())

    assert [one.value for one in outcome.settled] == ["2019"]
    assert shown(opened) == [("2019-05", True)]


def test_an_actor_keeps_its_other_names_beside_the_chosen_one():
    known = actor("Ministry of Culture of Azerbaijan")
    project_stale()

    say(seen(known, "name"), Word("Ministry of Culture"), by=person())

    assert Entry.objects.get(pk=known.pk).title == "Ministry of Culture"
    assert shown(known, "alias") == [("Ministry of Culture of Azerbaijan", True)]
