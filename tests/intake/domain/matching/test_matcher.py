import pytest

from memoranda.people.models import Office
from memoranda.reading.records import Event, Figure
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import Sameness
from memoranda.register.models import Entry, Fact, Judgement, Subject
from tests.factories import person
from tests.intake.readings import add_all, instrument, named, quoted, reading

pytestmark = pytest.mark.django_db


def names(*given, kind: str, country: str | None = None, role: str = ""):
    """One document for each name."""
    found = []
    for number, name in enumerate(given):
        text = f"{name} spoke on day {number}. {role}"
        roles = (quoted(text, role),) if role else ()
        actor = named(text, name, kind, country=country, roles=roles)
        found.append(reading(text, actors=(actor,)))
    return found


def actors() -> list[tuple[str, list[str]]]:
    """Title and aliases of every actor."""
    return [
        (
            entry.title,
            list(
                Fact.objects.filter(entry=entry, property="alias")
                .order_by("position")
                .values_list("value", flat=True)
            ),
        )
        for entry in Entry.objects.filter(type="actor").order_by("title")
    ]


def test_spellings_and_qualifiers_of_a_body_are_one_actor(tmp_path):
    given = ("Mugham Center", "Mugham Centre", "International Mugham Center")

    add_all(tmp_path, *names(*given, kind="organisation"))

    assert actors() == [
        ("International Mugham Center", ["Mugham Center", "Mugham Centre"])
    ]
    reasons = Judgement.objects.values_list("sameness", "reasons")
    assert list(reasons) == [
        (
            "same",
            ["Mugham Centre / Mugham Center: the words of its own agree"],
        ),
        (
            "same",
            [
                "International Mugham Center / Mugham Center: the words of its own "
                "agree, one has a qualifier more"
            ],
        ),
    ]


def test_what_an_office_keeps_takes_nothing_from_what_is_shown(tmp_path):
    kept, *shown = names(
        "Mugham Center", "Mugham Centre", "Mugham Center", kind="organisation"
    )
    add_all(tmp_path, kept)
    office = Office.objects.create(name="International office")
    withhold(Subject.objects.filter(type="actor"), by=person(office=office))

    add_all(tmp_path, *shown)

    assert actors() == [("Mugham Centre", ["Mugham Center"])]
    assert Judgement.objects.count() == 1


def test_spellings_of_a_person_are_one_actor(tmp_path):
    add_all(tmp_path, *names("Mikhail Gusman", "Mikhail Guzman", kind="person"))

    assert actors() == [("Mikhail Gusman", ["Mikhail Guzman"])]
    assert Judgement.objects.get().reasons == [
        "Mikhail Guzman / Mikhail Gusman: the same name, spelled otherwise"
    ]


def test_two_ministers_of_one_surname_stay_two(tmp_path):
    two = names(
        "Anar Karimov",
        "Adil Karimov",
        "Karimov",
        kind="person",
        country="AZE",
        role="Minister of Culture",
    )

    add_all(tmp_path, *two)

    assert [title for title, _ in actors()] == [
        "Adil Karimov",
        "Anar Karimov",
        "Karimov",
    ]
    assert not Judgement.objects.filter(sameness=Sameness.SAME).exists()


def test_an_initial_joins_only_what_else_agrees(tmp_path):
    add_all(
        tmp_path,
        *names("Anar Karimov", "A. Karimov", kind="person", role="Deputy Minister"),
    )

    assert actors() == [("Anar Karimov", ["A. Karimov"])]


def test_an_initial_that_fits_two_is_left_to_a_person(tmp_path):
    given = ("Anar Karimov", "Adil Karimov", "A. Karimov")

    add_all(tmp_path, *names(*given, kind="person", country="AZE"))

    assert len(actors()) == 3
    assert set(Judgement.objects.values_list("sameness", flat=True)) == {"unsure"}


def test_one_state_under_two_names(tmp_path):
    texts = (
        "A memorandum between France and Kenya was signed.",
        "A plan and a memorandum of the French Republic and Chile was signed.",
    )
    add_all(
        tmp_path,
        reading(texts[0], instruments=(instrument(texts[0], "France", "Kenya"),)),
        reading(
            texts[1], instruments=(instrument(texts[1], "French Republic", "Chile"),)
        ),
    )

    assert [title for title, _ in actors()] == ["Chile", "France", "Kenya"]


def test_a_ministry_named_without_its_country_is_nobody_elses(tmp_path):
    add_all(
        tmp_path,
        *names("Ministry of Culture", "Ministry of Culture", kind="organisation"),
    )

    assert len(actors()) == 2


def test_a_ministry_of_one_country_is_one(tmp_path):
    given = ("Ministry of Culture", "Ministry of Culture of Peru")

    add_all(tmp_path, *names(*given, kind="organisation", country="PER"))

    assert actors() == [("Ministry of Culture of Peru", ["Ministry of Culture"])]


def test_what_one_text_keeps_apart_is_not_joined_by_another(tmp_path):
    text = "The Lark Museum and the National Lark Museum met."
    both = reading(
        text,
        actors=(
            named(text, "Lark Museum", "organisation"),
            named(text, "National Lark Museum", "organisation"),
        ),
    )

    add_all(tmp_path, *names("Lark Museum", kind="organisation"), both)

    assert [title for title, _ in actors()] == ["Lark Museum", "National Lark Museum"]


def pact(day: str | None, *, ending: str = "", published: str | None = None, **said):
    kind = said.get("kind", "memorandum")
    text = f"The {kind} of Norway and Ghana, signed {day or 'lately'}. {ending}"
    given = {"signed": quoted(text, day)} if day else {}
    act = instrument(text, "Norway", "Ghana", **given, **said)
    return reading(text, instruments=(act,), published=published)


def instruments() -> int:
    return Entry.objects.filter(type="instrument").count()


def test_an_agreement_told_twice_is_one_with_two_sources(tmp_path):
    add_all(tmp_path, pact("2020-05-04"), pact("2020-05", ending="So it is said."))

    act = Entry.objects.get(type="instrument")
    assert act.sources == 2
    assert act.date in {"2020-05-04", "2020-05"}
    assert Judgement.objects.get(left__type="instrument").reasons == [
        "the same parties",
        "both a memorandum",
        "signed 2020-05 and 2020-05-04, which can be one day",
    ]


@pytest.mark.parametrize(
    ("left", "right", "number"),
    [
        (pact("2020-05-04"), pact("2021-05-04"), 2),
        (pact("2020-05-04"), pact("2020-05-04", kind="declaration"), 2),
        (pact("2020-05-04"), pact("2020-05-04", kind="agreement"), 1),
        (
            pact(None, published="2020-05-05"),
            pact(None, published="2020-05-09", ending="Thus."),
            1,
        ),
        (
            pact(None, published="2020-05-05"),
            pact(None, published="2022-05-09", ending="Thus."),
            2,
        ),
        (pact("2020-05-04"), pact(None, published="2020-05-06"), 1),
    ],
)
def test_dates_and_kinds_decide(tmp_path, left, right, number):
    add_all(tmp_path, left, right)

    assert instruments() == number


def event(name: str, day: str, kind: str = "festival"):
    text = f"The {kind} {name} was held on {day} in Lima."
    told = Event(
        kind=quoted(text, kind),
        status=quoted(text, "held"),
        name=quoted(text, name),
        start=quoted(text, day),
        place=quoted(text, "Lima"),
    )
    return reading(text, events=(told,))


@pytest.mark.parametrize(
    ("left", "right", "number"),
    [
        (event("Lima Jazz", "2020-05-04"), event("Lima Jazz", "2020-05"), 1),
        (event("Lima Jazz", "2020-05-04"), event("Lima Jazz", "2021-05-04"), 2),
        (event("Lima Jazz", "2020-05-04"), event("Books of Peru", "2020-05-04"), 2),
    ],
)
def test_an_event_is_its_name_time_and_place(tmp_path, left, right, number):
    add_all(tmp_path, left, right)

    assert Entry.objects.filter(type="event").count() == number


def figure(amount: int, ending: str):
    text = f"In 2020 {amount} students from Peru came. {ending}"
    told = Figure(
        indicator=quoted(text, "students"),
        value=quoted(text, str(amount), amount),
        about=(quoted(text, "Peru"),),
    )
    return reading(text, figures=(told,))


def test_figures_are_one_only_when_equal(tmp_path):
    add_all(tmp_path, figure(40, "So."), figure(40, "Thus."), figure(41, "Well."))

    entries = Entry.objects.filter(type="figure").order_by("title")
    assert list(entries.values_list("title", "sources")) == [
        ("students: 40", 2),
        ("students: 41", 1),
    ]
