"""Editing a record by claims, in the desk, with and without a script."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.intake.models import Job
from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain import projections
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Entry, Fact, Subject
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
IN_PLACE = {"HX-Request": "true"}


@pytest.fixture
def agreement():
    """An agreement that two articles date differently."""
    opened = subject(SubjectType.INSTRUMENT)
    claim(opened, "kind", "agreement")
    claim(opened, "signed", "2019", certainty=0.9)
    source = document("They signed it in May 2019, in Baku.")
    claim(opened, "signed", "2019-05", evidence=evidence(source, "May 2019"))
    project_stale()
    return opened


def page_of(opened):
    return f"/desk/edit/instruments/{opened.key}/"


def field_of(opened, name="signed"):
    return f"/desk/edit/{opened.key}/of/{name}/"


def seen(client, opened, name="signed"):
    page = client.get(field_of(opened, name)).content.decode()
    return re.search(r'name="seen" value="(\w+)"', page)[1]


def claim_of(value):
    return Claim.objects.get(value=value).pk


def shown(opened, name="signed"):
    facts = Fact.objects.filter(entry=opened.pk, property=name).order_by("position")
    return [fact.value for fact in facts]


def said(client, opened, value, *, name="signed", **more):
    more = {"act": "say", "value": value, "seen": seen(client, opened, name)} | more
    return client.post(field_of(opened, name), more)


def test_a_page_shows_every_value_with_its_source(signed_in, agreement):
    page = signed_in().get(page_of(agreement)).content.decode()

    assert "May 2019" in page
    assert "They signed it in May 2019" not in page  # only the quote and the title
    assert page.count('class="value accepted') == 3
    assert "Not known yet" in page


def test_a_page_costs_the_same_however_many_values_it_has(signed_in, agreement):
    client = signed_in()
    client.get(page_of(agreement))
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(agreement))
    for place in ("Baku", "Tbilisi", "Riga"):
        claim(agreement, "place", place)
        claim(agreement, "party", target=actor(place))
    project_stale()

    with CaptureQueriesContext(connection) as many:
        client.get(page_of(agreement))

    assert len(many) == len(few)


def test_a_correction_replaces_and_names_the_person(signed_in, agreement):
    client = signed_in(name="Rana Əliyeva")

    answer = said(
        client,
        agreement,
        "14.05.2019",
        claim=claim_of("2019"),
        instead="1",
        reason="the copy says so",
    )

    assert answer.url == f"{page_of(agreement)}#of-signed"
    assert shown(agreement) == ["2019-05-14", "2019-05"]
    page = client.get(page_of(agreement)).content.decode()
    assert "said by Rana Əliyeva" in page
    assert "the copy says so" in page


def test_in_place_the_field_comes_back_with_a_way_to_undo(signed_in, agreement):
    client = signed_in()
    form = {"act": "say", "value": "2018", "seen": seen(client, agreement)}

    answer = client.post(field_of(agreement), form, headers=IN_PLACE)
    page = answer.content.decode()
    undo = re.search(r'action="(/desk/edit/\w+/undo/\d+/)"', page)[1]
    first = shown(agreement)
    client.post(undo)

    assert page.lstrip().startswith('<section class="said"')
    assert first == ["2018", "2019-05", "2019"]
    assert shown(agreement) == ["2019-05", "2019"]


@pytest.mark.parametrize("value", ["last spring", "2019-13", "", "2019" * 200])
def test_what_is_no_date_is_refused_and_kept_in_the_form(signed_in, agreement, value):
    answer = said(signed_in(), agreement, value)

    assert answer.status_code == 200
    assert f'value="{value}"' in answer.content.decode() or not value
    assert shown(agreement) == ["2019-05", "2019"]


def test_the_second_of_two_people_keeps_what_they_wrote(signed_in, agreement):
    first, second = signed_in(name="Anna"), signed_in(name="Boris")
    both = seen(first, agreement)
    said(first, agreement, "2020", seen=both)

    answer = said(second, agreement, "2021", seen=both)
    page = answer.content.decode()
    again = re.search(r'name="seen" value="(\w+)"', page)[1]
    said(second, agreement, "2021", seen=again)

    assert "Anna changed “Signed on” meanwhile" in page
    assert 'value="2021"' in page
    assert shown(agreement)[:2] == ["2021", "2020"]


def test_a_form_sent_twice_changes_nothing_more(signed_in, agreement):
    client = signed_in()
    form = {"act": "say", "value": "2020", "seen": seen(client, agreement)}

    client.post(field_of(agreement), form)
    client.post(field_of(agreement), form)

    assert Claim.objects.filter(value="2020").count() == 1
    assert (
        "nothing had to be changed" in client.get(page_of(agreement)).content.decode()
    )


@pytest.mark.parametrize(
    ("act", "dates"),
    [
        ("confirm", ["2019", "2019-05"]),
        ("prefer", ["2019", "2019-05"]),
        ("reject", ["2019-05"]),
        ("withdraw", ["2019-05", "2019"]),
        ("abolish", ["2019-05", "2019"]),
    ],
)
def test_what_can_be_done_to_a_value(signed_in, agreement, act, dates):
    client = signed_in()
    deed = {"act": act, "claim": claim_of("2019"), "seen": seen(client, agreement)}

    client.post(field_of(agreement), deed)

    assert shown(agreement) == dates


def test_a_contributor_proposes_sees_it_wait_and_withdraws_it(signed_in, agreement):
    client = signed_in(Role.CONTRIBUTOR)

    said(client, agreement, "2020")
    waiting = client.get(page_of(agreement)).content.decode()
    mine = {"claim": claim_of("2020"), "seen": seen(client, agreement)}
    client.post(field_of(agreement), {"act": "withdraw"} | mine)
    after = client.get(page_of(agreement)).content.decode()

    assert "waits for an editor" in waiting
    assert 'class="value proposed"' in waiting
    assert 'class="value proposed"' not in after
    assert shown(agreement) == ["2019-05", "2019"]


def test_a_contributor_may_not_judge_or_remove(signed_in, agreement):
    client = signed_in(Role.CONTRIBUTOR)
    deed = {"act": "reject", "claim": claim_of("2019"), "seen": seen(client, agreement)}

    answers = [
        client.post(field_of(agreement), deed),
        client.post(f"/desk/edit/{agreement.key}/removal/"),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert shown(agreement) == ["2019-05", "2019"]


def test_an_editor_accepts_it_in_place_of_the_others(signed_in, agreement):
    said(signed_in(Role.CONTRIBUTOR), agreement, "2020")
    client = signed_in()
    deed = {"claim": claim_of("2020"), "seen": seen(client, agreement)}

    client.post(field_of(agreement), {"act": "replace"} | deed)

    assert shown(agreement) == ["2020"]


def test_a_source_is_found_in_its_document(signed_in, agreement):
    source = document("The treaty was signed on “14 May” –\n2019 in Baku.")

    said(
        signed_in(),
        agreement,
        "2019-05-14",
        document_key=source.key,
        document="",
        quote='signed on "14 May" - 2019',
    )

    said_ = Claim.objects.get(value="2019-05-14")
    assert (said_.document, said_.quote) == (source, "signed on “14 May” –\n2019")


def test_a_quote_that_the_document_does_not_hold_is_refused(signed_in, agreement):
    source = document("The treaty was signed on 14 May 2019 in Baku.")

    answer = said(
        signed_in(),
        agreement,
        "2019-05-14",
        document_key=source.key,
        quote="The treaty was signed on 15 May 2019",
    )

    page = answer.content.decode()
    assert "does not say this" in page
    assert "The treaty was signed on 14 May 2019" in page
    assert not Claim.objects.filter(value="2019-05-14").exists()


def test_of_several_places_one_is_chosen(signed_in, agreement):
    source = document("In Baku they met. In Baku they signed.")
    ground = {"document_key": source.key, "quote": "In Baku"}
    client = signed_in()

    asked = said(client, agreement, "Baku", name="place", **ground)
    said(client, agreement, "Baku", name="place", start="18", **ground)

    assert asked.content.decode().count('name="start"') == 2
    assert Claim.objects.get(property="place").start == 18


def test_a_party_is_chosen_among_the_known(signed_in, agreement):
    known = actor("Министерство культуры")
    project_stale()
    client = signed_in()

    asked = said(client, agreement, "Ministerstvo kultury", name="party")
    said(client, agreement, "x", name="party", value_key=known.key)

    assert "Choose which one you mean" in asked.content.decode()
    assert f'value="{known.key}"' in asked.content.decode()
    assert Fact.objects.get(entry=agreement.pk, property="party").target_id == known.pk


def test_a_new_party_is_opened_only_when_asked_for(signed_in, agreement):
    client = signed_in()
    new = {"value_key": "new", "value_kind": "organisation"}

    said(client, agreement, "Yarat", name="party")
    before = Entry.objects.filter(type="actor").count()
    said(client, agreement, "Yarat", name="party", **new)

    assert before == 0
    assert Entry.objects.get(type="actor").title == "Yarat"


def test_who_may_be_meant_is_found_while_typing(signed_in):
    actor("Anar Qarayev")
    project_stale()

    address = "/desk/choices/actor/?name=value&value=Гараев"
    page = signed_in().get(address).content.decode()

    assert "Anar Qarayev" in page


@pytest.mark.parametrize(
    ("property_", "typed", "read"),
    [
        ("signed", "2019-05", "= May 2019"),
        ("signed", "14.5.2019", "= 14 May 2019"),
        ("signed", "soon", "“soon” is no date."),
        ("signed", "", ""),
    ],
)
def test_a_value_is_read_back_in_words(signed_in, property_, typed, read):
    address = f"/desk/in-words/instrument/{property_}/"

    page = signed_in().get(address, {"value": typed}).content.decode()

    assert re.sub(r"<[^>]+>", "", page).strip() == read


def test_a_record_is_removed_and_brought_back(signed_in, agreement):
    client = signed_in(name="Rana")
    shown_page = f"/instruments/{agreement.key}/"

    client.post(f"/desk/edit/{agreement.key}/removal/", {"reason": "not ours"})
    gone = client.get(shown_page).status_code
    page = client.get(page_of(agreement)).content.decode()
    client.post(f"/desk/edit/{agreement.key}/return/")

    assert gone == 404
    assert "Rana removed this record" in page
    assert "<em>not ours</em>" in page
    assert client.get(shown_page).status_code == 200


def test_markup_in_values_is_shown_as_text(signed_in, agreement):
    client = signed_in(name="<b>Rana</b>")

    said(client, agreement, "<script>1</script>", name="place", reason="<i>why</i>")
    page = client.get(page_of(agreement)).content.decode()

    assert "<script>1" not in page
    assert "<i>why" not in page
    assert "<b>Rana" not in page


def test_another_address_of_a_record_leads_to_its_own(signed_in, agreement):
    answer = signed_in().get(f"/desk/edit/events/{agreement.key}/")

    assert answer.url == page_of(agreement)


def test_what_another_office_keeps_to_itself_is_not_there(signed_in, agreement):
    ours, theirs = (Office.objects.create(name=name) for name in ("Ours", "Theirs"))
    withhold([agreement], by=person(office=ours))

    answers = [
        signed_in(office=office).get(page_of(agreement)).status_code
        for office in (ours, theirs, None)
    ]

    assert answers == [200, 404, 404]


@pytest.mark.parametrize(
    "path", ["/desk/edit/instruments/nothere/", "/desk/edit/nothere/of/signed/"]
)
def test_what_is_not_there_is_not_found(signed_in, path):
    assert signed_in().get(path).status_code == 404


def test_the_public_page_leads_to_editing_for_those_who_may(
    signed_in, client, agreement
):
    address = f"/instruments/{agreement.key}/"

    pages = [
        each.get(address).content.decode()
        for each in (client, signed_in(Role.READER), signed_in(Role.CONTRIBUTOR))
    ]

    assert [page_of(agreement) in page for page in pages] == [False, False, True]


def test_a_record_is_opened_by_hand(signed_in):
    client = signed_in()
    form = client.get("/desk/new/instruments/").content.decode()
    nonce = re.search(r'name="nonce" value="([^"]+)"', form)[1]
    filled = {
        "nonce": nonce,
        "kind": "memorandum",
        "title": "Memorandum on Mugham",
        "signed": "2020-09",
        "party": "Yarat",
        "party_key": "new",
        "party_kind": "organisation",
        "reason": "a letter",
    }

    first = client.post("/desk/new/instruments/", filled)
    second = client.post("/desk/new/instruments/", filled | {"after_all": "yes"})

    entry = Entry.objects.get(type="instrument")
    assert first.url == second.url == f"/desk/edit/instruments/{entry.key}/"
    assert (entry.title, entry.date) == ("Memorandum on Mugham", "2020-09")


def test_a_draft_is_seen_by_its_office_alone(signed_in, client):
    office = Office.objects.create(name="International office")
    inside, outside = signed_in(office=office), signed_in()
    filled = {
        "nonce": "6fa459ea-ee8a-3ca4-894e-db77e160355f",
        "kind": "memorandum",
        "title": "Memorandum on Mugham",
        "party": "Yarat",
        "party_key": "new",
        "party_kind": "organisation",
        "withheld": "on",
    }

    page = inside.post("/desk/new/instruments/", filled).url

    assert Entry.objects.count() == 0
    assert "Memorandum on Mugham" in inside.get(page).content.decode()
    assert "Memorandum on Mugham" in inside.get("/desk/kept/").content.decode()
    assert outside.get(page).status_code == 404
    assert client.get("/instruments/").content.decode().count("Mugham") == 0


def test_likely_doubles_are_shown_before_anything_is_saved(signed_in):
    known = actor("Qara Qarayev Foundation")
    project_stale()
    form = {
        "nonce": "6fa459ea-ee8a-3ca4-894e-db77e160355e",
        "kind": "organisation",
        "name": "The Гара Гараев Foundation",
    }
    subjects = Subject.objects.count()

    page = signed_in().post("/desk/new/actors/", form).content.decode()

    assert f"/desk/edit/actors/{known.key}/" in page
    assert Subject.objects.count() == subjects


@pytest.mark.parametrize("name", ["actors", "events", "commitments", "figures"])
def test_every_type_has_a_form_and_refuses_an_empty_one(signed_in, name):
    client = signed_in()

    pages = [
        client.get(f"/desk/new/{name}/").status_code,
        client.post(f"/desk/new/{name}/", {"nonce": ""}).status_code,
    ]

    assert pages == [200, 200]
    assert Subject.objects.count() == 0


def test_history_names_persons_and_policies(signed_in, agreement):
    client = signed_in(name="Vera")
    deed = {"act": "confirm", "claim": claim_of("2019"), "seen": ""}

    client.post(field_of(agreement), deed)
    page = client.get(page_of(agreement)).content.decode()

    assert "by policy “assisted”" in page
    assert re.search(r"accepted\s+by Vera", page)


def test_somebody_elses_act_is_not_undone_here(signed_in, agreement):
    said(signed_in(), agreement, "2020")

    page = signed_in(name="Boris").get(page_of(agreement)).content.decode()

    assert "Your last change here" not in page


def test_a_picture_is_attached_with_its_transcription(signed_in, agreement, client):
    picture = SimpleUploadedFile("copy.jpg", b"\xff\xd8\xff...")
    form = {"file": picture, "transcript": "Baku, 14 May", "title": "Signed copy"}

    answer = signed_in(name="Rana").post(f"/desk/edit/{agreement.key}/attach/", form)
    page = client.get(f"/instruments/{agreement.key}/").content.decode()

    assert answer.url == f"{page_of(agreement)}#of-original"
    assert "Signed copy" in page
    assert "Transcription of Signed copy" in page


def test_a_program_is_not_attached(signed_in, agreement):
    program = SimpleUploadedFile("copy.jpg", b"\x7fELF....")

    answer = signed_in().post(f"/desk/edit/{agreement.key}/attach/", {"file": program})

    assert "a program" in answer.content.decode()
    assert Claim.objects.filter(property="original").count() == 0


def test_records_that_only_name_it_follow_in_a_job(signed_in, monkeypatch):
    monkeypatch.setattr(projections.project_near, "__kwdefaults__", {"most": 0})
    baku = actor("Bakoo")
    treaty = subject(SubjectType.INSTRUMENT)
    claim(treaty, "kind", "treaty")
    claim(treaty, "party", target=baku)
    project_stale()
    client = signed_in()
    form = {"act": "say", "value": "Baku", "seen": seen(client, baku, "name")}

    client.post(field_of(baku, "name"), form)

    assert Entry.objects.get(pk=treaty.pk).title == "Treaty: Bakoo"
    assert Job.objects.count() == 1
