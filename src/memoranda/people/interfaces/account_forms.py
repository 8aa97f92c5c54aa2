"""Forms of accounts and offices. What is allowed is decided by the writes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from memoranda.people.domain.accounts import EMAIL, NAME, USERNAME, Described
from memoranda.people.domain.offices import LENGTH
from memoranda.people.enums import Role
from memoranda.people.interfaces.forms import RULES
from memoranda.people.models import Account, Office


class WhoForm(forms.Form):
    """What a person is called, and where mail reaches them."""

    name = forms.CharField(label=_("Name"), max_length=NAME, required=False)
    email = forms.CharField(
        label=_("E-mail"),
        max_length=EMAIL,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("Can stand in place of the user name when signing in."),
    )

    def described(self) -> Described:
        """What was typed, as the writes take it."""
        return Described(self.cleaned_data["name"], self.cleaned_data["email"])


class PlaceForm(forms.Form):
    """What a person may do, and in which office."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        help_text=_(
            "A reader sees; a contributor proposes; an editor decides; "
            "an administrator also manages accounts."
        ),
    )
    office = forms.ModelChoiceField(
        label=_("Office"),
        queryset=Office.objects.all(),
        required=False,
        empty_label=_("No office"),
    )

    def chosen_role(self) -> Role:
        """The role that was chosen."""
        return Role(self.cleaned_data["role"])


class InviteForm(PlaceForm, WhoForm):
    """A new account."""

    username = forms.CharField(
        label=_("User name"),
        max_length=USERNAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        help_text=_("Letters, digits and . - _ +; it stays with what they do."),
    )
    field_order = ("username", "name", "email", "role", "office")


class PersonForm(PlaceForm, WhoForm):
    """An account that is there."""

    field_order = ("name", "email", "role", "office")

    @classmethod
    def of(cls, person: Account, data: Any = None) -> "PersonForm":
        """The form filled with what is so."""
        now = {"name": person.name, "email": person.email}
        now |= {"role": person.role, "office": person.office_id}  # type: ignore[dict-item]
        return cls(data, initial=now)


class OfficeForm(forms.Form):
    """The name of an office."""

    name = forms.CharField(label=_("Name"), max_length=LENGTH)


class ChooseForm(forms.Form):
    """A first or new password, by a one-time link."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1000,
        help_text=RULES,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password again"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        """Typed the same twice."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError(_("The two passwords differ."))
        return again
