"""Ten thousand merges, judgements and undos over a register of twelve hundred things."""

import random

import pytest

from memoranda.people.models import Account
from memoranda.register.domain.judgements import (
    Pairing,
    judge_pairs,
    withdraw_judgements,
)
from memoranda.register.domain.projections import (
    project_near,
    project_stale,
    rebuild,
)
from memoranda.register.domain.settling import settle, take_out, unsettle
from memoranda.register.domain.subjects import key_of
from memoranda.register.enums import ClaimStatus, Sameness, SubjectType
from memoranda.register.models import (
    Claim,
    Entry,
    Fact,
    Judgement,
    Stale,
    Subject,
    Verdict,
)
from memoranda.register.queries.clusters import canonical_of
from memoranda.register.queries.digests import projection_digest
from memoranda.register.queries.judgements import holding_of
from memoranda.register.rules.clusters import Word, joined
from tests.factories import person

ANSWERS = [Sameness.SAME, Sameness.NOT_SAME, Sameness.UNSURE]
ACTORS, INSTRUMENTS = 800, 400
ACTS = 10_000
AT_ONCE = 500  # judgements by one person before words are taken back
GROUP = 8  # how many things are near enough to be confused with each other


def written(rows, by: Account) -> None:
    """Claims in bulk, accepted; a row: subject, property, value or target."""
    claims = [
        Claim(
            subject=subject,
            property=name,
            value=None if isinstance(said, Subject) else said,
            target=said if isinstance(said, Subject) else None,
            asserted_by=by,
            fingerprint=f"{number:064x}",
        )
        for number, (subject, name, said) in enumerate(rows)
    ]
    Claim.objects.bulk_create(claims, batch_size=500)
    accepted = ClaimStatus.ACCEPTED
    verdicts = [
        Verdict(claim=claim, status=accepted, decided_by=by) for claim in claims
    ]
    Verdict.objects.bulk_create(verdicts, batch_size=500)


def register(actors: int, instruments: int, by: Account) -> list[list[Subject]]:
    """Actors, and instruments of two of them each; shown."""
    chance = random.Random(1)
    both = [
        Subject.objects.bulk_create(
            [Subject(key=key_of(f"{type_} {n}"), type=type_) for n in range(number)]
        )
        for type_, number in (
            (SubjectType.ACTOR, actors),
            (SubjectType.INSTRUMENT, instruments),
        )
    ]
    rows = []
    for number, actor in enumerate(both[0]):
        rows += [(actor, "kind", "organisation"), (actor, "name", f"Body {number}")]
    for instrument in both[1]:
        first = chance.randrange(actors - GROUP + 1)
        parties = both[0][first], both[0][first + chance.randrange(1, GROUP)]
        rows.append((instrument, "kind", "memorandum"))
        rows += [(instrument, "party", party) for party in parties]
    written(rows, by)
    rebuild()
    return both


def near(subjects: list[Subject], chance: random.Random) -> tuple[Subject, Subject]:
    """Two things of one small group, which may be one."""
    at = chance.randrange(0, len(subjects), GROUP)
    left, right = chance.sample(subjects[at : at + GROUP], 2)
    return left, right


def pairings(both, chance: random.Random, *, number: int, rule: str = ""):
    """Judgements on different pairs."""
    pairs = {near(chance.choice(both), chance) for _ in range(number)}
    told = {frozenset(pair): pair for pair in sorted(pairs, key=lambda p: p[0].pk)}
    return [
        Pairing(
            *pair,
            chance.choice(ANSWERS),
            rule=rule,
            score=chance.choice([0.8, 0.9]) if rule else None,
        )
        for pair in told.values()
    ]


def act_at_random(both, people, *, acts: int, seed: int) -> None:
    """People judge and take words back, of themselves and each other, and judge again."""
    chance, done = random.Random(seed), 0
    while done < acts:
        said = judge_pairs(
            pairings(both, chance, number=AT_ONCE), by=chance.choice(people)
        )
        spoken = Judgement.objects.filter(decided_by__isnull=False, withdraws=None)
        standing = list(spoken.filter(withdrawals=None).order_by("pk"))
        gone = chance.sample(standing, min(len(said) // 3, len(standing)))
        withdraw_judgements(gone, by=chance.choice(people))
        done += len(said) + len(gone)


def people_words() -> list[Judgement]:
    """What people said and nobody took back."""
    spoken = Judgement.objects.filter(decided_by__isnull=False, withdraws=None)
    return list(spoken.filter(withdrawals=None).order_by("pk"))


def shown() -> str:
    """The digest of what pages read, brought up to date by what was touched."""
    project_stale()
    return projection_digest()


@pytest.mark.slow
@pytest.mark.django_db
def test_ten_thousand_acts_give_one_register_and_undoing_them_gives_the_first():
    people = [person() for _ in range(3)]
    both = register(ACTORS, INSTRUMENTS, people[0])
    judge_pairs(pairings(both, random.Random(2), number=800, rule="names"))
    start = shown()

    act_at_random(both, people, acts=ACTS // 2, seed=3)
    shown()
    act_at_random(both, people, acts=ACTS // 2, seed=4)
    after = shown()
    assert after == rebuild()
    assert after != start
    last_words = holding_of(people_words())

    withdraw_judgements(people_words(), by=people[1])
    assert shown() == start

    random.Random(5).shuffle(last_words)
    judge_pairs(
        [Pairing(w.left, w.right, Sameness(w.sameness)) for w in last_words],
        by=people[2],
    )
    assert shown() == after
    assert Judgement.objects.count() > ACTS


@pytest.mark.django_db
def test_what_only_names_them_is_left_to_the_next_projection():
    mira = person()
    both = register(8, 40, mira)
    left, right = both[0][0], both[0][1]
    start = projection_digest()
    judged = settle(left, right, Sameness.SAME, by=mira)
    whole = shown()
    unsettle(judged, by=mira)
    assert shown() == start

    judge_pairs([Pairing(left, right, Sameness.SAME)], by=mira)
    naming = project_near([left.pk, right.pk], most=0)

    assert naming > 0
    assert Stale.objects.count() == naming
    assert not Entry.objects.filter(pk=right.pk).exists()
    led = Claim.objects.filter(target__in=[left, right]).values("subject").distinct()
    assert Fact.objects.filter(target=left.pk).count() >= led.count()
    assert shown() == whole == rebuild()


@pytest.mark.django_db
def test_taking_out_and_undoing_it_restores():
    mira = person()
    both = register(16, 8, mira)
    hub, *others = both[0][:5]
    judge_pairs(
        [Pairing(hub, o, Sameness.SAME, rule="names", score=0.9) for o in others]
    )
    before = shown()

    rows = take_out(hub, by=mira)

    home = canonical_of([hub.pk, *(other.pk for other in others)])
    assert home == {hub.pk: hub.pk} | dict.fromkeys(
        [other.pk for other in others], others[0].pk
    )
    assert projection_digest() == rebuild()
    unsettle(rows[0], by=mira)
    assert projection_digest() == before


@pytest.mark.slow
def test_ten_thousand_words_give_the_same_clusters_in_any_order():
    chance = random.Random(6)
    words: list[Word] = []
    for number in range(10_000):
        left = chance.randrange(20_000)
        pair = left, left + chance.randrange(1, GROUP)
        person_spoke = chance.random() < 0.7
        words.append(
            Word(number, *pair, chance.choice(ANSWERS), person_spoke, score=None)
        )
    gone = chance.sample([word for word in words if word.by_person], 2000)
    words += [
        Word(
            10_000 + n, *w.pair, Sameness.WITHDRAWN, by_person=True, withdraws=w.number
        )
        for n, w in enumerate(gone)
    ]
    home = joined(words)

    chance.shuffle(words)

    assert joined(words) == home
