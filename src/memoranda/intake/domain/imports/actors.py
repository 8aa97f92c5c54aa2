"""The actors a table names: each once, by the list that tells its key or by its name."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from memoranda.intake.domain.cast import place_named
from memoranda.intake.domain.imports.dates import Unclear
from memoranda.reading.names import country_of, fold
from memoranda.register.domain.subjects import key_of
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.models import Subject

Said = list[tuple[str, Any]]  # property, value


class ActorNames:
    """Seeds of actors, and what is to be said of each where it is first named.

    ``mapping``: the name of the mapping that names them.
    """

    def __init__(self, mapping: str) -> None:
        self._mapping = mapping
        self._named: set[tuple[str, str]] = set()
        self._introduced: set[str] = set()
        self._listed: dict[str, set[str]] = {}
        self._places: dict[str, tuple[ActorKind, str, str] | None] = {}

    def seed_of(self, name: str, options: Mapping[str, Any]) -> str:
        """The seed of the actor so named. With option ``list`` (the name of a mapping
        of actors), ``name`` is a key of that list. Raises Unclear for one not there.
        """
        if list_name := options.get("list"):
            seed = f"import {list_name} {name}"
            if key_of(seed) not in self._keys_of(list_name):
                raise Unclear(_("“%s” is not in the list of actors") % name[:60])
            return seed
        kind, called, _country = self._placed(name, options)
        return f"import {self._mapping} actor {kind} {called}"

    def introduced(self, seed: str, name: str, options: Mapping[str, Any]) -> Said:
        """What is said of an actor the first time a run names it so."""
        if options.get("list") or (seed, name) in self._named:
            return []
        first = seed not in self._introduced
        self._named.add((seed, name))
        self._introduced.add(seed)
        said: Said = [("name", name)]
        if first:
            kind, _called, country = self._placed(name, options)
            said.append(("kind", str(kind)))
            said += [("country", country)] if country else []
        return said

    def forget(self, seed: str, said: Said) -> None:
        """Let ``said`` be said again: the row that said it is left out."""
        for property_, value in said:
            if property_ == "name":
                self._named.discard((seed, value))
            elif property_ == "kind":
                self._introduced.discard(seed)

    def _placed(self, name: str, options: Mapping[str, Any]) -> tuple[str, str, str]:
        if name not in self._places:
            self._places[name] = place_named(name)
        place = self._places[name]
        if place is not None:
            return str(place[0]), place[1], place[2]
        kind = str(options.get("kind", ActorKind.ORGANISATION))
        country = country_of(name) if kind == ActorKind.ORGANISATION else None
        return kind, fold(name) or name, country or ""

    def _keys_of(self, list_name: str) -> set[str]:
        """The addresses of all actors; asked once a run."""
        if list_name not in self._listed:
            actors = Subject.objects.filter(type=SubjectType.ACTOR).order_by()
            self._listed[list_name] = set(actors.values_list("key", flat=True))
        return self._listed[list_name]
