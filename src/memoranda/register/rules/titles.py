"""What an entry is called, in every language of the site."""

from collections.abc import Callable, Iterable, Sequence

from django.utils import translation

from memoranda.register.enums import EventKind, InstrumentKind, SubjectType
from memoranda.register.rules.facts import FactRow

Labels = dict[int, str]  # of the subjects that facts lead to
LONGEST = 1000
NAMED_BY = {
    SubjectType.ACTOR: "name",
    SubjectType.INSTRUMENT: "title",
    SubjectType.EVENT: "name",
    SubjectType.COMMITMENT: "what",
}
MOST_PARTIES = 4
BARE_HEADING = 4  # words


def titles_of(
    type_: SubjectType,
    facts: list[FactRow],
    labels: Labels,
    *,
    languages: Sequence[str],
) -> dict[str, str]:
    """Titles by language, ``""`` standing for a language nobody named.

    A thing that no source names is described by what is known of it, in each of
    ``languages``: "Memorandum: A – B". So is an instrument whose text is headed by its
    kind alone, unless a person chose that title.
    """
    naming = [
        fact
        for fact in facts
        if fact.property == NAMED_BY.get(type_) and fact.preferred
    ]
    named = {fact.language: str(fact.value)[:LONGEST] for fact in naming}
    is_chosen = type_ != SubjectType.INSTRUMENT or any(fact.chosen for fact in naming)
    if named and (is_chosen or not _says_only_the_kind(named)):
        return named
    titles = {}
    for language in languages:
        with translation.override(language):
            titles[language] = DESCRIBED[type_](facts, labels)[:LONGEST]
    return titles


def _says_only_the_kind(named: dict[str, str]) -> bool:
    """Whether a heading like "LETTER OF INTENT" would tell no paper from another."""
    return all(len(title.split()) <= BARE_HEADING for title in named.values())


def best_title(titles: dict[str, str], *, language: str) -> str:
    """The title in ``language``, else in none said, else the first there is."""
    for wanted in (language, ""):
        if wanted in titles:
            return titles[wanted]
    return titles[min(titles)] if titles else ""


def _one(facts: Iterable[FactRow], name: str) -> str:
    for fact in facts:
        if fact.property == name and fact.preferred:
            return str(fact.value)
    return ""


def _kind(kind: str, kinds: type[InstrumentKind] | type[EventKind]) -> str:
    if kind in kinds.values:
        return str(kinds(kind).label)
    return kind.replace("_", " ").replace("-", " ").capitalize()


def _of_instrument(facts: list[FactRow], labels: Labels) -> str:
    parties = [
        labels[fact.target]
        for fact in facts
        if fact.property == "party" and fact.target in labels
    ]
    kind = _kind(_one(facts, "kind"), InstrumentKind)
    if not parties:
        return ", ".join(filter(None, [kind, _one(facts, "signed")]))
    more = " …" if len(parties) > MOST_PARTIES else ""
    return f"{kind}: {' – '.join(parties[:MOST_PARTIES])}{more}"


def _of_event(facts: list[FactRow], labels: Labels) -> str:  # noqa: ARG001
    kind = _kind(_one(facts, "kind"), EventKind)
    known = [kind, _one(facts, "place"), _one(facts, "start")]
    return ", ".join(filter(None, known))


def _of_figure(facts: list[FactRow], labels: Labels) -> str:  # noqa: ARG001
    amount = f"{_one(facts, 'value')} {_one(facts, 'unit')}".strip()
    period = _one(facts, "period")
    said = f"{_one(facts, 'indicator')}: {amount}".removeprefix(": ")
    return f"{said} ({period})" if period else said


def _by_nothing(facts: list[FactRow], labels: Labels) -> str:  # noqa: ARG001
    return ""


DESCRIBED: dict[SubjectType, Callable[[list[FactRow], Labels], str]] = {
    SubjectType.INSTRUMENT: _of_instrument,
    SubjectType.EVENT: _of_event,
    SubjectType.FIGURE: _of_figure,
    SubjectType.ACTOR: _by_nothing,
    SubjectType.COMMITMENT: _by_nothing,
}
