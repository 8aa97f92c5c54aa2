"""What a claim says, whatever it rests on."""

import json

from memoranda.intake.domain.imports.mapping import Mapping
from memoranda.intake.domain.imports.record import Stated
from memoranda.register.domain.subjects import key_of
from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim

NAMED = {"name", "title"}  # properties whose value is in the table's language


def language_of(stated: Stated, mapping: Mapping) -> str:
    """The language of a value: of titles and names of what is no actor."""
    is_named = stated.property in NAMED and mapping.type != SubjectType.ACTOR
    return mapping.language if is_named else ""


def saying_of(claim: Claim) -> str:
    """The same words of one subject, the same saying; ``claim.target`` is at hand."""
    target = claim.target.key if claim.target else None
    return json.dumps([claim.property, claim.value, claim.language, target])


def saying_in(stated: Stated, mapping: Mapping) -> str:
    """What ``saying_of`` gives for the claim that is made of it."""
    target = key_of(stated.target) if stated.target else None
    language = language_of(stated, mapping)
    return json.dumps([stated.property, stated.value, language, target])
