"""Keys as one parameter of a query, however many there are."""

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL


def listed(keys: Iterable[int]) -> RawSQL:
    """For ``pk__in``: the keys; a list would be cut at what a database may be given."""
    wanted = sorted(set(keys))
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", (wanted,))
    return RawSQL("SELECT value FROM json_each(%s)", (json.dumps(wanted),))
