"""A browser without a browser: signed in as anyone."""

import warnings
from collections.abc import Callable

import pytest
from django.test import Client

from memoranda.people.enums import Role
from tests.factories import person


@pytest.fixture
def signed_in(db) -> Callable[..., Client]:  # noqa: ARG001  opens the database
    """A client that is signed in as a new person of a role."""
    warnings.filterwarnings("ignore", message="No directory at")

    def as_(role: Role = Role.EDITOR, **described) -> Client:
        client = Client()
        client.force_login(person(role=role, **described))
        return client

    return as_
