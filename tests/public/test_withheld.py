"""What an office keeps to itself leaks nowhere: every page that others reach is read."""

import re
from collections import Counter
from urllib.parse import urljoin

import pytest
from django.test import Client

from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain.claims import assert_claim, judge_claim
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import rebuild
from memoranda.register.domain.readings import note_reading
from memoranda.register.domain.restrictions import release, withhold
from memoranda.register.domain.subjects import open_subject
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from tests.factories import person
from tests.public.story import Teller, tell

pytestmark = pytest.mark.django_db
SECRET = """Zanzibarid accord

The Quixotary Foundation signed the Zanzibarid accord with the National Museum of Norland in Xanaduville on 3 May 2024. It pays 717171717 crowns to the museum.
"""
# Words that no key, token or clock in a page can hold by chance.
WORDS = [
    "Zanzibarid",
    "Quixotary",
    "Xanaduville",
    "717171717",
    "Draftagenda",
    "zirconium",
]
FOUND_BY = ["/search/?q=zanzib", "/search/?q=quixot", "/search/?q=draftag"]
LINK = re.compile(r"""(?:href|src|hx-get|action)="([^"#]+)""")
SKIP = re.compile(r"^/(?:static|account)/|^/desk/edit/.*/of/")
NUMBER = re.compile(r"\b(?:[a-z0-9]{10,12}|\d+)\b")
ALIKE = 2  # pages of one sort that are read, besides those asked for and records
RECORD = re.compile(r"^/(?:actors|instruments|events|commitments|figures)/[a-z0-9]+/$")


@pytest.fixture
def kept():
    """The story with a document and a hand-made record that the North keeps."""
    told = tell()
    keeper = person("keeper", office=Office.objects.create(name="North"))
    secret = Teller(
        SECRET, source="secret/zanzibarid-accord.txt", publisher="Quixotary"
    )
    fund = secret.actor("Quixotary Foundation", "organisation", "NOR")
    museum = secret.actor("National Museum of Norland", "organisation", "NOR")
    pact = secret.open("instrument", "accord")
    secret.say(pact, "kind", "accord", "agreement")
    secret.say(pact, "title", "Zanzibarid accord")
    secret.say(pact, "party", "Quixotary Foundation", target=fund)
    secret.say(pact, "party", "National Museum of Norland", target=museum)
    secret.say(pact, "place", "Xanaduville")
    secret.say(pact, "signed", "3 May 2024", "2024-05-03", accept=False)
    secret.say(told["paper"], "field", "crowns", "zirconium")
    note_reading(secret.document, engine="story", notes=[(0, 10, "Zanzibarid unread")])
    judge_same(
        told["museum"], museum, Sameness.SAME, rule="story", reasons=["both Quixotary"]
    )
    judge_same(
        told["gallery"], fund, Sameness.UNSURE, rule="story", score=0.7,
        reasons=["Quixotary looks alike"],
    )  # fmt: skip
    draft = open_subject(SubjectType.INSTRUMENT, seed="draft")
    for name, value in [("kind", "plan"), ("title", "Draftagenda of the North")]:
        said = assert_claim(draft, name, value=value, by=keeper)
        judge_claim(said, ClaimStatus.ACCEPTED, by=keeper)
    promise = open_subject(SubjectType.COMMITMENT, seed="draft promise")
    for name, value, target in [
        ("what", "Draftagenda is printed", None),
        ("under", None, draft),
    ]:
        said = assert_claim(promise, name, value=value, target=target, by=keeper)
        judge_claim(said, ClaimStatus.ACCEPTED, by=keeper)
    rebuild()
    withhold([secret.document, draft], by=keeper, reason="Zanzibarid is a draft")
    subjects = {"fund": fund, "pact": pact, "draft": draft, "promise": promise}
    return told | subjects | {"secret": secret.document, "keeper": keeper}


def signed_in(**described):
    client = Client()
    client.force_login(person(**described))
    return client


def addresses_of(kept):
    """The addresses of what is kept, and those that name or search it."""
    key = kept["secret"].key
    found = [*FOUND_BY, f"/documents/{key}/", f"/documents/{key}/original"]
    names = {"fund": "actors", "pact": "instruments", "draft": "instruments"}
    for name, list_ in (names | {"promise": "commitments"}).items():
        at = f"/{list_}/{kept[name].key}"
        found += [f"{at}/", f"{at}.ics", f"{at}/history/", f"{at}/history.json"]
        found += [f"{at}/history.atom", f"{at}/?as_of=2026-01-01"]
        found += [f"{at}/history.json?before=now", f"/{list_}/?actor={kept[name].key}"]
        found += [f"/desk/history/{kept[name].key}/"]
        found += [f"/desk/kept/records/{kept[name].key}/"]
    found += [f"/desk/kept/documents/{key}/", f"/desk/kept/documents/{key}/original"]
    found += [f"/desk/documents/{key}/", f"/desk/history/?key={key}"]
    found += ["/changes.json?before=now", "/desk/history/?verb=withheld"]
    found += ["/documents/?publisher=Quixot", "/relations/nor/swe/", "/health"]
    return found


def crawl(client, also):
    """Every page of the site that ``client`` reaches from the first one, by address."""
    waiting, pages, sorts = ["/", "/desk/", *also], {}, Counter()
    while waiting:
        address = waiting.pop(0)
        sort = NUMBER.sub("*", address)
        if address in pages or SKIP.search(address):
            continue
        if sorts[sort] >= ALIKE and not RECORD.match(address) and address not in also:
            continue
        sorts[sort] += 1
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        pages[address] = answer.status_code, body.decode("utf-8", "replace")
        if answer.status_code in {301, 302}:
            waiting.append(urljoin(address, answer.headers["Location"]))
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            for link in LINK.findall(pages[address][1]):
                at = urljoin(address, link.partition("?")[0])
                if at.startswith("/"):
                    waiting.append(at)
    return pages


def leaks(pages):
    return {
        (address, word)
        for address, (_, body) in pages.items()
        for word in WORDS
        if word in body
    }


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:No directory at")
def test_nobody_else_reads_a_word_of_it(kept):
    readers = {
        "public": Client(),
        "editor": signed_in(office=Office.objects.create(name="South")),
    }

    pages = {who: crawl(client, addresses_of(kept)) for who, client in readers.items()}

    assert {who: leaks(found) for who, found in pages.items()} == {
        "public": set(),
        "editor": set(),
    }
    assert {who: f"/instruments/{kept['paper'].key}/" in found for who, found in pages.items()} == dict.fromkeys(readers, True)  # fmt: skip


@pytest.mark.filterwarnings("ignore:No directory at")
@pytest.mark.parametrize("who", ["public", "other office"])
def test_what_is_kept_is_not_there_for_others(kept, client, who):
    if who == "other office":
        client = signed_in(office=Office.objects.create(name="South"))
    key = kept["secret"].key
    asked = [f"/documents/{key}/", f"/documents/{key}/original"]
    asked += [f"/instruments/{kept[name].key}/" for name in ("pact", "draft")]
    if who == "other office":
        asked += [
            f"/desk/kept/documents/{key}/",
            f"/desk/kept/documents/{key}/original",
        ]
        asked += [f"/desk/kept/records/{kept['draft'].key}/"]
        asked += [f"/desk/history/{kept['draft'].key}/"]

    given = {address: client.get(address).status_code for address in asked}

    assert given == dict.fromkeys(asked, 404)


@pytest.mark.filterwarnings("ignore:No directory at")
def test_its_own_people_read_it(kept):
    client = signed_in(role=Role.READER, office=kept["keeper"].office)

    shown = {
        name: client.get(address).content.decode()
        for name, address in {
            "list": "/desk/kept/",
            "document": f"/desk/kept/documents/{kept['secret'].key}/",
            "record": f"/desk/kept/records/{kept['draft'].key}/",
            "promise": f"/desk/kept/records/{kept['promise'].key}/",
            "history": f"/desk/history/{kept['draft'].key}/",
        }.items()
    }

    assert {name: "Draftagenda" in shown[name] for name in shown} == {
        "list": True,
        "document": False,
        "record": True,
        "promise": True,
        "history": True,
    }
    assert "Zanzibarid accord" in shown["list"]
    assert "Xanaduville" in shown["document"]


@pytest.mark.filterwarnings("ignore:No directory at")
def test_let_go_it_is_there_for_all(kept, client):
    release([kept["secret"], kept["draft"]], by=kept["keeper"])

    found = client.get(FOUND_BY[0]).content.decode()

    assert "Zanzibarid accord" in found
    assert client.get(f"/documents/{kept['secret'].key}/").status_code == 200
    assert client.get(f"/instruments/{kept['draft'].key}/").status_code == 200
