"""Whether the laws are kept over the whole store; reads only."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from memoranda.register.models import Claim, Document, Original, Stale
from memoranda.register.queries.digests import expected_rows, line_of, stored_rows
from memoranda.register.queries.sheets import expected_sheets
from memoranda.register.rules.fingerprints import fingerprint

MOST_SHOWN = 20  # differing rows named before the rest is only counted


@dataclass(frozen=True, slots=True)
class Breach:
    """That ``law`` (its number in the design) is broken ``where``, and how."""

    law: int
    where: str
    what: str


def breaches() -> Iterator[Breach]:
    """Every breach found: sources altered, quotes that do not stand, claims without
    ground, pages that show something else than what is claimed.
    """
    return chain(altered_documents(), groundless_claims(), differing_projections())


def altered_documents() -> Iterator[Breach]:
    """Documents whose bytes or text no longer hash to their address."""
    kept = set(Original.objects.order_by().values_list("pk", flat=True))
    for document in Document.objects.order_by("pk").iterator(100):
        where = f"document {document.key} ({document.source})"
        if _sha(document.text.encode()) != document.text_hash:
            yield Breach(1, where, "its text was altered")
        if document.pk not in kept:
            yield Breach(2, where, "its original is gone")
    originals = Original.objects.select_related("document").order_by("pk")
    for original in originals.iterator(50):
        if _sha(bytes(original.content)) != original.document.content_hash:
            where = f"document {original.document.key} ({original.document.source})"
            yield Breach(2, where, "its original was altered")


def groundless_claims() -> Iterator[Breach]:
    """Claims that neither a standing quote nor a person supports."""
    texts = _Texts()
    hashes = dict(Document.objects.order_by().values_list("pk", "content_hash"))
    claims = Claim.objects.select_related("subject", "target")
    for claim in claims.order_by("document", "pk").iterator(2000):
        where = f"claim {claim.pk} ({claim})"
        if _print(claim, hashes) != claim.fingerprint:
            yield Breach(1, where, "was altered after it was asserted")
        if claim.document_id is None:
            if claim.asserted_by_id is None:
                yield Breach(1, where, "rests on no quote and on no person")
        elif not claim.quote or claim.start is None or claim.end is None:
            yield Breach(1, where, "quotes nothing")
        elif texts.of(claim.document_id)[claim.start : claim.end] != claim.quote:
            yield Breach(1, where, f"its document does not say {claim.quote!r} there")


def differing_projections() -> Iterator[Breach]:
    """Projected rows that a rebuild would not give, or would give besides."""
    waiting = Stale.objects.count()
    if waiting:
        what = f"{waiting} subjects wait to be shown; run: memoranda rebuild"
        yield Breach(3, "projections", what)
        return
    stored = Counter(map(line_of, stored_rows()))
    wanted = Counter(map(line_of, expected_rows(list(expected_sheets()))))
    wrong = [f"holds {row}" for row in (stored - wanted).elements()]
    wrong += [f"lacks {row}" for row in (wanted - stored).elements()]
    for what in wrong[:MOST_SHOWN]:
        yield Breach(3, "projections", what[:300])
    if len(wrong) > MOST_SHOWN:
        what = f"{len(wrong) - MOST_SHOWN} more rows differ from a rebuild"
        yield Breach(3, "projections", what)


def _print(claim: Claim, hashes: dict[int, str]) -> str:
    target = claim.target.key if claim.target else None
    document = hashes.get(claim.document_id or 0)
    return fingerprint(
        claim.subject.key,
        claim.property,
        (claim.value, claim.language, target),
        ground=(document, claim.start, claim.end, claim.asserted_by_id),
    )


class _Texts:
    """The text of one document at a time, as claims come ordered by document."""

    def __init__(self) -> None:
        self._pk, self._text = 0, ""

    def of(self, pk: int) -> str:
        if pk != self._pk:
            self._pk, self._text = pk, Document.objects.get(pk=pk).text
        return self._text


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
