"""Dates, durations, numbers and languages in words."""

from babel import Locale, UnknownLocaleError
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from memoranda.ui import durations, edtf, numbers

register = template.Library()
register.filter("duration", durations.said)
register.filter("number", numbers.said)


@register.filter
def edtf_date(value: str) -> str | SafeString:
    """An EDTF date in words, inside ``<time>`` where HTML can hold it."""
    worded = edtf.said(value)
    machine = edtf.machine_date(value)
    if not machine:
        return worded
    return format_html('<time datetime="{}">{}</time>', machine, worded)


@register.filter
def language_name(code: str) -> str:
    """The name of an ISO 639 language in the reader's language, else the code."""
    try:
        name = Locale.parse(code.replace("-", "_")).get_language_name(_reader())
    except (UnknownLocaleError, ValueError):
        return code
    return name or code


@register.simple_tag
def multilingual(texts: dict[str, str], fallback: str) -> SafeString:
    """The text in the reader's language; one in another says so and is marked."""
    language = get_language() or "en"
    if not texts or texts.get(language) or language[:2] in texts:
        return format_html(
            "{}", texts.get(language) or texts.get(language[:2]) or fallback
        )
    shown = next((code for code, text in texts.items() if text == fallback), "")
    if not shown:
        return format_html("{}", fallback)
    return format_html(
        '<span lang="{}">{}</span> <abbr class="tongue" title="{}">{}</abbr>',
        shown,
        fallback,
        language_name(shown),
        shown,
    )


def _reader() -> str:
    return (get_language() or "en").replace("-", "_")
