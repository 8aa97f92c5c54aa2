"""A form field for each property; what it cleans to is what an Assertion holds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import SubjectType
from memoranda.register.interfaces import words
from memoranda.register.interfaces.chooser import DocumentField, SubjectField
from memoranda.register.interfaces.codes import codes_of
from memoranda.register.interfaces.date_field import DateField
from memoranda.register.interfaces.duration_field import DurationField, RenewalField
from memoranda.register.interfaces.number_field import NumberField
from memoranda.register.rules.properties import PROPERTIES, Property

LONGEST = 2000
LONG_TEXTS = {"what", "disputes", "financing", "indicator"}
LEADS_TO = {"under": SubjectType.INSTRUMENT}  # the others lead to actors


def value_field(
    type_: SubjectType | str, property_: str, *, current: Any = None, **given: Any
) -> forms.Field:
    """The field of a property, with its label; ``given`` goes to the field.

    ``current``: the value that stands now; a code that no list knows can be kept.
    A property that leads to a subject cleans to a Subject or a NewActor. Raises
    KeyError when the type has no such property.
    """
    known = PROPERTIES[SubjectType(type_), property_]
    given = {"label": known.label, "initial": current} | given
    if known.holds == "subject":
        return SubjectField(leads_to(property_), **given)
    if known.holds == "code":
        return _code(known, current=current, given=given)
    if known.holds == "text":
        return _text(known, given)
    return OF[known.holds](**given)


OF: dict[str, type[forms.Field]] = {
    "date": DateField,
    "duration": DurationField,
    "number": NumberField,
    "document": DocumentField,
}


def leads_to(property_: str) -> SubjectType:
    """The type of the subjects that a property leads to."""
    return LEADS_TO.get(property_, SubjectType.ACTOR)


def _text(known: Property, given: dict[str, Any]) -> forms.Field:
    long = known.name in LONG_TEXTS
    given.setdefault("widget", forms.Textarea({"rows": 3}) if long else forms.TextInput)
    return forms.CharField(max_length=LONGEST, **given)


def _code(known: Property, *, current: Any, given: dict[str, Any]) -> forms.Field:
    if known.name == "renewal_automatic":
        return _answer(current, given)
    if known.name == "renewal_period":
        return RenewalField(**given)
    choices = codes_of(known.of, known.name)
    if not choices:
        return forms.CharField(max_length=100, **given)
    if current and str(current) not in dict(choices):
        choices.append((str(current), words.plain(str(current))))
    return forms.ChoiceField(choices=[("", _("choose")), *choices], **given)


def _answer(current: Any, given: dict[str, Any]) -> forms.Field:
    said = "" if current is None else str(words.is_yes(current)).lower()
    choices = [
        ("", _("choose")),
        ("true", words.boolean(True)),
        ("false", words.boolean(False)),
    ]
    return forms.TypedChoiceField(
        choices=choices,
        coerce=lambda code: code == "true",
        empty_value=None,
        **given | {"initial": said},
    )
