"""Who gets into which page: every address of the site, against one table.

An address that no line of the table covers fails the test, so that nobody adds a page
without saying for whom it is.
"""

import re
from http.cookies import Morsel

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from memoranda.people.enums import Capability, Role
from tests.factories import person

PUBLIC, SIGNED_IN = "everybody", "whoever is signed in"
READ, CONTRIBUTE = Capability.READ, Capability.CONTRIBUTE
JUDGE, ADMINISTER = Capability.JUDGE, Capability.ADMINISTER

# The longest line that begins an address is the one that counts; lines that end in $
# are whole addresses. "nothing" stands for a key of any sort.
TABLE: dict[str, str] = {
    "$": PUBLIC,
    "about/": PUBLIC,
    "actors/": PUBLIC,
    "calendar.ics": PUBLIC,
    "changes": PUBLIC,
    "commitments/": PUBLIC,
    "documents/": PUBLIC,
    "events/": PUBLIC,
    "favicon.ico": PUBLIC,
    "figures/": PUBLIC,
    "health": PUBLIC,
    "instruments/": PUBLIC,
    "relations/": PUBLIC,
    "robots.txt": PUBLIC,
    "search/": PUBLIC,
    "unread/": PUBLIC,
    "account/$": SIGNED_IN,
    "account/sessions/": SIGNED_IN,
    "account/link/": PUBLIC,
    "account/login/": PUBLIC,
    "account/logout/": PUBLIC,
    "account/inactive/": PUBLIC,
    "account/confirm/": SIGNED_IN,
    "account/password/": SIGNED_IN,
    "account/factors/": SIGNED_IN,
    "desk/$": READ,
    "desk/documents/": READ,
    "desk/history/": READ,
    "desk/kept/": READ,
    "desk/kept/keep/": CONTRIBUTE,
    "desk/kept/let-go/": JUDGE,
    "desk/add/": CONTRIBUTE,
    "desk/jobs/": CONTRIBUTE,
    "desk/new/": CONTRIBUTE,
    "desk/choices/": CONTRIBUTE,
    "desk/in-words/": CONTRIBUTE,
    "desk/edit/": CONTRIBUTE,
    "desk/quote/": CONTRIBUTE,
    "desk/edit/nothing/undo/": JUDGE,
    "desk/edit/nothing/removal/": JUDGE,
    "desk/edit/nothing/return/": JUDGE,
    "desk/review/": JUDGE,
    "desk/imports/": JUDGE,
    "desk/same/": JUDGE,
    "desk/same/nothing/$": READ,  # what an entry is made of
    "desk/people/": ADMINISTER,
    "desk/offices/": ADMINISTER,
}
ROLES: dict[str, set[str]] = {
    "nobody": {PUBLIC},
    Role.READER: {PUBLIC, SIGNED_IN, READ},
    Role.CONTRIBUTOR: {PUBLIC, SIGNED_IN, READ, CONTRIBUTE},
    Role.EDITOR: {PUBLIC, SIGNED_IN, READ, CONTRIBUTE, JUDGE},
    Role.ADMINISTRATOR: {PUBLIC, SIGNED_IN, *Capability},
}
# What stands for a part of an address that is found in no register.
EXAMPLES = {"int": "999999", "slug": "nothing", "str": "nothing", "path": "nothing"}
PART = re.compile(r"<(?:(\w+):)?\w+>")
GROUP = re.compile(r"\(\?P<\w+>([^()]*)\)")


def routes() -> dict[str, str]:
    """Example addresses of every pattern of the project, and their patterns."""
    found = walk(get_resolver(), "")
    return {address: route for route in found for address in examples(route)}


def walk(resolver: URLResolver, before: str) -> list[str]:
    found: list[str] = []
    for each in resolver.url_patterns:
        route = str(each.pattern)
        route = before + route.removeprefix("^") if before else route
        found += [route] if isinstance(each, URLPattern) else walk(each, route)
    return found


def examples(route: str) -> list[str]:
    """Addresses that the route matches: one for each word that it lists."""
    choice = GROUP.search(route)
    if choice:
        words = choice[1].split("|")
        words = words if all(map(str.isalpha, words)) else ["nothing"]
        return [
            address
            for word in words
            for address in examples(GROUP.sub(word, route, count=1))
        ]
    filled = PART.sub(lambda part: EXAMPLES[part[1] or "str"], route)
    return [filled.strip("^$").replace("\\", "")]


def need(address: str) -> str:
    """The line of the table that covers the address."""
    if f"{address}$" in TABLE:
        return TABLE[f"{address}$"]
    lines = [line for line in TABLE if address.startswith(line)]
    return TABLE[max(lines, key=len)] if lines else "not in the table"


def outcome(answer) -> str:
    to = answer.headers.get("Location", "")
    if answer.status_code == 302 and to.startswith("/account/login/"):
        return "sign in first"
    if answer.status_code == 403:
        return "refused"
    return "in" if answer.status_code < 500 else f"error {answer.status_code}"


def outcomes(address: str, client: Client, someone) -> str:
    """What the person meets, however they come; one word when it is always the same."""
    met = set()
    for method in (client.get, client.post):
        if someone and not client.cookies.get("sessionid", Morsel()).value:
            client.force_login(someone)  # first, and after an address that signs out
        answer = method(f"/{address}")
        list(answer if answer.streaming else [])  # a file is closed when it is read
        if answer.status_code != 405:
            met.add(outcome(answer))
    return " or ".join(sorted(met))


def expected(address: str, role: str) -> str:
    if need(address) in ROLES[role]:
        return "in"
    return "sign in first" if role == "nobody" else "refused"


def test_every_address_is_in_the_table():
    found = {address: need(address) for address in routes()}

    assert [each for each in found if found[each] == "not in the table"] == []


def test_every_line_of_the_table_covers_an_address():
    addresses = [f"{address}$" for address in routes()]

    assert [
        line for line in TABLE if not any(each.startswith(line) for each in addresses)
    ] == []


def test_an_example_is_answered_by_the_route_it_stands_for():
    resolver = get_resolver()

    met = {address: resolver.resolve(f"/{address}").route for address in routes()}

    assert met == routes()


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:No directory at")
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_table_says(role, settings):
    settings.ACCOUNT_RATE_LIMITS = False  # hundreds of addresses from one machine
    cache.clear()
    someone = None if role == "nobody" else person(role=Role(role))

    client = Client(raise_request_exception=False)
    # What everybody gets is asked for once, as nobody.
    asked = [each for each in routes() if not someone or need(each) != PUBLIC]

    met = {address: outcomes(address, client, someone) for address in asked}

    assert met == {address: expected(address, role) for address in met}
