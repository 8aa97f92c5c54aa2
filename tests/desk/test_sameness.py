"""Judging in the desk whether two entries are one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from memoranda.intake.models import Job
from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Entry, Judgement
from tests.factories import actor, claim, document, evidence, person, subject


def suggested(left, right, score=0.8):
    judge_same(
        left, right, Sameness.UNSURE, rule="names", score=score, reasons=("alike",)
    )
    project_stale()


def address(left, right):
    return f"/desk/same/{left.key}/{right.key}/"


def pair(*names):
    found = [actor(name) for name in names]
    for one in found:
        claim(one, "kind", "organisation")
    project_stale()
    return found


def answered() -> list[tuple[str, str]]:
    rows = Judgement.objects.filter(decided_by__isnull=False).order_by("pk")
    return list(rows.values_list("decided_by__username", "sameness"))


def titles() -> list[str]:
    return list(Entry.objects.order_by("title").values_list("title", flat=True))


def test_only_one_who_may_judge_is_asked(signed_in):
    answers = {
        role: signed_in(role).get("/desk/same/").status_code
        for role in (Role.READER, Role.CONTRIBUTOR, Role.EDITOR)
    }

    assert answers == {Role.READER: 403, Role.CONTRIBUTOR: 403, Role.EDITOR: 200}


def test_the_list_is_narrowed_by_type_and_score(signed_in):
    suggested(*pair("Lark Museum", "Lark Museums"), score=0.9)
    suggested(*pair("Wren House", "Wren Houses"), score=0.7)
    client = signed_in()

    def shown(query: str) -> list[bool]:
        text = client.get(f"/desk/same/{query}").content.decode()
        return ["Lark Museums" in text, "Wren Houses" in text]

    assert shown("") == [True, True]
    assert shown("?type=organisation&least=0.9") == [True, False]
    assert shown("?type=event") == [False, False]
    assert shown("?type=rubbish&least=rubbish&page=rubbish") == [True, True]


def test_what_nothing_is_accepted_of_is_called_by_its_name(signed_in):
    two = [subject(), subject()]
    for each, name in zip(two, ("Baku Hall", "Hall of Baku"), strict=True):
        claim(each, "name", name, accept=False)
        claim(each, "kind", "organisation", accept=False)
    judge_same(*two, Sameness.UNSURE, rule="a rule", score=0.6)

    page = signed_in().get("/desk/same/").content.decode()

    assert "Baku Hall" in page
    assert "Hall of Baku" in page


def test_an_instrument_without_a_title_is_told_by_kind_parties_and_year(signed_in):
    lark, wren = actor("Lark Museum"), actor("Wren House")
    project_stale()
    two = [subject(SubjectType.INSTRUMENT), subject(SubjectType.INSTRUMENT)]
    for each, signed in zip(two, ("2019-05-04", "2021"), strict=True):
        claim(each, "kind", "memorandum", accept=False)
        claim(each, "party", target=lark, accept=False)
        claim(each, "party", target=wren, accept=False)
        claim(each, "signed", signed, accept=False)
    judge_same(*two, Sameness.UNSURE, rule="a rule", score=0.6)
    client = signed_in()

    pages = [client.get(path) for path in ("/desk/same/", address(*two))]
    made_of = client.get(f"/desk/same/{two[0].key}/").content.decode()

    for page in pages:
        assert "Memorandum: Lark Museum – Wren House, 2019" in page.content.decode()
        assert "Memorandum: Lark Museum – Wren House, 2021" in page.content.decode()
    assert made_of.count("Memorandum: Lark Museum – Wren House, 2019") == 2


def test_the_list_takes_as_many_queries_for_one_as_for_three(signed_in):
    client = signed_in()
    suggested(*pair("Lark", "Larks"))
    client.get("/desk/same/")

    asked = []
    for more in ((), (("Wren", "Wrens"), ("Owl", "Owls"))):
        for names in more:
            suggested(*pair(*names))
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/same/")
        asked.append(len(queries))

    assert asked[0] == asked[1] < 20


def test_both_stand_beside_each_other_with_reasons(signed_in):
    left, right = pair("Qara Qarayev Center", "Гара Гараев Center")
    claim(left, "country", "AZE")
    claim(right, "country", "AZE")
    suggested(left, right)

    text = signed_in().get(address(right, left)).content.decode()

    for told in ("Qarayev", "Гараев", "answers to it", "both of AZE", "+0.10"):
        assert told in text
    assert "One record, called" in text


def test_an_answer_joins_and_leads_to_the_next(signed_in):
    first, second = pair("Lark Museum", "Lark Museums"), pair("Wren", "Wrens")
    suggested(*first, score=0.9)
    suggested(*second, score=0.8)
    client = signed_in(username="mira")

    answer = client.post(f"{address(*first)}?least=0.7", {"answer": "same"})

    assert answer.url == f"{address(*second)}?least=0.7"
    assert answered() == [("mira", "same")]
    assert titles() == ["Lark Museum", "Wren", "Wrens"]
    moved = client.get(f"/actors/{first[1].key}/")
    assert moved.url == f"/actors/{first[0].key}/"


def test_undoing_brings_both_back(signed_in):
    left, right = pair("Lark Museum", "Lark Museums")
    client = signed_in(username="mira")
    client.post(address(left, right), {"answer": "same"})
    said = Judgement.objects.get()
    assert f"/desk/same/undo/{said.pk}/" in client.get("/desk/same/").content.decode()

    for _ in range(2):
        client.post(f"/desk/same/undo/{said.pk}/")

    assert answered() == [("mira", "same"), ("mira", "withdrawn")]
    assert titles() == ["Lark Museum", "Lark Museums"]
    assert client.get(f"/actors/{right.key}/").status_code == 200


@pytest.mark.parametrize(
    ("type_", "listing", "property_", "value"),
    [
        (SubjectType.ACTOR, "actors", "name", "Lark"),
        (SubjectType.INSTRUMENT, "instruments", "kind", "memorandum"),
        (SubjectType.EVENT, "events", "kind", "forum"),
    ],
)
def test_an_old_address_leads_on_and_comes_back(
    signed_in, type_, listing, property_, value
):
    left, right = subject(type_), subject(type_)
    for one in (left, right):
        claim(one, property_, value)
    project_stale()
    client = signed_in()
    old = f"/{listing}/{right.key}/"

    client.post(address(left, right), {"answer": "same"})
    assert client.get(old).url == f"/{listing}/{left.key}/"

    client.post(f"/desk/same/undo/{Judgement.objects.get().pk}/")
    assert client.get(old).status_code == 200


def test_a_form_sent_twice_judges_once(signed_in):
    left, right = pair("Lark Museum", "Lark Museums")
    client = signed_in(username="mira")

    for _ in range(2):
        client.post(address(left, right), {"answer": "not-same", "reason": "two towns"})

    assert answered() == [("mira", "not-same")]
    assert Judgement.objects.get().reasons == ["two towns"]


def test_two_people_are_both_seen_and_the_later_holds(signed_in):
    left, right = pair("Lark Museum", "Lark Museums")
    signed_in(username="mira").post(address(left, right), {"answer": "same"})
    client = signed_in(username="nino")

    client.post(address(left, right), {"answer": "not-same"})

    assert titles() == ["Lark Museum", "Lark Museums"]
    text = client.get(address(left, right)).content.decode()
    assert "mira" in text
    assert "a later or weightier word holds" in text


def test_rubbish_is_answered_plainly(signed_in):
    left, right = pair("<b>Lark</b>" + "x" * 400, "Larks")
    event = subject(SubjectType.EVENT)
    client = signed_in()

    assert client.get(address(left, left)).status_code == 404
    assert client.get(address(left, event)).status_code == 404
    assert client.get("/desk/same/nothing/here/").status_code == 404
    assert client.get("/desk/same/nothing/").status_code == 404
    assert client.post("/desk/same/undo/7/").status_code == 404
    told = client.post(address(left, right), {"answer": "maybe"}, follow=True)
    assert "Nothing was judged" in told.content.decode()
    assert "<b>Lark" not in told.content.decode()
    told = client.post(
        address(left, right), {"answer": "same", "reason": "x\x00" * 900}, follow=True
    )
    assert told.status_code == 200
    assert Judgement.objects.get().reasons == ["x" * 500]


def test_a_reader_sees_what_an_entry_is_made_of_and_changes_nothing(signed_in):
    left, right = pair("Lark Museum", "Lark Museums")
    judge_same(left, right, Sameness.SAME, by=person("mira"), reasons=("one house",))
    project_stale()
    client = signed_in(Role.READER)

    text = client.get(f"/desk/same/{right.key}/").content.decode()

    assert "one house" in text
    assert "Take out" not in text
    assert (
        client.post(f"/desk/same/{right.key}/out/", {"member": left.key}).status_code
        == 403
    )
    assert (
        client.post(f"/desk/same/undo/{Judgement.objects.get().pk}/").status_code == 403
    )


def joined_star(*names: str):
    """A cluster whose first member alone holds the others."""
    found = pair(*names)
    for other in found[1:]:
        judge_same(found[0], other, Sameness.SAME, rule="names", score=0.9)
    project_stale()
    return found


def test_taking_one_out_leaves_the_rest_one(signed_in):
    hub, left, right = joined_star("Lark Museum", "Lark House", "Lark Hall")
    client = signed_in(username="mira")

    client.post(f"/desk/same/{hub.key}/out/", {"member": hub.key})

    assert titles() == ["Lark House", "Lark Museum"]
    assert client.get(f"/actors/{right.key}/").url == f"/actors/{left.key}/"


def test_taking_out_is_undone_at_once(signed_in):
    hub, *_ = joined_star("Lark Museum", "Lark House", "Lark Hall")
    client = signed_in(username="mira")
    client.post(f"/desk/same/{hub.key}/out/", {"member": hub.key})
    last = Judgement.objects.filter(decided_by__isnull=False).last()

    client.post(f"/desk/same/undo/{last.pk}/", {"next": f"/desk/same/{hub.key}/"})

    assert titles() == ["Lark Museum"]


def test_taking_out_what_is_not_in_changes_nothing(signed_in):
    hub, _left = joined_star("Lark Museum", "Lark House")
    stranger = actor("Wren")
    client = signed_in()

    told = client.post(
        f"/desk/same/{hub.key}/out/", {"member": stranger.key}, follow=True
    )

    assert "Nothing was changed" in told.content.decode()
    assert answered() == []


def test_what_other_words_keep_apart_is_told_before(signed_in):
    first, left, right = pair("Lark", "Larks", "Wren")
    mira = person("mira")
    judge_same(first, left, Sameness.SAME, by=mira)
    judge_same(first, right, Sameness.NOT_SAME, by=mira)
    project_stale()

    text = signed_in().get(address(left, right)).content.decode()

    assert "They would still stay apart" in text


def test_what_would_fall_out_is_told_before(signed_in):
    left, right, third = pair("Lark", "Larks", "Wren")
    mira = person("mira")
    judge_same(left, third, Sameness.SAME, by=mira)
    judge_same(right, third, Sameness.NOT_SAME, by=mira)
    project_stale()

    text = signed_in().get(address(left, right)).content.decode()

    assert "These would no longer be part of it" in text


def test_partners_are_found_by_search(signed_in):
    left, right = pair("Lark Museum", "Lark House")
    event = subject(SubjectType.EVENT)
    claim(event, "kind", "forum")
    claim(event, "name", "Lark Forum")
    project_stale()
    client = signed_in()

    text = client.get(f"/desk/same/{left.key}/with/?q=lark").content.decode()

    assert address(left, right) in text
    assert "Lark Forum" not in text
    assert (
        "No other record"
        in client.get(f"/desk/same/{left.key}/with/?q=%00nothing").content.decode()
    )


def test_looking_through_begins_one_job(signed_in):
    client = signed_in()

    for _ in range(2):
        client.post("/desk/same/look/", {"form": "a form"})

    assert Job.objects.count() == 1


def test_a_form_of_any_length_begins_a_job(signed_in):
    signed_in().post("/desk/same/look/", {"form": "x\x00" * 5000})

    assert Job.objects.get().once == "x" * 64


def test_a_page_is_not_sent_to_another_site(signed_in):
    left, right = pair("Lark", "Larks")
    client: Client = signed_in(username="mira")
    client.post(address(left, right), {"answer": "same"})
    pk = Judgement.objects.get().pk

    answer = client.post(f"/desk/same/undo/{pk}/", {"next": "https://example.org/"})

    assert answer.url == address(left, right)


def test_the_page_of_an_entry_leads_to_both_pages(signed_in):
    left, right = pair("Lark", "Larks")
    judge_same(left, right, Sameness.SAME, by=person(), reasons=("one house",))
    project_stale()

    shown = {
        role: signed_in(role).get(f"/actors/{left.key}/").content.decode()
        for role in (Role.READER, Role.EDITOR)
    }

    search, made_of = f"/desk/same/{left.key}/with/", f'/desk/same/{left.key}/"'
    assert {
        role: (search in text, made_of in text) for role, text in shown.items()
    } == {
        Role.READER: (False, True),
        Role.EDITOR: (True, True),
    }


def test_what_another_office_keeps_to_itself_is_not_told(signed_in):
    ours, theirs = (Office.objects.create(name=name) for name in ("Baku", "Rome"))
    left, right = pair("Lark", "Larks")
    secret = document("A Secret Lark Hall met the Larks.")
    claim(right, "alias", "Secret Lark Hall", evidence=evidence(secret))
    suggested(left, right)
    withhold([secret], by=person(office=theirs))

    seen = {
        office: [
            "Secret Lark Hall" in signed_in(office=office).get(page).content.decode()
            for page in (address(left, right), f"/desk/same/{right.key}/")
        ]
        for office in (ours, theirs)
    }

    assert seen == {ours: [False, False], theirs: [True, True]}


def test_what_another_office_brought_in_is_no_pair_to_judge(signed_in):
    ours, theirs = (Office.objects.create(name=name) for name in ("Baku", "Rome"))
    left = actor("Lark")
    secret = document("The Secret Lark met.")
    right = subject()
    claim(right, "name", "Secret Lark", evidence=evidence(secret, "Secret Lark"))
    suggested(left, right)
    withhold([secret], by=person(office=theirs))
    client = signed_in(office=ours)

    assert "Secret" not in client.get("/desk/same/").content.decode()
    assert client.get(address(left, right)).status_code == 404
    assert client.post(address(left, right), {"answer": "same"}).status_code == 404
    assert answered() == []


def test_each_property_says_how_far_both_agree(signed_in):
    left, right = pair("Lark", "Lark")
    claim(left, "role", "choir")
    for role in ("choir", "troupe"):
        claim(right, "role", role)
    claim(right, "country", "AZE")
    project_stale()

    text = signed_in().get(address(left, right)).content.decode()

    rows = [row for row in text.split("<tr class=") if 'scope="row"' in row]
    told = [row.split(">")[0].strip('"') for row in rows if "beside" not in row]
    assert told == ["agree", "agree", "part", "missing"]
