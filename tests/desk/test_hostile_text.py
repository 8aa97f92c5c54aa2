"""Whatever is typed or read is shown as text: no page grows an element from it."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest

from memoranda.people.domain.accounts import Described, open_account
from memoranda.people.domain.offices import open_office
from memoranda.people.enums import Role
from memoranda.people.models import Account
from memoranda.register.domain.projections import rebuild
from memoranda.register.enums import SubjectType
from memoranda.register.models import Subject
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES
from tests.factories import claim, document, evidence, subject

SHORT = """'"><zz-evil><img src=x onerror=boom()>{{7*7}}"""  # a code holds 100 signs
EVIL = f"""</script></title></textarea><script>boom()</script>{SHORT}<!--"""
GOOD = {"code": "other", "number": 7, "date": "2021-09", "duration": "P2Y"}
START = ["/", "/search/?q=boom", "/desk/", "/desk/people/", "/account/", "/unread/"]
MOST = 400  # pages: far more than there are


class Page(HTMLParser):
    """What a browser would make of a page, as far as harm goes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        given = {name: value or "" for name, value in attrs}
        executes = given.get("type", "") in {"", "module", "text/javascript"}
        if tag == "zz-evil" or given.get("src") == "x":
            self.harm.append(tag)
        if tag == "script" and executes and "src" not in given:
            self.harm.append("inline script")
        if tag == "style" or "style" in given:
            self.harm.append("inline style")
        self.harm += [name for name in given if name.startswith("on")]
        for name in ("href", "src", "action", "formaction"):
            scheme = urlsplit(given.get(name, "").strip()).scheme.lower()
            if scheme not in {"", "http", "https", "mailto", "data"}:
                self.harm.append(f"{name}={given[name]}")
            if scheme == "data" and name != "src":
                self.harm.append(f"{name}={given[name]}")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self.words += [
            given[name] for name in ("value", "title", "content") if name in given
        ]

    def handle_comment(self, data: str) -> None:
        self.harm.append(f"comment {data[:20]}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def value_for(holds: str):
    return GOOD.get(holds, EVIL)


def tell() -> None:
    """A register in which every text, and every code, is hostile."""
    kept = document(
        EVIL * 3, title=EVIL, byline=EVIL, publisher=EVIL, source=f"{EVIL}.txt"
    )
    quote = evidence(kept, EVIL)
    known: dict[SubjectType, Subject] = {}
    for type_, name in EXISTENCE.items():
        known[type_] = subject(type_)
        value = value_for(PROPERTIES[type_, name].holds)
        claim(known[type_], name, value, evidence=quote)
    for (type_, name), rule in PROPERTIES.items():
        if rule.holds == "subject":
            claim(known[type_], name, target=known[SubjectType.ACTOR], evidence=quote)
        elif rule.holds == "code":
            claim(known[type_], name, SHORT, evidence=quote, language="x'><b")
        elif rule.holds != "document":
            claim(known[type_], name, value_for(rule.holds), evidence=quote)
    for type_, rule in ((t, PROPERTIES[t, n]) for t, n in EXISTENCE.items()):
        claim(known[type_], rule.name, value_for(rule.holds), accept=False)


def people(by: Account) -> None:
    """An account and an office whose names are hostile."""
    office = open_office(EVIL, by=by)
    opened = open_account(
        "plain", Described(name=EVIL), by=by, role=Role.EDITOR, office=office
    )
    Account.objects.filter(pk=opened.pk).update(username=EVIL, email=EVIL)
    Account.objects.filter(pk=by.pk).update(name=EVIL, office=office)


def crawl(client) -> dict[str, Page]:
    """Every page that can be reached, by address without its query."""
    waiting, seen = list(START), {}
    while waiting and len(seen) < MOST:
        address = waiting.pop()
        path = address.partition("?")[0]
        if path in seen:
            continue
        answer = client.get(address)
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            list(answer if answer.streaming else [])  # a file is closed when it is read
            continue
        seen[path] = page = Page(answer.content.decode())
        for link in page.links:
            found = urlsplit(urljoin(f"http://testserver{address}", link))
            if found.netloc == "testserver":
                waiting.append(f"{found.path}?{found.query}")
    return seen


@pytest.mark.slow
def test_no_page_grows_an_element_from_what_was_typed_or_read(signed_in):
    tell()
    rebuild()
    client = signed_in(Role.ADMINISTRATOR, username="chief")
    people(Account.objects.get(username="chief"))

    pages = crawl(client)

    assert {path: page.harm for path, page in pages.items() if page.harm} == {}
    shown = "\n".join(word for page in pages.values() for word in page.words)
    assert SHORT in shown
    assert EVIL in shown
    kinds = {path.split("/")[1] for path in pages}
    assert {"actors", "instruments", "events", "desk", "account"} <= kinds
    assert 30 < len(pages) < MOST


def test_the_parser_sees_what_a_browser_would():
    said = Page(f"<p>{EVIL}").harm + Page(f"<p title='{EVIL}'>").harm
    linked = Page("<a href=' JavaScript:boom()'>x</a>").harm

    assert {"zz-evil", "img", "inline script", "onerror"} <= set(said)
    assert linked == ["href= JavaScript:boom()"]


def test_an_address_that_is_not_there_is_shown_as_text(client, db):  # noqa: ARG001
    page = Page(client.get(f"/nowhere/{EVIL}/?q={EVIL}").content.decode())

    assert page.harm == []


@pytest.mark.parametrize("field", ["login", "password"])
def test_what_was_typed_to_sign_in_is_shown_as_text(client, db, field):  # noqa: ARG001
    form = {"login": "x", "password": "x"} | {field: EVIL}

    page = Page(client.post("/account/login/?next=" + EVIL, form).content.decode())

    assert page.harm == []


def test_a_form_that_is_refused_shows_what_was_typed_as_text(signed_in):
    client = signed_in(Role.ADMINISTRATOR)
    form = dict.fromkeys(("username", "name", "email", "role", "office"), EVIL)

    page = Page(client.post("/desk/people/invite/", form).content.decode())

    assert page.harm == []
    assert EVIL in page.words
