"""The review through its pages, without a script."""

import re
from html import unescape

import pytest

from memoranda.intake.models import Job
from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain import projections
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.domain.restrictions import withhold
from memoranda.register.domain.reviews import decide
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Act, Claim, Entry, StandingRule, Verdict, Waiting
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.digests import projection_digest
from tests.factories import actor, claim, document, evidence, person, subject

ACCEPTED, REJECTED = ClaimStatus.ACCEPTED, ClaimStatus.REJECTED
SCRIPT = {"X-Requested-With": "review"}


def agreement(day: str = "2020-05-04", *, certainty: float = 0.9, **described):
    """A proposed agreement in a document of its own: its kind, the day it was signed."""
    text = document(f"A memorandum was signed on {day} in Baku.", **described)
    opened = subject(SubjectType.INSTRUMENT)
    claims = [
        claim(
            opened,
            name,
            value,
            evidence=evidence(text, quote),
            certainty=certainty,
            accept=False,
        )
        for name, value, quote in (
            ("kind", "memorandum", "memorandum"),
            ("signed", day, day),
        )
    ]
    project_stale()
    return claims


def statuses() -> list[str]:
    return [one.status for one in with_status(Claim.objects.order_by("pk"))]


def page_of(one: Claim) -> str:
    return f"/desk/review/documents/{one.document.key}/"


def text_of(answer) -> str:
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(unescape(plain).split())


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR])
def test_only_those_who_may_judge_see_the_queue(signed_in, role):
    kind, _ = agreement()
    client = signed_in(role)

    answers = [
        client.get("/desk/review/"),
        client.get(page_of(kind)),
        client.post("/desk/review/judge/", {"accept": kind.pk}),
        client.post("/desk/review/undo/"),
        client.get(f"/desk/review/claims/{kind.pk}/"),
        client.get("/desk/review/many/"),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert Verdict.objects.count() == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"one", "two"}),
        ("?publisher=APA", {"one"}),
        ("?least=0.8", {"one"}),
        ("?below=0.8", {"two"}),
        ("?what=instrument.signed", {"one", "two"}),
        ("?what=event", set()),
        ("?language=az", {"two"}),
        ("?genre=instrument", {"two"}),
        ("?least=x&below=-3&what=nothing.at.all", {"one", "two"}),
    ],
)
def test_the_queue_is_narrowed_by_the_address(signed_in, asked, found):
    agreement(title="one", publisher="APA", certainty=0.9, language="en")
    agreement("2021", title="two", certainty=0.5, language="az", genre="instrument")

    answer = signed_in().get(f"/desk/review/{asked}")

    heaps = re.findall(
        r'documents/[0-9a-f]+/[^"]*"[^>]*>(\w+)<', answer.content.decode()
    )
    assert set(heaps) == found


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_ask_as_often_whatever_waits(
    signed_in, django_assert_num_queries, number
):
    client = signed_in()
    claims = [agreement(f"202{at}")[0] for at in range(number)]
    client.get("/desk/review/")

    with django_assert_num_queries(11):
        client.get("/desk/review/")
    with django_assert_num_queries(14):
        client.get(page_of(claims[-1]))


def test_the_queue_goes_on_from_page_to_page(signed_in):
    client = signed_in()
    for at in range(22):
        agreement(f"20{at + 10}")

    first = client.get("/desk/review/").content.decode()
    after = re.search(r"below_document=\d+", first)
    second = client.get(f"/desk/review/?{after.group()}").content.decode()

    seen = [re.findall(r"documents/([0-9a-f]{12})/", page) for page in (first, second)]
    assert [len(set(keys)) for keys in seen] == [20, 2]
    assert not set(seen[0]) & set(seen[1])


def test_a_value_is_shown_with_its_quote_and_where_it_would_land(signed_in):
    by = person()
    first = agreement("2020-05-04", title="The first")
    decide(first, ACCEPTED, by=by)
    text = document("It was signed on 5 May 2020.", title="The second")
    claim(
        first[0].subject,
        "signed",
        "2020-05-05",
        evidence=evidence(text, "5 May 2020"),
        accept=False,
    )
    project_stale()

    answer = signed_in().get(f"/desk/review/documents/{text.key}/")

    said = text_of(answer)
    assert "Signed on 5 May 2020" in said
    assert "“5 May 2020”" in said
    assert "Stands now: 4 May 2020 , from The first" in said
    assert re.search(
        r"<mark[^>]*class=\"lit\">5 May 2020</mark>", answer.content.decode()
    )


def test_a_long_document_is_shown_in_whole_records(signed_in, monkeypatch):
    monkeypatch.setattr("memoranda.desk.views.review.sheet.AT_ONCE", 3)
    text = document("A memorandum, a treaty, a protocol.")
    for kind in ("memorandum", "treaty", "protocol"):
        opened = subject(SubjectType.INSTRUMENT)
        for name, value in (("kind", kind), ("title", kind)):
            ground = evidence(text, kind)
            claim(opened, name, value, evidence=ground, accept=False)
    project_stale()

    answer = signed_in().get(f"/desk/review/documents/{text.key}/")

    said = text_of(answer)
    assert "2 left on this page, 6 of the document" in said
    assert "Title memorandum" in said
    assert "Title treaty" not in said


def test_accepting_and_rejecting_by_buttons_comes_back_to_the_page(signed_in):
    kind, signed = agreement()
    client = signed_in()
    page = page_of(kind)

    one = client.post("/desk/review/judge/", {"accept": kind.pk, "next": page})
    two = client.post(
        "/desk/review/judge/", {"reject": f"{signed.pk}|duplicate", "next": page}
    )

    assert (one.url, two.url) == (page, page)
    assert statuses() == [ACCEPTED, REJECTED]
    assert Verdict.objects.last().reason == "duplicate"
    assert "Rejected: Signed on: 4 May 2020." in text_of(client.get(page))
    assert Entry.objects.get().date == ""


def test_a_form_sent_twice_decides_once(signed_in):
    kind, _ = agreement()
    client = signed_in()

    for _ in range(2):
        client.post("/desk/review/judge/", {"accept": kind.pk})

    assert Verdict.objects.count() == Act.objects.count() == 1


def test_the_second_of_two_people_is_told_and_decides_nothing(signed_in):
    kind, _ = agreement()
    signed_in(name="Nino Beridze").post("/desk/review/judge/", {"accept": kind.pk})

    answer = signed_in().post(
        "/desk/review/judge/", {"reject": kind.pk}, headers=SCRIPT
    )

    assert "Nino Beridze decided it meanwhile; it stays so." in text_of(answer)
    assert "Accepted by Nino Beridze" in text_of(answer)
    assert statuses()[0] == ACCEPTED
    assert Verdict.objects.count() == 1


def test_undo_takes_back_one_decision_after_the_other_of_this_sitting(signed_in):
    kind, signed = agreement()
    client = signed_in()
    client.get("/desk/review/")
    client.post("/desk/review/judge/", {"accept": kind.pk})
    client.post("/desk/review/judge/", {"reject": signed.pk})

    after = []
    for _ in range(3):
        answer = client.post("/desk/review/undo/", {"last": "yes"}, headers=SCRIPT)
        after.append((statuses(), text_of(answer).split(".")[0]))

    proposed = ClaimStatus.PROPOSED
    assert after == [
        ([ACCEPTED, proposed], "Taken back: Signed on: 4 May 2020"),
        ([proposed, proposed], "Taken back: Kind: Memorandum"),
        ([proposed, proposed], "There is nothing to take back in this sitting"),
    ]


def test_nobody_undoes_by_a_key_what_another_decided(signed_in):
    kind, _ = agreement()
    signed_in().post("/desk/review/judge/", {"accept": kind.pk})
    client = signed_in()
    client.get("/desk/review/")

    client.post("/desk/review/undo/", {"last": "yes"})
    client.post("/desk/review/undo/", {"act": Act.objects.get().pk})

    assert statuses()[0] == ACCEPTED


def test_rejecting_what_makes_a_record_exist_offers_to_reject_the_rest(signed_in):
    kind, signed = agreement()

    answer = signed_in().post(
        "/desk/review/judge/", {"reject": kind.pk}, headers=SCRIPT
    )

    assert f'name="reject" value="{signed.pk} "' in answer.content.decode()


@pytest.mark.parametrize(
    "named", ["", "x", "999999999", "1" * 40, "0|duplicate", "\x00", "1,2", "-1"]
)
@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_rubbish_decides_nothing(signed_in, verb, named):
    agreement()

    answer = signed_in().post(
        "/desk/review/judge/", {verb: named, "next": "https://evil.example/"}
    )

    assert (answer.status_code, answer.url) == (302, "/desk/review/")
    assert Verdict.objects.count() == 0


def test_a_value_is_corrected_in_its_place(signed_in):
    kind, signed = agreement()
    client = signed_in()
    client.post("/desk/review/judge/", {"accept": kind.pk})
    page = f"/desk/review/claims/{signed.pk}/"
    form = client.get(page)

    answer = client.post(
        page,
        {"value": "05.05.2020", "quoted": "", "reason": "misprint", "next": "/desk/"},
    )

    assert "Read as 4 May 2020" in text_of(form)
    assert answer.url == "/desk/"
    assert statuses() == [ACCEPTED, ClaimStatus.SUPERSEDED, ACCEPTED]
    assert Claim.objects.last().document is None
    assert Entry.objects.get().date == "2020-05-05"


def test_a_correction_that_is_no_date_comes_back_with_the_reason(signed_in):
    _, signed = agreement()

    answer = signed_in().post(
        f"/desk/review/claims/{signed.pk}/",
        {"value": "<b>soon</b>", "quoted": "on"},
        headers=SCRIPT,
    )

    assert answer.status_code == 422
    assert "“<b>soon</b>” is no date." in text_of(answer).replace("&lt;", "<")
    assert "<b>soon" not in answer.content.decode()
    assert Claim.objects.count() == 2


def test_a_correction_of_what_was_decided_meanwhile_is_refused(signed_in):
    _, signed = agreement()
    decide([signed], REJECTED, by=person())

    answer = signed_in().post(
        f"/desk/review/claims/{signed.pk}/", {"value": "2021"}, headers=SCRIPT
    )

    assert "Your correction was not kept." in text_of(answer)
    assert statuses()[1:] == [REJECTED]


def test_many_are_previewed_confirmed_and_taken_back_as_a_whole(signed_in):
    for day in ("2020", "2021", "2022"):
        agreement(day, certainty=0.97)
    agreement("2023", certainty=0.6)
    client = signed_in()
    asked = {"what": "instrument.signed", "least": "0.95"}
    before = projection_digest()

    preview = client.get("/desk/review/many/", asked)
    last = re.search(r'name="last" value="(\d+)"', preview.content.decode()).group(1)
    done = client.post(
        "/desk/review/many/", {**asked, "last": last, "accept": "yes"}, follow=True
    )
    accepted = statuses()
    undone = client.post(done.redirect_chain[-1][0], follow=True)

    assert "3 statements" in text_of(preview)
    assert "Accepted: 3 statements" in text_of(done)
    assert accepted.count(ACCEPTED) == 3
    assert "3 decisions were taken back." in text_of(undone)
    assert projection_digest() == before == rebuild()


def test_what_came_after_the_preview_is_not_decided(signed_in):
    _, signed = agreement("2020", certainty=0.97)
    client = signed_in()
    preview = client.get("/desk/review/many/", {"least": "0.95"})
    last = re.search(r'name="last" value="(\d+)"', preview.content.decode()).group(1)
    agreement("2021", certainty=0.97)

    client.post("/desk/review/many/", {"least": "0.95", "last": last, "accept": "yes"})

    assert statuses() == [
        ACCEPTED,
        ACCEPTED,
        ClaimStatus.PROPOSED,
        ClaimStatus.PROPOSED,
    ]
    assert str(signed.pk) == last


def test_records_that_only_name_what_was_decided_follow_in_a_job(
    signed_in, monkeypatch
):
    monkeypatch.setattr(projections.project_near, "__kwdefaults__", {"most": 0})
    baku = actor("Baku")
    treaty = subject(SubjectType.INSTRUMENT)
    claim(treaty, "kind", "treaty")
    claim(treaty, "party", target=baku)
    country = claim(baku, "country", "AZE", accept=False)
    project_stale()

    signed_in().post("/desk/review/judge/", {"accept": country.pk})

    assert Job.objects.count() == 1


def test_a_rule_is_kept_shown_and_switched_off(signed_in):
    agreement("2020", certainty=0.97)
    client = signed_in(name="Rana Əliyeva")
    given = {"least": "0.95", "last": "9999", "accept": "yes", "rule": "Sure <ones>"}

    client.post("/desk/review/many/", given)
    again = client.post("/desk/review/many/", given)
    page = client.get("/desk/review/rules/")
    rule = StandingRule.objects.get()
    ended = client.post(f"/desk/review/rules/{rule.pk}/end/", follow=True)

    assert again.status_code == 422
    assert "there is a rule named" in text_of(again)
    assert "Sure <ones> Accepted: certainty 0.95 or more Rana Əliyeva" in text_of(page)
    assert "switched off by Rana Əliyeva" in text_of(ended)


def test_nothing_is_decided_without_a_condition(signed_in):
    agreement()

    answer = signed_in().post("/desk/review/many/", {"last": "9999", "accept": "yes"})

    assert (answer.status_code, Verdict.objects.count()) == (422, 0)


def test_a_persons_word_waits_under_their_name(signed_in):
    nino = person("nino", role=Role.CONTRIBUTOR, name="Nino Beridze")
    claim(subject(), "name", "Anna <i>B</i>", by=nino, reason="I know", accept=False)
    project_stale()
    client = signed_in()

    queue = client.get("/desk/review/")
    page = client.get(f"/desk/review/people/{nino.pk}/")

    assert "Proposed by people Nino Beridze 1 statement" in text_of(queue)
    assert "Name Anna <i>B</i> by Nino Beridze Reason: I know" in text_of(page)
    assert "<i>B" not in page.content.decode()


def test_what_another_office_keeps_to_itself_is_not_seen(signed_in):
    ours, theirs = (Office.objects.create(name=name) for name in ("Ours", "Theirs"))
    kind, _ = agreement(title="Secret", publisher="Secret press")
    withhold([kind.document], by=person(office=theirs))
    client = signed_in(office=ours)

    queue = client.get("/desk/review/")
    page = client.get(page_of(kind))
    client.post("/desk/review/judge/", {"accept": kind.pk})
    own = signed_in(office=theirs).get("/desk/review/")

    assert "Secret" not in text_of(queue)
    assert page.status_code == 404
    assert Verdict.objects.count() == 0
    assert "Secret" in text_of(own)


def test_an_office_reviews_what_it_keeps_to_itself(signed_in):
    ours = Office.objects.create(name="Ours")
    kind, _ = agreement(title="Secret")
    withhold([kind.document], by=person(office=ours))
    client = signed_in(office=ours)

    page = client.get(page_of(kind))
    client.post("/desk/review/judge/", {"accept": kind.pk})

    assert page.status_code == 200
    assert "A memorandum was signed on 2020-05-04 in Baku." in text_of(page)
    assert statuses() == ["accepted", "proposed"]


def test_what_another_office_keeps_is_not_counted_among_the_rest(signed_in):
    theirs = Office.objects.create(name="Theirs")
    kind, signed = agreement()
    secret = document("It was signed in Quba.")
    claim(
        kind.subject, "place", "Quba", evidence=evidence(secret, "Quba"), accept=False
    )
    project_stale()
    withhold([secret], by=person(office=theirs))

    answer = signed_in().post(
        "/desk/review/judge/", {"reject": kind.pk}, headers=SCRIPT
    )

    assert "Reject 1 other of it" in text_of(answer)
    assert f'value="{signed.pk} "' in answer.content.decode()


def test_a_number_that_no_claim_has_is_not_found(signed_in):
    kind, _ = agreement()
    client, number = signed_in(), "9" * 5000

    sheet = client.get(page_of(kind), {"claim": number})
    answers = [
        client.get(f"/desk/review/claims/{number[:30]}/"),
        client.get("/desk/review/", {"below_document": number}),
        client.post("/desk/review/judge/", {"accept": number}),
        client.post("/desk/review/undo/", {"act": number}),
    ]

    assert f'id="claim-{kind.pk}"' in sheet.content.decode()
    assert [answer.status_code for answer in answers] == [404, 200, 302, 302]
    assert Verdict.objects.count() == 0


def test_what_leads_to_a_hidden_record_is_not_seen_either(signed_in):
    kind, _ = agreement(title="Open")
    secret = actor("Secret actor")
    ground = evidence(kind.document, "Baku")
    claim(kind.subject, "party", target=secret, evidence=ground, accept=False)
    project_stale()
    theirs = Office.objects.create(name="Theirs")
    withhold([secret], by=person(office=theirs))

    page = signed_in().get(page_of(kind))

    assert "2 left on this page" in text_of(page)
    assert "3 of the document" not in text_of(page)
    assert "Secret" not in text_of(page)


def test_long_and_strange_names_do_no_harm(signed_in):
    name = "Гараев Əbülfəs </script><b>" + "Ü" * 400
    text = document(f"Met {name}.", title=name, publisher=name[:300])
    claim(subject(), "name", name, evidence=evidence(text, name), accept=False)
    project_stale()
    client = signed_in()

    pages = [
        client.get("/desk/review/"),
        client.get(f"/desk/review/documents/{text.key}/"),
        client.get("/desk/review/many/", {"publisher": name[:300]}),
    ]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert not any("</script><b>" in page.content.decode() for page in pages)
    assert Waiting.objects.count() == 1
