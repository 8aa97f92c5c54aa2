"""Places of a table of texts, states of names, capitals, and the laws."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.names import capital_of, country_of, find_places

TABLE = Path(__file__).with_name("places.tsv")


def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("text", "places"), rows())
def test_places(text, places):
    found = find_places(text, (0, len(text)))

    said = [f"{place.name}={place.country}/{place.kind}" for place in found]
    assert said == [place for place in places.split("; ") if place]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Azerbaijan Ministry of Culture", "AZE"),
        ("Moscow Government", "RUS"),
        ("Embassy of France in Azerbaijan", "FRA"),
        ("Azerbaijan-Georgia Society", None),
        ("Government of the Republic of Korea", "KOR"),
        ("Harbour House", None),
        ("", None),
    ],
)
def test_country_of_a_name(name, country):
    assert country_of(name) == country


def test_capitals():
    assert capital_of("AZE") == "Baku"
    assert capital_of("CSK") == "Prague"
    assert capital_of("???") is None


@given(st.text() | st.sampled_from([text for text, _ in rows()]))
def test_any_text_gives_ordered_places_that_slice_back(text):
    end = 0
    for place in find_places(text, (0, len(text))):
        assert end <= place.start < place.end
        assert text[place.start : place.end] == place.name
        assert len(place.country) == 3
        end = place.end


@pytest.mark.parametrize("piece", ["New ", "San ", "Republic of ", "St. ", "(", "A's "])
def test_time_grows_with_length_only(piece):
    def seconds(times):
        text = piece * times
        begun = time.process_time()
        find_places(text, (0, len(text)))
        return time.process_time() - begun

    # eight times the text; with the square of the length it would be 64 times
    short = min(seconds(500) for _ in range(3))
    long = min(seconds(4_000) for _ in range(2))

    assert long < 24 * short + 0.05
