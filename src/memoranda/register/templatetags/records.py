"""Entries, documents and codes in templates."""

import re

from django import template
from django.utils.safestring import SafeString

from memoranda.register.enums import SubjectType
from memoranda.register.interfaces import addresses, words
from memoranda.register.models import Entry
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui import edtf, numbers
from memoranda.ui.templatetags.wording import multilingual

NUMBER = re.compile(r"(?<![\w.-])\d{5,}(?:\.\d+)?(?![\w-])")
ENDING = re.compile(r"([,(] ?)(\d{4}-\d\d(?:-\d\d)?(?:/[\d-]+)?)(\)?)$")
register = template.Library()
register.filter("address", addresses.address_of)
register.filter("place", addresses.place_of)
register.filter("kind", words.kind)
register.filter("status", words.status)
register.filter("country", words.country)
register.filter("field_name", words.field)
register.filter("certainty", words.certainty)


@register.filter
def genre(code: str) -> str:
    """The genre of a document in words."""
    return words.label(code, words.GENRES)


@register.filter
def get(mapping: dict[object, object], key: object) -> object:
    """A value of a mapping by a key that is a variable; None if it is not there."""
    return mapping.get(key) if mapping else None


@register.simple_tag
def title(entry: Entry, longest: int = 1000) -> SafeString:
    """The title of an entry in the reader's language, with its dates in words."""
    told = {
        code: _cut(_told(entry, text), longest)
        for code, text in entry.titles.items()
        if code
    }
    return multilingual(told, _cut(_told(entry, entry.title), longest))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


@register.simple_tag
def property_label(entry: Entry, name: str) -> str:
    """What a property of an entry is called, in lower case; an actor's is its kind."""
    if entry.type == SubjectType.ACTOR and entry.kind:
        return words.kind(entry.kind).lower()
    known = PROPERTIES.get((SubjectType(entry.type), name))
    return str(known.label).lower() if known else words.plain(name)


def _told(entry: Entry, text: str) -> str:
    """A title that was described from facts, with its date and number in words."""
    if entry.type == SubjectType.FIGURE:
        text = NUMBER.sub(lambda match: numbers.said(match[0]), text)
    if entry.type in (SubjectType.COMMITMENT, SubjectType.FIGURE):
        text = text[:1].upper() + text[1:]
    return ENDING.sub(lambda match: match[1] + edtf.said(match[2]) + match[3], text)
