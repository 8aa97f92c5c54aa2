import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoranda.reading.errors import ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read

NAMES_ONLY = ReadingOptions(with_model=False)
PATIENT = ReadingOptions(seconds=600)
PIECES = st.sampled_from(
    [
        "The National Museum", "signed", "a memorandum", "with", "Oman", "and",
        "“Boats: Books”", "exhibition", "opened", "on 3 May 2021", "in Vienna", ".",
        "\n\n", ",", "Minister of Culture", "Anna Weiss", "the two museums", "(ABC)",
        "will", "between", "France's", "\ue000", "\u0301", "𝔐", "’", "-", "£3 million",
    ]
)  # fmt: skip


def values(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if {"value", "quote", "start"} <= node.keys():
            yield node
        for child in node.values():
            yield from values(child)
    elif isinstance(node, list):
        for child in node:
            yield from values(child)


def check_quotes(plain: dict[str, Any]) -> None:
    text = plain["document"]["text"]
    for value in values(plain):
        assert text[value["start"] : value["end"]] == value["quote"]


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60).map(" ".join))
def test_every_value_slices_back_to_its_quote(text: str) -> None:
    try:
        reading = read(text.encode(), source="a.txt")
    except ReadingError:
        return

    check_quotes(reading.as_json(with_text=True))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")

    try:
        reading = read(content, source="a.txt")
    except ReadingError:
        return

    check_quotes(reading.as_json(with_text=True))


def test_the_same_bytes_give_the_same_reading() -> None:
    content = (
        b"VIENNA, 4 May 2021 - The Harbour Museum and the National Library of Oman"
        b" signed a memorandum on music and heritage on Monday."
    )

    first = json.dumps(read(content, source="a.txt").as_json())

    assert json.dumps(read(content, source="a.txt").as_json()) == first


def test_a_language_without_a_reader_is_described_and_noted() -> None:
    content = "Вчера в Вене музей и библиотека подписали меморандум.".encode()

    reading = read(content, source="a.txt")

    assert reading.document.language == "ru"
    assert [note.reason for note in reading.notes] == ["language not supported yet"]


def test_a_reading_without_the_model_says_so() -> None:
    reading = read(
        b"The museum signed an agreement on Monday.", source="a.txt", options=NAMES_ONLY
    )

    assert len(reading.warnings) == 1


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.9])
def test_a_text_cut_off_anywhere_is_read(share: float) -> None:
    text = (
        "OSLO, 9 March 2018 (Agency) - Culture minister Kari Dahl of Norway met Pablo"
        " Rojas in Oslo. They signed a declaration on music, “Songs of Two Coasts”."
    )

    check_quotes(
        read(text[: int(len(text) * share)].encode(), source="a.txt").as_json(
            with_text=True
        )
    )


@pytest.mark.slow
def test_a_text_ten_times_as_long_takes_ten_times_as_long() -> None:
    unit = (
        "The Harbour Museum in Vienna and the Linden Library signed a memorandum on"
        " 3 May 2021. Anna Weiss met Jan Novak. The exhibition opened in Graz.\n\n"
    )

    def seconds(times: int) -> float:
        content = (unit * times).encode()
        begun = time.process_time()
        read(content, source="a.txt", options=PATIENT)
        return time.process_time() - begun

    seconds(2)
    assert seconds(200) < 20 * seconds(20) + 0.5
