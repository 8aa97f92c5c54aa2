"""What an import would do, without doing it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memoranda.intake.domain.imports.mapping import Mapping
from memoranda.intake.domain.imports.offering import recorder_of
from memoranda.intake.domain.imports.record import CellFault, Record, Stated
from memoranda.intake.domain.imports.running import batches
from memoranda.intake.domain.imports.sayings import saying_in
from memoranda.intake.domain.imports.standing import dropped, held_claims, stands
from memoranda.intake.domain.matching.known import Known, matcher_of
from memoranda.intake.domain.matching.profile import Profile
from memoranda.intake.models import Import
from memoranda.register.domain.subjects import key_of
from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry, Subject
from memoranda.register.queries.chunks import AT_ONCE

MOST_ROWS = 50  # shown as they will be
MOST_FAULTS = 200
MOST_ACTORS = 200  # compared with known ones


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it will be: its fate, and its values by property."""

    number: int
    fate: str  # new, changed, unchanged, left_out
    values: dict[str, list[str]]
    faults: tuple[CellFault, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A name of the table that the register knows already."""

    name: str
    title: str
    key: str


@dataclass(slots=True)
class Preview:
    """``counts``: rows by fate, and the faults; ``actors``: names that are joined."""

    rows: list[ShownRow] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    actors: list[Joined] = field(default_factory=list)
    new_actors: int = 0


def preview_of(run: Import) -> Preview:
    """Read the whole file as the import would; writes nothing in the register.

    Raises an ImportFault.
    """
    recorder = recorder_of(run)
    preview = Preview()
    actors: dict[str, list[Stated]] = {}
    for records in batches(recorder.records()):
        for record, fate in zip(
            records, _fates(records, recorder.mapping), strict=True
        ):
            _take_in(preview, record, fate)
            for seed, told in record.actors.items():
                actors.setdefault(seed, told)
    _compare_actors(preview, actors)
    return preview


def faults_of(run: Import) -> Iterator[CellFault]:
    """Every fault of the file, row by row. Raises an ImportFault."""
    for record in recorder_of(run).records():
        yield from record.faults


def _take_in(preview: Preview, record: Record, fate: str) -> None:
    preview.counts[fate] += 1
    preview.counts["faults"] += len(record.faults)
    preview.counts["notes"] += len(record.notes)
    preview.faults += record.faults[: MOST_FAULTS - len(preview.faults)]
    if len(preview.rows) < MOST_ROWS:
        preview.rows.append(_shown(record, fate))


def _shown(record: Record, fate: str) -> ShownRow:
    values: dict[str, list[str]] = {}
    for stated in record.stated:
        said = stated.value
        if stated.target:
            said = record.text[stated.start : stated.end]
        values.setdefault(stated.property, []).append(str(said))
    notes = tuple(dict.fromkeys(reason for _, _, reason in record.notes))
    return ShownRow(record.row.number, fate, values, tuple(record.faults), notes)


def _fates(records: Sequence[Record], mapping: Mapping) -> Iterator[str]:
    subjects = _subjects(key_of(record.seed) for record in records)
    held = held_claims(subjects.values())
    for record in records:
        subject = subjects.get(key_of(record.seed))
        if record.faults:
            yield "left_out"
        elif subject is None:
            yield "new"
        else:
            standing = held.get(subject, {})
            said = {saying_in(one, mapping) for one in record.stated}
            fresh = any(not stands(words, standing) for words in said)
            yield "changed" if fresh or dropped(standing, said) else "unchanged"


def _subjects(keys: Iterable[str]) -> dict[str, int]:
    wanted = sorted(set(keys))
    found: dict[str, int] = {}
    for at in range(0, len(wanted), AT_ONCE):
        rows = Subject.objects.filter(key__in=wanted[at : at + AT_ONCE]).order_by()
        found |= dict(rows.values_list("key", "pk"))
    return found


def _compare_actors(preview: Preview, actors: dict[str, list[Stated]]) -> None:
    """Which of the names would be joined to actors that are known."""
    subjects = _subjects(map(key_of, actors))
    fresh = {
        seed: told for seed, told in actors.items() if key_of(seed) not in subjects
    }
    known = Known()
    for number, told in enumerate(list(fresh.values())[:MOST_ACTORS], 1):
        profile = Profile(-number, SubjectType.ACTOR)
        for stated in told:
            profile.values[stated.property].add(stated.value)
        joined = _joined(profile, known)
        if joined is not None:
            preview.actors.append(joined)
    preview.new_actors = len(fresh) - len(preview.actors)


def _joined(profile: Profile, known: Known) -> Joined | None:
    matcher = matcher_of(profile)
    scored = [
        (matcher.score(profile, old, known.profile).value, -old.subject, old)
        for old in known.alike(profile)
    ]
    score, _order, best = max(scored, default=(0.0, 0, None), key=lambda one: one[:2])
    if best is None or score < matcher.same:
        return None
    entry = Entry.objects.filter(pk=best.subject).first()
    name = profile.of("name")[0]
    return Joined(name, entry.title if entry else name, entry.key if entry else "")
