"""Keeping the keys of all that is known in step with the claims."""

import hashlib
from collections.abc import Iterable

from django.db.models import Max

from memoranda.intake.models import KeyedUntil, MatchKey
from memoranda.register.models import Claim, Judgement, Subject, Verdict
from memoranda.register.queries.chunks import in_chunks
from memoranda.store.bulk import insert_rows

Last = tuple[int, int, int]  # claim, verdict, judgement


def digest_of(key: str) -> int:
    """63 bits of the key's SHA-256."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") >> 1


def homes_by(keys: Iterable[str]) -> set[int]:
    """What is found by any of ``keys``."""
    found: set[int] = set()
    for chunk in in_chunks(map(digest_of, keys)):
        rows = MatchKey.objects.filter(digest__in=chunk).order_by()
        found |= set(rows.values_list("home", flat=True).distinct())
    return found


def known_digests(digests: Iterable[int]) -> set[int]:
    """Those of ``digests`` by which anything is found."""
    found: set[int] = set()
    for chunk in in_chunks(digests):
        rows = MatchKey.objects.filter(digest__in=chunk).order_by()
        found |= set(rows.values_list("digest", flat=True).distinct())
    return found


def add_keys(home: int, keys: Iterable[str]) -> None:
    """Let ``home`` be found by ``keys`` too."""
    known = set(MatchKey.objects.filter(home=home).values_list("digest", flat=True))
    fresh = sorted({digest_of(key) for key in keys} - known)
    insert_rows(MatchKey, ["digest", "home"], ((each, home) for each in fresh))


def replace_keys(members: Iterable[int], keyed: dict[int, set[str]]) -> None:
    """Let the clusters ``keyed`` be found by their keys, their ``members`` no more."""
    for chunk in in_chunks(members):
        MatchKey.objects.filter(home__in=chunk).order_by().delete()
    rows = (
        (digest, home)
        for home, keys in keyed.items()
        for digest in sorted({digest_of(key) for key in keys})
    )
    insert_rows(MatchKey, ["digest", "home"], rows)


def keyed_until() -> Last:
    """What the keys know of."""
    row = KeyedUntil.objects.first()
    return (row.claim, row.verdict, row.judgement) if row else (0, 0, 0)


def last_written() -> Last:
    """The last claim, verdict and judgement there are."""
    claim, verdict, judgement = (
        model.objects.order_by().aggregate(last=Max("pk"))["last"] or 0
        for model in (Claim, Verdict, Judgement)
    )
    return claim, verdict, judgement


def mark_keyed(last: Last) -> None:
    """Note that the keys know of all up to ``last``."""
    claim, verdict, judgement = last
    said = {"claim": claim, "verdict": verdict, "judgement": judgement}
    KeyedUntil.objects.update_or_create(pk=1, defaults=said)


def written_since(last: Last) -> set[int]:
    """The subjects of claims, verdicts and judgements after ``last``, and those that
    lead to one of them which was there before: their keys may hang on it.
    """
    claim, verdict, judgement = last
    if last == (0, 0, 0):
        return set(Subject.objects.order_by().values_list("pk", flat=True))
    claims = Claim.objects.filter(pk__gt=claim).order_by()
    touched = set(claims.values_list("subject_id", flat=True).distinct())
    verdicts = Verdict.objects.filter(pk__gt=verdict).order_by()
    judged = set(verdicts.values_list("claim__subject_id", flat=True).distinct())
    pairs = Judgement.objects.filter(pk__gt=judgement).order_by()
    judged |= {pk for pair in pairs.values_list("left_id", "right_id") for pk in pair}
    touched |= judged
    return touched | _leading_to(touched)


def _leading_to(subjects: set[int]) -> set[int]:
    found: set[int] = set()
    for chunk in in_chunks(subjects):
        leading = Claim.objects.filter(target__in=chunk).order_by()
        found |= set(leading.values_list("subject_id", flat=True).distinct())
    return found
