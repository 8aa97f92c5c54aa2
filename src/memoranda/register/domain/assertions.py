"""A claim before it is written: what it says, what it stands on, whether it may."""

import re
from dataclasses import dataclass
from typing import Any

from memoranda.people.models import Account
from memoranda.register.domain.errors import (
    MissingEvidence,
    QuoteMismatch,
    RegisterError,
    UnknownProperty,
    WrongValue,
)
from memoranda.register.enums import SubjectType
from memoranda.register.models import Document, Subject
from memoranda.register.rules.edtf import is_duration, is_edtf
from memoranda.register.rules.fingerprints import fingerprint
from memoranda.register.rules.properties import PROPERTIES


@dataclass(frozen=True, slots=True)
class Evidence:
    """``document.text[start:end] == quote``, in code points."""

    document: Document
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """What ``assert_claim`` takes, as one thing, so that many can be written at once."""

    subject: Subject
    property: str
    value: Any = None
    target: Subject | None = None
    evidence: Evidence | None = None
    certainty: float = 1.0
    language: str = ""
    reason: str = ""

    def fingerprint(self, by: Account | None) -> str:
        """The same for the same claim on the same ground, whoever's engine read it."""
        ground = self.evidence
        target = self.target.key if self.target else None
        return fingerprint(
            self.subject.key,
            self.property,
            (self.value, self.language[:8], target),
            ground=(
                ground.document.content_hash if ground else None,
                ground.start if ground else None,
                ground.end if ground else None,
                by.pk if by else None,
            ),
        )


def fault_in(assertion: Assertion, *, by: Account | None) -> RegisterError | None:
    """Why the assertion may not be written, or None."""
    return (
        _wrong_shape(assertion)
        or _wrong_ground(assertion.evidence, by=by)
        or _wrong_certainty(assertion.certainty)
    )


def _wrong_shape(assertion: Assertion) -> RegisterError | None:
    type_, name = SubjectType(assertion.subject.type), assertion.property
    rule = PROPERTIES.get((type_, name))
    if rule is None:
        return UnknownProperty(f"{type_} has no property {name!r}")
    if rule.holds == "subject":
        return None if assertion.target else WrongValue(f"{name} leads to a subject")
    if not HOLDS[rule.holds](assertion.value):
        return WrongValue(f"{assertion.value!r} is no {rule.holds} for {name}")
    return None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\x00" not in value


def _is_code(value: Any) -> bool:
    return isinstance(value, bool) or (_is_text(value) and len(value) <= 100)


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value == value and abs(value) != float("inf")


def _is_hash(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value) is not None


HOLDS = {
    "text": _is_text,
    "code": _is_code,
    "number": _is_number,
    "date": is_edtf,
    "duration": is_duration,
    "document": _is_hash,
}


def _wrong_ground(
    ground: Evidence | None, *, by: Account | None
) -> RegisterError | None:
    if ground is None:
        return None if by else MissingEvidence("a claim needs a quote or a person")
    if not 0 <= ground.start < ground.end or not ground.quote:
        return MissingEvidence(f"nothing is quoted at {ground.start}:{ground.end}")
    if ground.document.text[ground.start : ground.end] != ground.quote:
        where = f"{ground.document.key} {ground.start}:{ground.end}"
        return QuoteMismatch(f"{where} does not read {ground.quote!r}")
    return None


def _wrong_certainty(certainty: float) -> RegisterError | None:
    if 0 <= certainty <= 1:
        return None
    return WrongValue(f"a certainty of {certainty} is not between 0 and 1")
