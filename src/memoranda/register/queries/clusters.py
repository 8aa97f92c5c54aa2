"""Which subjects are one, read from the judgements."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.clusters import Word, effective, joined
from memoranda.register.rules.sheets import Cluster


def all_clusters() -> list[Cluster]:
    """Every cluster of the register, by canonical subject."""
    canonical = joined(_words(Judgement.objects.all()))
    return _gathered(Subject.objects.all(), canonical)


def clusters_of(subjects: Iterable[int]) -> list[Cluster]:
    """The clusters that hold any of ``subjects``, and those they fell apart into.

    Reads what is connected to them and no more.
    """
    words, reached = _connected(set(subjects))
    canonical = joined(words)
    rows: list[Subject] = []
    for chunk in in_chunks(reached):
        rows.extend(Subject.objects.filter(pk__in=chunk))
    return _gathered(rows, canonical)


def canonical_of(subjects: Iterable[int]) -> dict[int, int]:
    """For each of ``subjects`` the canonical one of its cluster."""
    wanted = set(subjects)
    return {
        member: cluster.canonical
        for cluster in clusters_of(wanted)
        for member in cluster.members
        if member in wanted
    }


def _connected(wanted: set[int]) -> tuple[list[Word], set[int]]:
    """All judgements within what holding edges connect to ``wanted``."""
    reached, fresh = set(wanted), set(wanted)
    words: dict[int, Word] = {}
    while fresh:
        found: list[Word] = []
        for chunk in in_chunks(fresh):
            touching = Q(left__in=chunk) | Q(right__in=chunk)
            found.extend(_words(Judgement.objects.filter(touching)))
        words |= {word.number: word for word in found}
        same = [w for w in effective(found) if w.sameness == Sameness.SAME]
        fresh = {pk for word in same for pk in (word.left, word.right)} - reached
        reached |= fresh
    within = [w for w in words.values() if {w.left, w.right} <= reached]
    return within, reached


def _words(judgements: QuerySet[Judgement]) -> list[Word]:
    rows = judgements.order_by("pk").values_list(
        "pk", "left_id", "right_id", "sameness", "decided_by_id", "score"
    )
    return [
        Word(pk, left, right, sameness, person is not None, score)
        for pk, left, right, sameness, person, score in rows
    ]


def _gathered(subjects: Iterable[Subject], canonical: dict[int, int]) -> list[Cluster]:
    rows = {subject.pk: subject for subject in subjects}
    members: dict[int, list[int]] = {}
    for pk in sorted(rows):
        members.setdefault(canonical.get(pk, pk), []).append(pk)
    return [
        Cluster(tuple(pks), rows[first].key, SubjectType(rows[first].type))
        for first, pks in sorted(members.items())
    ]
