"""The pages where accounts and offices are managed."""

import pytest

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.accounts import Described, open_account
from memoranda.people.enums import Role
from memoranda.people.models import Account, Office
from tests.factories import person

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
LONG = "Ə" * 301


@pytest.fixture
def chief(signed_in):
    """A browser in which an administrator is signed in and has looked around."""
    client = signed_in(Role.ADMINISTRATOR, username="chief")
    client.get("/desk/offices/")
    return client


def post(client, address, **form):
    return client.post(address, form)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_for_many_as_for_one(
    chief, count, django_assert_num_queries
):
    for number in range(count):
        office = Office.objects.create(name=f"Office {number}")
        person(office=office, name=f"Person {number}")

    with django_assert_num_queries(4):  # session, account, count, rows
        answer = chief.get("/desk/people/")

    assert len(answer.context["page"]) == count + 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_offices_ask_as_much_for_many_as_for_one(
    chief, count, django_assert_num_queries
):
    for number in range(count):
        Office.objects.create(name=f"Office {number}")

    with django_assert_num_queries(3):  # session, account, rows
        answer = chief.get("/desk/offices/")

    assert len(answer.context["offices"]) == count


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("məmmədov", ["Əli Məmmədov"]),
        ("əli MƏMMƏDOV", ["Əli Məmmədov"]),
        ("ilham", ["İlham Гараев"]),
        ("гараев", ["İlham Гараев"]),
        ("museum ali", ["Ali Museumov"]),
        ("zzz", []),
    ],
)
def test_people_are_found_by_every_word(chief, words, found):
    museum = Office.objects.create(name="Museum")
    person("one", name="Əli Məmmədov")
    person("two", name="Ali Museumov", office=museum)
    person("three", name="İlham Гараев")

    answer = chief.get("/desk/people/", {"q": words})

    assert [account.name for account in answer.context["page"]] == found


def test_the_list_takes_rubbish(chief):
    for query in ("page=x", "page=99", "q=%00", "q=" + "x" * 3000, "q=%25_%5C"):
        assert chief.get(f"/desk/people/?{query}").status_code == 200


def test_an_invitation_leads_to_a_link(chief, client):
    office = Office.objects.create(name="Museum")

    sent = post(
        chief,
        "/desk/people/invite/",
        username="əli",
        name="Əli Məmmədov",
        email="",
        role="editor",
        office=office.pk,
    )
    page = chief.get(sent.url)
    link = page.context["link"]["url"]

    account = Account.objects.get(username="əli")
    assert sent.url == f"/desk/people/{account.pk}/"
    assert (account.role, account.office) == (Role.EDITOR, office)
    assert link.startswith(f"http://testserver/account/link/{account.pk}/")
    assert client.get(link).status_code == 200


def test_an_invitation_sent_twice_opens_one_account(chief):
    form = {"username": "rana", "role": "reader"}

    first = post(chief, "/desk/people/invite/", **form)
    second = post(chief, "/desk/people/invite/", **form)

    assert first.status_code == 302
    assert "Another account has this user name." in second.content.decode()
    assert Account.objects.filter(username="rana").count() == 1


@pytest.mark.parametrize(
    "form",
    [
        {"username": "", "role": "reader"},
        {"username": "two words", "role": "reader"},
        {"username": "x" * 400, "role": "reader"},
        {"username": "x", "role": "emperor"},
        {"username": "x", "role": "reader", "office": "7"},
        {"username": "x", "role": "reader", "office": "x"},
        {"username": "x", "role": "reader", "email": "nowhere"},
        {"username": "x", "role": "reader", "name": "x" * 400},
        {"username": "x", "role": "reader", "name": "nul \x00"},
    ],
)
def test_rubbish_opens_no_account(chief, form):
    answer = post(chief, "/desk/people/invite/", **form)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert [each.username for each in Account.objects.all()] == ["chief"]


def test_a_person_is_described_moved_and_given_a_role_at_once(chief):
    office, someone = Office.objects.create(name="Museum"), person("rana")

    sent = post(
        chief,
        f"/desk/people/{someone.pk}/",
        name=LONG,
        email="rana@example.org",
        role="contributor",
        office=office.pk,
    )

    someone.refresh_from_db()
    assert sent.status_code == 302
    assert (someone.name, someone.role) == (LONG, Role.CONTRIBUTOR)
    assert someone.office == office
    verbs = list(HistoryEntry.objects.values_list("verb", flat=True))
    assert verbs == ["described", "moved", "changed role of"]


def test_of_a_form_that_is_refused_nothing_is_kept(chief):
    me = Account.objects.get(username="chief")

    answer = post(chief, f"/desk/people/{me.pk}/", name="New name", role="reader")

    me.refresh_from_db()
    assert "This is the last administrator" in answer.content.decode()
    assert (me.name, me.role) == ("", Role.ADMINISTRATOR)
    assert HistoryEntry.objects.count() == 0


def test_the_last_administrator_cannot_close_their_own_account(chief):
    me = Account.objects.get(username="chief")

    sent = post(chief, f"/desk/people/{me.pk}/close/")
    told = chief.get(sent.url).content.decode()

    me.refresh_from_db()
    assert me.is_active
    assert "This is the last administrator" in told


def test_an_account_is_closed_and_opened_again_twice_over(chief):
    someone = person("rana")
    address = f"/desk/people/{someone.pk}"

    states = []
    for action in ("close", "close", "reopen", "reopen"):
        assert post(chief, f"{address}/{action}/").status_code == 302
        someone.refresh_from_db()
        states.append(someone.is_active)

    assert states == [False, False, True, True]
    verbs = list(HistoryEntry.objects.values_list("verb", flat=True))
    assert verbs == ["closed", "reopened"]


def test_a_replaced_link_ends(chief, client):
    me = Account.objects.get(username="chief")
    opened = open_account("əli", Described(), by=me, role=Role.READER, office=None)
    address = f"/desk/people/{opened.pk}/"
    old = chief.get(address).context["link"]["url"]

    post(chief, f"{address}link/")
    new = chief.get(address).context["link"]["url"]

    assert [client.get(each).status_code for each in (old, new)] == [410, 200]


def test_what_is_not_there_is_not_found(chief):
    answers = [
        chief.get("/desk/people/999999/"),
        post(chief, "/desk/people/999999/close/"),
        post(chief, f"/desk/people/{Account.objects.get().pk}/delete/"),
        chief.get("/desk/offices/999999/"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4


def test_an_office_is_opened_once_and_renamed(chief):
    opened = post(chief, "/desk/offices/", name="Museum")
    twice = post(chief, "/desk/offices/", name="museum")
    pk = Office.objects.get().pk
    renamed = post(chief, f"/desk/offices/{pk}/", name="State Museum")

    assert (opened.status_code, renamed.status_code) == (302, 302)
    assert "There is an office of this name already." in twice.content.decode()
    assert [office.name for office in Office.objects.all()] == ["State Museum"]


def test_people_name_themselves(signed_in):
    reader = signed_in(Role.READER, username="rana")

    sent = post(reader, "/account/", name="Rana Fərzəli", email="RANA@example.org")
    taken = post(reader, "/account/", name="Rana", email="no address")

    account = Account.objects.get()
    assert sent.url == "/account/"
    assert (account.name, account.email) == ("Rana Fərzəli", "rana@example.org")
    assert "This is no e-mail address." in taken.content.decode()
