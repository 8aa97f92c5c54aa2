"""What a person fills in to say something of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from memoranda.register.domain.errors import QuoteNotFound, SeveralPlaces
from memoranda.register.domain.openings import Word
from memoranda.register.domain.quotes import evidence_of
from memoranda.register.interfaces.chooser import Chooser, DocumentField, SubjectField
from memoranda.register.interfaces.codes import languages
from memoranda.register.interfaces.value_fields import value_field
from memoranda.register.models import Document
from memoranda.register.rules.quoting import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memoranda.register.domain.assertions import Evidence
    from memoranda.register.models import Claim, Subject
    from memoranda.register.queries.sayings import Field

IN_LANGUAGES = {"title", "name", "alias", "what"}  # told in several languages
LIVE = {"date", "number"}  # read back in words while they are typed
LONGEST_QUOTE = 5000


class WordForm(forms.Form):
    """A value of one property, why, and where it says so.

    ``claim``: what is corrected, if anything is. ``offered``: documents to choose
    from before any is searched. ``targets``: whom a value can be said of, each with
    its title, where the property is of a signatory.
    """

    reason = forms.CharField(label=_("Why"), max_length=500, required=False)
    document = DocumentField(label=_("Document"), required=False)
    quote = forms.CharField(
        label=_("Its words"),
        max_length=LONGEST_QUOTE,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Copy them from the document, or type them as they stand."),
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        field: Field,
        data: Any = None,
        *,
        claim: Claim | None = None,
        offered: Sequence[Document] = (),
        targets: Sequence[tuple[Subject, str]] = (),
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.near = ""
        self.places: list[tuple[int, str, str, str]] = []
        self.evidence: Evidence | None = None
        schema = field.schema
        self.fields = {"value": _value(field, claim), **self.fields}
        if targets:
            self.fields["of"] = _of(targets, claim)
        if schema.name in IN_LANGUAGES:
            self.fields["language"] = _language(claim)
        self.fields["document"].widget = Chooser("document", offered=offered)

    def clean(self) -> dict[str, Any]:
        """Find the quote in its document."""
        told = super().clean() or {}
        quote, document = told.get("quote", "").strip(), told.get("document")
        if quote and document is None and "document" not in self.errors:
            self.add_error("document", _("Choose the document that says this."))
        if document is not None and not quote:
            self.add_error("quote", _("Give the words of the document."))
        if quote and document is not None:
            self._find(quote, document, start=told.get("start"))
        return told

    def _find(self, quote: str, document: Document, *, start: int | None) -> None:
        try:
            self.evidence = evidence_of(quote, document, start=start)
        except QuoteNotFound as error:
            self.near = error.near
            self.add_error("quote", ValidationError(str(error)))
        except SeveralPlaces as error:
            self.places = [
                (span[0], *around(*span, document.text)) for span in error.places
            ]
            self.add_error("quote", ValidationError(str(error)))

    def word(self) -> Word:
        """What was said, when the form is valid."""
        told = self.cleaned_data
        value, target = told["value"], None
        if isinstance(self.fields["value"], SubjectField):
            value, target = None, told["value"]
        elif isinstance(value, Document):
            value = value.content_hash
        if "of" in told:
            target = told["of"]
        return Word(
            value=value,
            target=target,
            evidence=self.evidence,
            language=told.get("language", ""),
            reason=told["reason"].strip(),
        )


def _value(field: Field, claim: Claim | None) -> forms.Field:
    schema = field.schema
    shown = value_field(schema.of, schema.name, current=claim.value if claim else None)
    if schema.holds in LIVE:
        shown.widget.attrs |= {
            "hx-get": reverse("in-words", args=[schema.of, schema.name]),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": "next .in-words",
            "hx-swap": "innerHTML",
            "hx-sync": "this:replace",
            "autocomplete": "off",
        }
    return shown


def _language(claim: Claim | None) -> forms.Field:
    named = languages(get_language() or "en")
    choices = [("", _("not said")), *named]
    held = claim.language if claim else ""
    return forms.ChoiceField(
        label=_("In which language"), choices=choices, required=False, initial=held
    )


def _of(targets: Sequence[tuple[Subject, str]], claim: Claim | None) -> forms.Field:
    subjects = {str(subject.pk): subject for subject, _title in targets}
    return forms.TypedChoiceField(
        label=_("Said of"),
        choices=[(subject.pk, title) for subject, title in targets],
        coerce=lambda pk: subjects[str(pk)],
        initial=claim.target_id if claim else None,
    )
