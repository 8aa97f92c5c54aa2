"""Fifty of what was read, drawn for a person to judge."""

from typing import Any

from bench.handcount import FILE, KINDS, HandCount, drawn, hand_counts


def reading(number: int) -> dict[str, Any]:
    text = f"They will lend {number} works next year."
    said = {"value": "lend", "start": 5, "end": 14, "quote": text[5:14]}
    return {
        "document": {"source": f"{number}.txt", "text": text},
        "commitments": [{"what": said, "who": [], "due": None}],
    }


def test_the_same_fifty_are_drawn_each_time():
    readings = [reading(number) for number in range(80)]

    first, again = drawn("commitments", readings), drawn("commitments", readings)

    assert first == again
    assert len(set(first)) == 50
    assert "They [will lend]" in first[0]


def test_fewer_than_fifty_are_all_drawn():
    assert len(drawn("commitments", [reading(1), reading(2)])) == 2
    assert drawn("figures", [reading(1)]) == []


def test_the_file_holds_a_count_of_each_kind(tmp_path):
    counts = hand_counts()

    assert FILE.exists()
    assert set(counts) == set(KINDS)
    assert all(0 <= count.right <= count.read for count in counts.values())
    assert hand_counts(tmp_path / "none.toml")["figures"] == HandCount()
