"""Form fields by property: what they take is what the register holds."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.domain.assertions import HOLDS
from memoranda.register.domain.openings import NewActor
from memoranda.register.domain.projections import project_stale
from memoranda.register.interfaces.chooser import Chooser, Typed
from memoranda.register.interfaces.date_field import DateField
from memoranda.register.interfaces.duration_field import DurationField
from memoranda.register.interfaces.number_field import NumberField
from memoranda.register.interfaces.value_fields import value_field
from memoranda.register.interfaces.wording import worded
from memoranda.register.rules.properties import PROPERTIES
from tests.factories import actor, document

PLAIN = [  # those whose fields ask the register come below
    key
    for key, known in PROPERTIES.items()
    if known.holds not in {"subject", "document"}
]


def from_form(field, value):
    """What the field makes of ``value`` after a form has shown and sent it."""
    shown = field.widget.get_context("value", value, {})["widget"]
    sent = {}
    pending = [shown]
    while pending:
        widget = pending.pop()
        pending += widget.get("subwidgets", [])
        if widget["attrs"].get("checked"):
            sent[widget["name"]] = ["on"]
        if widget["value"] not in (None, []):
            held = widget["value"]
            sent[widget["name"]] = held if isinstance(held, list) else [str(held)]
    return field.clean(
        field.widget.value_from_datadict(MultiValueDict(sent), {}, "value")
    )


@pytest.mark.parametrize("key", PROPERTIES, ids="-".join)
def test_every_property_has_a_field_with_its_label(key):
    assert str(value_field(*key).label) == str(PROPERTIES[key].label)


@pytest.mark.parametrize(
    ("type_", "property_", "value"),
    [
        ("instrument", "kind", "exchange_of_notes"),
        ("instrument", "kind", "gentlemens-agreement"),  # one that no list knows
        ("instrument", "signed", "2019~"),
        ("instrument", "signed", "2021/2023"),
        ("instrument", "duration", "P1Y6M"),
        ("instrument", "renewal_period", "indefinite"),
        ("instrument", "renewal_period", "P5Y"),
        ("instrument", "renewal_automatic", False),
        ("instrument", "entry_into_force", "signature+P30D"),
        ("instrument", "language", "az"),
        ("actor", "country", "AZE"),
        ("figure", "value", 2600000),
        ("figure", "value", 0.5),
        ("event", "place", "Şuşa"),
    ],
)
def test_a_value_sent_back_unchanged_is_the_same(type_, property_, value):
    field = value_field(type_, property_, current=value)

    assert from_form(field, field.initial) == value


@pytest.mark.parametrize("key", PLAIN, ids="-".join)
@pytest.mark.parametrize("rubbish", ["", "  ", "\x00", "<b>", "x" * 5000])
def test_rubbish_is_refused_or_fits_the_property(key, rubbish):
    holds = PROPERTIES[key].holds
    field = value_field(*key)

    try:
        value = from_form(field, rubbish)
    except ValidationError:
        return

    assert HOLDS[holds](value)


@given(st.dates())
def test_a_dotted_day_is_that_day(day):
    written = f"{day.day}.{day.month}.{day.year:04}"

    assert DateField().clean(written) == day.isoformat()


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        (" 2020 ", "2020"),
        ("2021 / 2023", "2021/2023"),
        ("2021–2023", "2021/2023"),
        ("199x", "199X"),
        ("5.9.2019/6.9.2019", "2019-09-05/2019-09-06"),
    ],
)
def test_a_date_is_taken_as_people_write_it(written, edtf):
    assert DateField().clean(written) == edtf


@pytest.mark.parametrize("written", ["2019-13", "31.2.2019", "2023/2021", "May 2019"])
def test_what_is_no_date_is_said_so(written):
    with pytest.raises(ValidationError, match="is no date"):
        DateField().clean(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2 600 000", 2600000),
        ("2,600,000", 2600000),
        ("2,5", 2.5),
        ("−3", -3),
        ("1’000.25", 1000.25),
    ],
)
def test_a_number_is_taken_as_people_write_it(written, number):
    assert NumberField().clean(written) == number


@given(st.lists(st.integers(0, 9999) | st.none(), min_size=4, max_size=4))
def test_a_duration_is_none_or_iso(parts):
    said = DurationField(required=False).compress(parts)

    assert said == "" or HOLDS["duration"](said)
    assert bool(said) == any(parts)


def test_codes_are_shown_in_words():
    choices = dict(value_field("actor", "country").choices)

    assert choices["AZE"] == worded("actor", "country", "AZE") == "Azerbaijan"


@pytest.mark.django_db
def test_a_subject_is_chosen_typed_or_new():
    known = actor("Yarat")
    project_stale()
    field = value_field("instrument", "party")

    with pytest.raises(ValidationError, match="Choose which one you mean"):
        field.clean(Typed("Yarat"))
    assert field.clean(Typed("anything", known.key)) == known
    assert field.clean(Typed(" New  one ", "new", "person")) == NewActor(
        "New one", "person"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        Typed(),
        Typed("x", "new", ""),
        Typed("x", "new", "<b>"),
        Typed("", "new", "person"),
        Typed("", "nothere"),
    ],
)
def test_what_names_no_subject_is_refused(typed):
    with pytest.raises(ValidationError):
        value_field("instrument", "party").clean(typed)


def test_what_no_database_takes_is_left_out():
    sent = {"value": "Ya\x00rat", "value_key": "ab\x00c", "value_kind": "\x00"}

    assert Chooser("actor").value_from_datadict(sent, {}, "value") == Typed(
        "Yarat", "abc", ""
    )


@pytest.mark.django_db
def test_an_instrument_is_not_taken_for_an_actor():
    known = actor("Yarat")
    project_stale()

    with pytest.raises(ValidationError, match="not there any more"):
        value_field("event", "under").clean(Typed("", known.key))


@pytest.mark.django_db
def test_a_document_is_chosen_by_its_key():
    kept = document()

    assert value_field("instrument", "original").clean(Typed("", kept.key)) == kept
