"""What a server is asked to do for the register."""

import pytest
from django.db import connection

from memoranda.store.server import gather_statistics
from tests.factories import actor

ROWS = "SELECT reltuples FROM pg_class WHERE relname = 'register_claim'"


@pytest.mark.django_db
def test_a_server_counts_what_came_and_a_file_needs_nothing():
    actor("Baku")

    gather_statistics(connection)

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(ROWS)
            assert cursor.fetchone() == (1,)
