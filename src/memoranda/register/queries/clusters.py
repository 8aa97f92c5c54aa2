"""Which subjects are one, read from the judgements."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.listed import listed
from memoranda.register.rules.clusters import Word, holding, joined
from memoranda.register.rules.sheets import Cluster


def all_clusters(judgements: QuerySet[Judgement] | None = None) -> list[Cluster]:
    """Every cluster of the register, by canonical subject.

    ``judgements``: those that count, None for all.
    """
    canonical = joined(_words(_counting(judgements)))
    return _gathered(Subject.objects.all(), canonical)


def clusters_of(
    subjects: Iterable[int], *, judgements: QuerySet[Judgement] | None = None
) -> list[Cluster]:
    """The clusters that hold any of ``subjects``, and those they fell apart into.

    Reads what is connected to them by ``judgements`` (None: by all) and no more.
    """
    words, reached = _connected(set(subjects), _counting(judgements))
    canonical = joined(words)
    return _gathered(Subject.objects.filter(pk__in=listed(reached)), canonical)


def cluster_if(left: int, right: int, sameness: Sameness) -> list[Cluster]:
    """The clusters around two subjects if a person judged them so now."""
    words, reached = _connected({left, right}, Judgement.objects.all())
    newest = max((word.number for word in words), default=0) + 1
    low, high = min(left, right), max(left, right)
    said = Word(newest, low, high, sameness, by_person=True)
    canonical = joined([*words, said])
    return _gathered(Subject.objects.filter(pk__in=listed(reached)), canonical)


def kept_apart(subjects: Iterable[int]) -> set[tuple[int, int]]:
    """The pairs of ``subjects``, each canonical, whose clusters a person holds to be
    two: some word that they are not the same holds between them.
    """
    wanted = set(subjects)
    home = {pk: c.canonical for c in clusters_of(wanted) for pk in c.members}
    words = _words(
        Judgement.objects.filter(left__in=listed(home), right__in=listed(home))
    )
    return {
        (min(ends), max(ends))
        for (left, right), word in holding(words).items()
        if word.by_person and word.sameness == Sameness.NOT_SAME
        if (ends := (home[left], home[right]))[0] != ends[1]
    }


def words_around(subjects: Iterable[int]) -> list[Word]:
    """Every judgement within the clusters that hold any of ``subjects``."""
    return _connected(set(subjects), Judgement.objects.all())[0]


def canonical_of(subjects: Iterable[int]) -> dict[int, int]:
    """For each of ``subjects`` the canonical one of its cluster."""
    wanted = set(subjects)
    return {
        member: cluster.canonical
        for cluster in clusters_of(wanted)
        for member in cluster.members
        if member in wanted
    }


def _counting(judgements: QuerySet[Judgement] | None) -> QuerySet[Judgement]:
    return Judgement.objects.all() if judgements is None else judgements


def _connected(
    wanted: set[int], judgements: QuerySet[Judgement]
) -> tuple[list[Word], set[int]]:
    """All judgements within what holding edges connect to ``wanted``."""
    reached, fresh = set(wanted), set(wanted)
    words: dict[int, Word] = {}
    while fresh:
        found: list[Word] = []
        for chunk in in_chunks(fresh):
            touching = Q(left__in=chunk) | Q(right__in=chunk)
            found.extend(_words(judgements.filter(touching)))
        words |= {word.number: word for word in found}
        held = holding(found).values()
        same = [word for word in held if word.sameness == Sameness.SAME]
        fresh = {pk for word in same for pk in (word.left, word.right)} - reached
        reached |= fresh
    within = [w for w in words.values() if {w.left, w.right} <= reached]
    return within, reached


def _words(judgements: QuerySet[Judgement]) -> list[Word]:
    rows = judgements.order_by("pk").values_list(
        "pk",
        "left_id",
        "right_id",
        "sameness",
        "decided_by_id",
        "score",
        "withdraws_id",
    )
    return [
        Word(pk, left, right, sameness, person is not None, score, withdraws)
        for pk, left, right, sameness, person, score, withdraws in rows
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
