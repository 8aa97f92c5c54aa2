"""Words marked in a document, on their way to a property."""

import pytest

from memoranda.people.enums import Role
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from tests.factories import claim, document, evidence, subject

pytestmark = pytest.mark.django_db


@pytest.fixture
def treaty():
    """A treaty that rests on a document."""
    source = document("A treaty was signed in Baku in May 2019.")
    opened = subject(SubjectType.INSTRUMENT)
    claim(opened, "kind", "treaty", evidence=evidence(source, "treaty"))
    project_stale()
    return opened, source


def test_the_records_of_the_document_are_offered(signed_in, treaty):
    opened, source = treaty

    answer = signed_in(Role.CONTRIBUTOR).get(
        f"/desk/quote/{source.key}/", {"quote": "in May 2019"}
    )

    page = answer.content.decode()
    assert "in May 2019" in page
    assert f'name="record" value="{opened.key}"' in page


def test_the_form_of_the_property_begins_with_the_quote(signed_in, treaty):
    opened, source = treaty
    client = signed_in()
    asked = {"quote": "May 2019", "record": opened.key, "property": "signed"}

    answer = client.get(f"/desk/quote/{source.key}/", asked)
    page = client.get(answer.url).content.decode()

    assert answer.url.startswith(f"/desk/edit/{opened.key}/of/signed/?document=")
    assert ">\nMay 2019</textarea>" in page
    assert f'value="{source.key}" checked' in page


@pytest.mark.parametrize("key", ["nothere", "0" * 12])
def test_of_what_is_not_there_nothing_is_quoted(signed_in, key):
    assert signed_in().get(f"/desk/quote/{key}/?quote=x").status_code == 404


@pytest.mark.parametrize("record", ["../../x", "//x", "ə", "a b"])
def test_an_address_cannot_lead_elsewhere(signed_in, treaty, record):
    asked = {"quote": "x", "record": record, "property": "signed"}

    answer = signed_in().get(f"/desk/quote/{treaty[1].key}/", asked)

    assert answer.status_code == 404


def test_only_those_who_may_see_the_way(signed_in, client, treaty):
    address = f"/documents/{treaty[1].key}/"

    pages = [
        each.get(address).content.decode()
        for each in (client, signed_in(Role.READER), signed_in(Role.CONTRIBUTOR))
    ]

    assert ["use-as-quote" in page for page in pages] == [False, False, True]
