"""A date as people write it, kept as EDTF and never padded."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from memoranda.register.rules.edtf import is_edtf

DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
HELP = _(
    "2020, 2020-09, 2020-09-14 or 14.09.2020; from 2021 to 2023 = 2021/2023; "
    "about 2019 = 2019~; perhaps 2019 = 2019?"
)


def as_edtf(written: str) -> str:
    """``written`` in the form of EDTF; what is no date is given back as it is."""
    text = re.sub(r"\s+", "", written).replace("–", "/").replace("x", "X")
    return DOTTED.sub(_iso, text)


def _iso(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


class DateField(forms.CharField):
    """Cleans to EDTF text."""

    def __init__(self, **given: object) -> None:
        given.setdefault("help_text", HELP)
        super().__init__(max_length=60, **given)  # type: ignore[arg-type]

    def clean(self, value: object) -> str:
        said = as_edtf(super().clean(value))
        if said and not is_edtf(said):
            raise ValidationError(_("“%(said)s” is no date."), params={"said": value})
        return said
