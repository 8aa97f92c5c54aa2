"""Which of an actor's names it goes by; the others stand beside it as aliases."""

from dataclasses import replace

from memoranda.register.enums import ActorKind
from memoranda.register.rules.facts import FactRow
from memoranda.register.rules.folding import fold

# A fuller name that only one text in four uses may be that text's own.
OFTEN_ENOUGH = 1 / 3
PLACES = {ActorKind.STATE, ActorKind.CITY}


def with_one_name(facts: list[FactRow]) -> list[FactRow]:
    """The facts of an actor with one name, and every other name as an alias."""
    names = [fact for fact in facts if fact.property == "name"]
    if not names:
        return facts
    kind = next((fact.value for fact in facts if fact.property == "kind"), "")
    chosen = _chosen(names, of_place=kind in PLACES)
    known = {str(chosen.value).casefold()}
    aliases: list[FactRow] = []
    for fact in [*names, *(fact for fact in facts if fact.property == "alias")]:
        folded = str(fact.value).casefold()
        if folded in known:
            continue
        known.add(folded)
        aliases.append(replace(fact, property="alias", preferred=True))
    others = [fact for fact in facts if fact.property not in {"name", "alias"}]
    ordered = [replace(fact, position=at) for at, fact in enumerate(aliases)]
    return [replace(chosen, position=0, preferred=True), *ordered, *others]


def _chosen(names: list[FactRow], *, of_place: bool) -> FactRow:
    """What a person last chose; else of those that a person accepted, if any, the
    fullest that is used often; a place's shortest.
    """
    chosen = max(names, key=lambda name: name.chosen)
    if chosen.chosen:
        return chosen
    confirmed = [name for name in names if not name.machine_read] or names
    most = max(name.sources for name in confirmed)
    share = 1.0 if of_place else OFTEN_ENOUGH
    often = [name for name in confirmed if name.sources >= most * share]
    sign = 1 if of_place else -1
    return min(
        often, key=lambda name: (sign * _words(name), -name.sources, name.claims)
    )


def _words(name: FactRow) -> int:
    """How many whole words it has; an initial is none."""
    return sum(len(word) > 1 for word in fold(str(name.value)).split())
