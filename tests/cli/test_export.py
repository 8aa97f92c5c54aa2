"""Taking the register along by the command, as it is or as it was."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import memoranda


@pytest.mark.parametrize(
    ("day", "known"), [("2001-02-03", []), ("2099-12-31", ["memorandum"])]
)
def test_a_list_is_taken_as_it_was_at_the_end_of_a_day(
    told_store: Path, day: str, known: list[str]
) -> None:
    options = ["--format", "jsonl", "--as-of", day]
    done = memoranda("export", "instruments", *options, store=told_store)

    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["kind"]["value"] for row in rows] == known


def test_claims_have_no_day(told_store: Path) -> None:
    done = memoranda("export", "claims", "--as-of", "2020-01-01", store=told_store)

    assert done.returncode == 2
    assert "not with claims" in done.stderr
    assert done.stdout == ""
