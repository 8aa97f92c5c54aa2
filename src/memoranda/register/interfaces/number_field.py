"""A number with the marks that people put between digits."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
PLAIN = re.compile(r"-?\d{1,30}(\.\d{1,15})?")


class NumberField(forms.CharField):
    """Cleans to an int, or a float where there is a fraction; None for nothing."""

    def __init__(self, **given: object) -> None:
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(max_length=60, widget=widget, **given)  # type: ignore[arg-type]

    def clean(self, value: object) -> int | float | None:
        written = super().clean(value)
        if not written:
            return None
        bare = re.sub(r"[\s'’]", "", written).replace("−", "-")
        bare = bare.replace(",", "" if GROUPED.fullmatch(bare) else ".")
        if not PLAIN.fullmatch(bare):
            raise ValidationError(
                _("“%(said)s” is no number."), params={"said": written}
            )
        return float(bare) if "." in bare else int(bare)
