"""What makes two claims one claim."""

import hashlib
import json
from typing import Any


def fingerprint(
    subject: str, property_: str, said: tuple[Any, str, str | None], *, ground: Any
) -> str:
    """SHA-256 of a claim: its subject's key, ``said`` (value, language, the key it
    leads to) and ``ground`` (document's hash, start, end, pk of the person).

    The engine, its certainty and the reason are left out: reading a document again
    with a later engine repeats what it said, and adds what is new.
    """
    plain = json.dumps(
        [subject, property_, *said, *ground], ensure_ascii=True, separators=(",", ":")
    )
    return hashlib.sha256(plain.encode()).hexdigest()
