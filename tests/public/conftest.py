"""The story's register, and pages of it."""

import warnings

import pytest

from memoranda.register.models import Address
from tests.public.story import tell


@pytest.fixture
def told(db):  # noqa: ARG001  the fixture opens the database
    """The story's subjects by name, told into an empty store."""
    return tell()


@pytest.fixture
def page(client):
    """Get a page as text; it must be there."""

    def get(address):
        with warnings.catch_warnings():
            # The folder of collected files is made by an installation only.
            warnings.filterwarnings("ignore", message="No directory at")
            answer = client.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return get


@pytest.fixture
def address():
    """The page that shows a subject."""

    def of(subject):
        entry = Address.objects.get(subject=subject).entry
        return f"/{entry.type}s/{entry.key}/"

    return of
