"""Many numbers as one parameter of a query."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

ONE = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT unnest(%s::bigint[])",
}


def among(pks: Sequence[int]) -> Any:
    """What ``pk__in`` takes; a thousand numbers cost more in Django than in a database."""
    wanted = list(pks)
    given = json.dumps(wanted) if connection.vendor == "sqlite" else wanted
    return RawSQL(ONE[connection.vendor], (given,))  # noqa: S611
