"""Choosing a record or a document by typing some of its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from memoranda.register.domain.openings import NewActor
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.models import Document, Subject
from memoranda.register.queries.choices import documents_meant, entries_meant
from memoranda.register.queries.documents import document_at
from memoranda.register.queries.entries import entry_at

DOCUMENT = "document"
NEW = "new"
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class Typed:
    """What came from a chooser: the words, the key chosen, the kind of a new one."""

    text: str = ""
    key: str = ""
    kind: str = ""


def choices_for(typed: Typed, *, of: str) -> dict[str, Any]:
    """What the list under a chooser shows: the records meant, or the one chosen."""
    chosen: Any = None
    if of == DOCUMENT:
        chosen = document_at(typed.key) if typed.key else None
        found: list[Any] = list(documents_meant(typed.text))
    else:
        chosen = entry_at(typed.key) if typed.key != NEW else None
        found = list(entries_meant(typed.text, of=SubjectType(of)))
    if chosen is not None and chosen not in found:
        found.insert(0, chosen)
    return {
        "found": found,
        "typed": typed,
        "of": of,
        "opens": of == SubjectType.ACTOR and bool(typed.text.strip()),
        "kinds": ActorKind.choices,
    }


class Chooser(forms.Widget):
    """A field to type in and, below it, what may be meant, one to be chosen."""

    template_name = "register/chooser.html"

    def __init__(self, of: str, *, offered: Sequence[Any] = ()) -> None:
        """``offered``: what can be chosen before anything is typed."""
        self.of = of
        self.offered = list(offered)
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:  # noqa: ARG002
        words, key, kind = (
            str(data.get(f"{name}{part}", ""))[:LONGEST_NAME].replace("\x00", "")
            for part in ("", "_key", "_kind")
        )
        return Typed(words, key, kind)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002
        return name not in data and f"{name}_key" not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        typed = value if isinstance(value, Typed) else Typed(key=str(value or ""))
        context = super().get_context(name, typed.text, attrs)
        shown = typed.text.strip() or typed.key
        choices: dict[str, Any] = {"found": self.offered, "typed": typed}
        if shown:
            choices = choices_for(typed, of=self.of)
        if not typed.text.strip():
            others = [one for one in self.offered if one not in choices["found"]]
            choices["found"] = [*choices["found"], *others]
        return context | {"choices": choices, "of": self.of, "name": name}


class SubjectField(forms.Field):
    """Cleans to the Subject chosen, or to a NewActor that somebody asked to open."""

    def __init__(self, of: SubjectType, **given: Any) -> None:
        self.of = of
        given.setdefault("widget", Chooser(of))
        super().__init__(**given)

    def clean(self, value: Typed) -> Subject | NewActor | None:
        text = " ".join(value.text.split())
        if value.key == NEW and self.of == SubjectType.ACTOR and text:
            return _new_actor(text, value.kind)
        if value.key and value.key != NEW:
            return self._chosen(value.key)
        if text:
            raise ValidationError(self._ask())
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None

    def _chosen(self, key: str) -> Subject:
        entry = entry_at(key)
        if entry is None or entry.type != self.of:
            raise ValidationError(_("That record is not there any more."))
        return entry.subject

    def _ask(self) -> Any:
        if self.of == SubjectType.ACTOR:
            return _("Choose which one you mean, or say that it is a new one.")
        return _("Choose which one you mean.")


def _new_actor(name: str, kind: str) -> NewActor:
    if kind not in ActorKind.values:
        raise ValidationError(_("Say what the new one is."))
    return NewActor(name, kind)


class DocumentField(forms.Field):
    """Cleans to the Document chosen, or None."""

    def __init__(self, **given: Any) -> None:
        given.setdefault("widget", Chooser(DOCUMENT))
        super().__init__(**given)

    def clean(self, value: Typed) -> Document | None:
        if value.key:
            found = document_at(value.key)
            if found is None:
                raise ValidationError(_("That document is not there any more."))
            return found
        if value.text.strip():
            raise ValidationError(_("Choose which document you mean."))
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None
