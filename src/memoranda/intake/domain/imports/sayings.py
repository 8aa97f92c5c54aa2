"""What a claim says, whatever it rests on."""

import json

from memoranda.register.domain.assertions import Assertion
from memoranda.register.models import Claim


def saying_of(said: Assertion | Claim) -> str:
    """The same words of one subject, the same saying."""
    target = said.target_id if isinstance(said, Claim) else _key(said)
    return json.dumps([said.property, said.value, said.language, target])


def _key(said: Assertion) -> int | None:
    return said.target.pk if said.target else None
