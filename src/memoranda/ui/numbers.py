"""Numbers as the reader's language writes them."""

from decimal import Decimal, InvalidOperation

from babel.numbers import format_compact_decimal, format_decimal
from django.utils.translation import get_language


def said(number: object) -> str:
    """``number`` with grouped digits, or "2.6 billion" where that loses nothing."""
    try:
        exact = Decimal(str(number))
    except InvalidOperation:
        return str(number)
    if not exact.is_finite():
        return str(number)
    locale = (get_language() or "en").replace("-", "_")
    for power in (12, 9, 6):
        shortened = exact.scaleb(-power)
        if abs(shortened) >= 1 and shortened == round(shortened, 2):
            return str(
                format_compact_decimal(
                    exact, format_type="long", locale=locale, fraction_digits=2
                )
            )
    return str(format_decimal(exact, locale=locale, decimal_quantization=False))
