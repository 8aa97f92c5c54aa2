"""Matching the rows of a table with what was known before it."""

from collections.abc import Iterable

from memoranda.intake.domain.matching.known import PHASES, Known, matcher_of, of_types
from memoranda.intake.domain.matching.match_keys import digest_of, known_digests
from memoranda.intake.domain.matching.matcher import judge, pairs_of
from memoranda.intake.domain.matching.profile import Profile
from memoranda.register.models import Subject
from memoranda.register.queries.chunks import in_chunks


def match_rows(rows: set[int], known: Known) -> int:
    """Judge the subjects of a table, which keeps them apart from each other; how many
    were joined to what stood before. In the caller's transaction.

    One known cluster takes at most one of them, the likest of those looked at together.
    """
    taken: set[int] = set()
    for types in PHASES:
        for chunk in in_chunks(of_types(rows, types)):
            subjects = Subject.objects.in_bulk(chunk)
            found = [
                pair
                for profile in _findable(known.new_profiles(chunk), known)
                for pair in pairs_of(profile, known)
                if pair.old.subject not in rows and pair.old.subject not in taken
            ]
            joined = judge(found, subjects)
            taken |= set(joined.values())
            known.forget(joined)
    return len(taken)


def _findable(profiles: Iterable[Profile], known: Known) -> list[Profile]:
    """Those that share a key with anything at all."""
    keyed = [
        (one, {digest_of(key) for key in matcher_of(one).keys(one, known.profile)})
        for one in profiles
    ]
    there = known_digests({digest for _, digests in keyed for digest in digests})
    return [one for one, digests in keyed if digests & there]
