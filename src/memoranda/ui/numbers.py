"""Numbers as the reader's language writes them."""

from decimal import Decimal, InvalidOperation, localcontext

from babel.numbers import format_compact_decimal, format_decimal
from django.utils.translation import get_language

PLACES = 4  # room for the decimals that are compared, and a carry


def said(number: object) -> str:
    """``number`` with grouped digits, or "2.6 billion" where that loses nothing."""
    try:
        exact = Decimal(str(number))
    except InvalidOperation:
        return str(number)
    if not exact.is_finite():
        return str(number)
    locale = (get_language() or "en").replace("-", "_")
    digits = len(exact.as_tuple().digits) + abs(exact.adjusted())
    with localcontext(prec=digits + PLACES):  # fewer would be rounded, or refused
        return _said(exact, locale)


def _said(exact: Decimal, locale: str) -> str:
    # Babel takes the largest word that fits, and cuts what has more decimals.
    power = next((each for each in (12, 9, 6) if exact.adjusted() >= each), 0)
    shortened = exact.scaleb(-power)
    if power and shortened == round(shortened, 2):
        return str(
            format_compact_decimal(
                exact, format_type="long", locale=locale, fraction_digits=2
            )
        )
    return str(format_decimal(exact, locale=locale, decimal_quantization=False))
