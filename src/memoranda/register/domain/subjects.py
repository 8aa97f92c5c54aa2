"""Opening the record of a thing."""

import base64
import hashlib
from collections.abc import Iterable

from memoranda.register.domain.errors import KeyTaken
from memoranda.register.enums import SubjectType
from memoranda.register.models import Subject
from memoranda.register.queries.chunks import AT_ONCE

KEY_LENGTH = 10  # 50 bits: one clash expected among forty million subjects


def key_of(seed: str) -> str:
    """The address that ``seed`` gives, in letters and digits that read aloud well."""
    digest = hashlib.sha256(seed.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:KEY_LENGTH]


def open_subject(type_: SubjectType, *, seed: str) -> Subject:
    """The subject whose address ``seed`` gives; the same seed, the same subject.

    Raises KeyTaken when a subject of another type has that address.
    """
    return open_subjects([(type_, seed)])[0]


def open_subjects(wanted: Iterable[tuple[SubjectType, str]]) -> list[Subject]:
    """``open_subject`` for many, in the order given."""
    keyed = [(type_, key_of(seed)) for type_, seed in wanted]
    known = _known([key for _, key in keyed])
    fresh = {
        key: Subject(key=key, type=type_) for type_, key in keyed if key not in known
    }
    for subject in Subject.objects.bulk_create(fresh.values()):
        known[subject.key] = subject
    for type_, key in keyed:
        if known[key].type != type_:
            raise KeyTaken(f"{key} is the address of another {known[key].type}")
    return [known[key] for _, key in keyed]


def _known(keys: list[str]) -> dict[str, Subject]:
    found: dict[str, Subject] = {}
    for at in range(0, len(keys), AT_ONCE):
        rows = Subject.objects.filter(key__in=keys[at : at + AT_ONCE])
        found |= {subject.key: subject for subject in rows}
    return found
