"""A length of time in years, months, weeks and days, kept as ISO 8601."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from memoranda.register.rules.edtf import is_duration
from memoranda.register.rules.terms import INDEFINITE

UNITS = {"Y": _("years"), "M": _("months"), "W": _("weeks"), "D": _("days")}
PART = re.compile(r"(\d+)([YMWD])")
MOST = 9999


class DurationWidget(forms.MultiWidget):
    """One small number for each unit."""

    template_name = "register/duration.html"

    def __init__(self) -> None:
        bounds = {"min": 0, "max": MOST, "inputmode": "numeric", "step": 1}
        named: dict[str, forms.Widget | type[forms.Widget]] = {
            unit: forms.NumberInput({**bounds, "title": word})
            for unit, word in UNITS.items()
        }
        super().__init__(named)

    def decompress(self, value: str | None) -> list[str]:
        held = {unit: number for number, unit in PART.findall(value or "")}
        return [held.get(unit, "") for unit in UNITS]


class DurationField(forms.MultiValueField):
    """Cleans to a duration such as ``P1Y6M``, or "" where it need not be given."""

    widget = DurationWidget

    def __init__(self, **given: Any) -> None:
        parts = [
            forms.IntegerField(min_value=0, max_value=MOST, required=False)
            for _unit in UNITS
        ]
        super().__init__(parts, require_all_fields=False, **given)

    def compress(self, data_list: list[int | None]) -> str:
        told = zip(data_list, UNITS, strict=False)
        said = "P" + "".join(f"{number}{unit}" for number, unit in told if number)
        if is_duration(said):
            return said
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return ""


class RenewalWidget(forms.MultiWidget):
    """A duration, or without end."""

    template_name = "register/renewal.html"

    def __init__(self) -> None:
        super().__init__({"length": DurationWidget(), "endless": forms.CheckboxInput()})

    def decompress(self, value: str | None) -> list[Any]:
        endless = value == INDEFINITE
        return ["" if endless else value, endless]


class RenewalField(forms.MultiValueField):
    """Cleans to a duration or ``indefinite``."""

    widget = RenewalWidget

    def __init__(self, **given: Any) -> None:
        parts = [DurationField(required=False), forms.BooleanField(required=False)]
        super().__init__(parts, require_all_fields=False, **given)

    def compress(self, data_list: list[Any]) -> str:
        length, endless = data_list or ["", False]
        said = INDEFINITE if endless else length
        if not said and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return str(said)
