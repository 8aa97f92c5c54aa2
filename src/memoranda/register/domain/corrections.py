"""What a person does to the values of a record: say, keep, prefer, reject, withdraw.

Each is one act that can be taken back as a whole. An editor's own word holds at once;
a contributor's waits for an editor. Only a place that still is as the person saw it
is written to, so that of two people at one field the second is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.acts import judge_in, open_act
from memoranda.register.domain.assertions import Assertion, Evidence
from memoranda.register.domain.claims import assert_claims, judge_claims
from memoranda.register.domain.errors import ChangedMeanwhile, UnknownProperty
from memoranda.register.domain.openings import Word, assertions_of
from memoranda.register.domain.projections import project_near
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Act, Claim, Subject
from memoranda.register.queries.sayings import (
    Field,
    Saying,
    claims_opening,
    field_of,
)
from memoranda.register.queries.standpoints import Standpoint
from memoranda.register.rules.properties import PROPERTIES
from memoranda.store.writing import writing

ACCEPTED, PROPOSED = ClaimStatus.ACCEPTED, ClaimStatus.PROPOSED
REJECTED, SUPERSEDED = ClaimStatus.REJECTED, ClaimStatus.SUPERSEDED


@dataclass(frozen=True, slots=True)
class Place:
    """A property of a record as the person saw it; ``seen`` is of its Field."""

    subject: Subject
    property: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``claim``: the one that was said, if any. ``act`` is None where nothing was left
    to do, and where the claim waits for an editor.
    """

    claim: Claim | None = None
    act: Act | None = None
    waits: bool = False


def say(
    place: Place, word: Word, *, by: Account, instead_of: Iterable[Claim] = ()
) -> Outcome:
    """Say ``word`` in the person's own name, and so prefer it.

    What it is said ``instead_of`` is superseded, if the person may judge; other values
    stay beside it. Said twice it is said once. Raises NotAllowed, ChangedMeanwhile,
    and a RegisterError when the value does not fit the property.
    """
    require(by, Capability.CONTRIBUTE)
    old = list(instead_of)
    about = old[0].subject if old else place.subject
    with writing():
        field = _field(place, by=by)
        assertions = assertions_of(about, place.property, word, by=by)
        already = _said_last(field, assertions[-1], by=by)
        if already is not None:
            return Outcome(already, waits=not by.may(Capability.JUDGE))
        _raise_if_changed(field, place)
        claims = [claim for claim, _new in assert_claims(assertions, by=by)]
        act = _settle(field, claims, by=by, reason=word.reason, instead_of=old)
        project_near({claim.subject_id for claim in [*claims, *old]})
    waits = act is None and field.status_of(claims[-1]) != ACCEPTED
    return Outcome(claims[-1], act, waits=waits)


def confirm(
    place: Place,
    claims: Iterable[Claim],
    *,
    by: Account,
    reason: str = "",
    instead_of: Iterable[Claim] = (),
) -> Outcome:
    """Accept the claims that say one value; ``instead_of`` others, now superseded.

    A new actor that somebody proposed together with it is accepted too. Raises NotAllowed or ChangedMeanwhile.
    """
    return _judge(place, claims, ACCEPTED, by=by, reason=reason, instead_of=instead_of)


def reject(
    place: Place, claims: Iterable[Claim], *, by: Account, reason: str = ""
) -> Outcome:
    """Reject the claims that say one value; a contributor only what they said
    themselves and nobody else decided. Raises NotAllowed or ChangedMeanwhile.
    """
    return _judge(place, claims, REJECTED, by=by, reason=reason)


def prefer(place: Place, claim: Claim, *, by: Account, reason: str = "") -> Outcome:
    """Put the value of ``claim`` before the others, which stay beside it.

    What a person said is accepted anew; what was read is said by ``by`` on the same
    quote, since accepting it says only that its source says so.
    """
    require(by, Capability.JUDGE)
    word = Word(claim.value, claim.target, _ground(claim), claim.language, reason)
    if claim.asserted_by_id in {None, by.pk}:
        return say(replace(place, subject=claim.subject), word, by=by)
    return _judge(place, [claim], ACCEPTED, by=by, reason=reason, again=True)


def _field(place: Place, *, by: Account) -> Field:
    if (place.subject.type, place.property) not in PROPERTIES:
        what = f"{place.subject.type} has no property {place.property!r}"
        raise UnknownProperty(what)
    return field_of(place.subject, place.property, standpoint=Standpoint(by.office_id))


def _settle(
    field: Field,
    claims: Sequence[Claim],
    *,
    by: Account,
    reason: str,
    instead_of: Iterable[Claim],
) -> Act | None:
    """Accept what an editor said, the word itself last; a contributor's waits."""
    if not by.may(Capability.JUDGE):
        past = {REJECTED, SUPERSEDED}
        again = [one for one in claims if field.status_of(one) in past]
        judge_claims(again, PROPOSED, by=by, reason=reason)
        return None
    act = open_act(SUPERSEDED, by=by)
    own = {claim.pk for claim in claims}
    old = [one for one in field.holding(instead_of) if one.pk not in own]
    judge_in(act, old, SUPERSEDED, reason=reason)
    judge_in(act, claims, ACCEPTED, reason=reason)
    return act


def _judge(
    place: Place,
    claims: Iterable[Claim],
    status: ClaimStatus,
    *,
    by: Account,
    reason: str = "",
    instead_of: Iterable[Claim] = (),
    again: bool = False,
) -> Outcome:
    """``again``: also where the claims have that status already, unless it was given
    last of all.
    """
    with writing():
        field = _field(place, by=by)
        wanted = field.sayings_of(claims)
        if not wanted:
            _raise_if_changed(field, place)
        if all(_is_done(field, one, status, again=again) for one in wanted):
            return Outcome()
        _raise_if_changed(field, place)
        judged = [
            one.claim
            for one in wanted
            if again or not _is_done(field, one, status, again=False)
        ]
        act = open_act(status, by=by)
        judge_in(act, field.holding(instead_of), SUPERSEDED, reason=reason)
        opening = list(claims_opening(judged)) if status == ACCEPTED else []
        judge_in(act, [*opening, *judged], status, reason=reason)
        touched = [*opening, *judged, *instead_of]
        project_near({claim.subject_id for claim in touched})
    return Outcome(None, act)


def _is_done(field: Field, one: Saying, status: str, *, again: bool) -> bool:
    if again:
        return one.verdicts[-1:] == field.last_verdict
    return one.status == status and (status != ACCEPTED or one.standing.confirmed)


def _said_last(field: Field, own: Assertion, *, by: Account) -> Claim | None:
    """The claim that ``own`` would make, if it is the last thing that happened."""
    print_ = own.fingerprint(by)
    saying = next((s for s in field.sayings if s.claim.fingerprint == print_), None)
    if saying is None:
        return None
    if not by.may(Capability.JUDGE):
        return saying.claim if saying.status == PROPOSED else None
    is_last = saying.status == ACCEPTED and saying.verdicts[-1:] == field.last_verdict
    return saying.claim if is_last else None


def _raise_if_changed(field: Field, place: Place) -> None:
    if place.seen in {"", field.seen}:
        return
    told = {"field": str(field.schema.label), "who": field.last_person}
    if told["who"]:
        message = _(
            "%(who)s changed “%(field)s” meanwhile. Nothing of yours was saved."
        )
    else:
        message = _("“%(field)s” was changed meanwhile. Nothing of yours was saved.")
    raise ChangedMeanwhile(message % told)


def _ground(claim: Claim) -> Evidence | None:
    document = claim.document
    if document is None or claim.start is None or claim.end is None:
        return None
    return Evidence(document, claim.start, claim.end, claim.quote)
