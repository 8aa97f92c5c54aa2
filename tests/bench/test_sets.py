"""The labelled sets that lie in the project."""

from bench.sets import OWN, PRESS, LabelledSet
from bench.split import is_born_marked, is_tuning, is_unseen


def test_every_label_has_its_text():
    missing = [
        (own.name, label["id"])
        for own in OWN
        for label in own.labels()
        if not own.path_of(label).exists()
    ]

    assert all(own.is_here and own.is_own for own in OWN)
    assert missing == []


def test_seen_and_unseen_are_the_whole():
    for own in OWN:
        ids = [
            {label["id"] for label in own.labels(part)}
            for part in ("seen", "unseen", None)
        ]

        assert ids[0] | ids[1] == ids[2]
        assert not ids[0] & ids[1]
        assert ids[1]


def test_a_third_of_the_english_press_texts_is_unseen():
    assert (len(PRESS.labels("seen")), len(PRESS.labels("unseen"))) == (125, 51)


def test_a_digest_changes_with_a_text_and_with_a_label(tmp_path):
    def digest(text: str, label: str) -> str:
        (tmp_path / "1.txt").write_text(text, encoding="utf-8")
        (tmp_path / "1.json").write_text(label, encoding="utf-8")
        return LabelledSet("new", tmp_path, tmp_path, "").digest()

    first = digest("text", '{"id": "1", "kind": "treaty"}')

    assert first == digest("text", '{"id": "1", "kind": "treaty"}')
    assert first != digest("texts", '{"id": "1", "kind": "treaty"}')
    assert first != digest("text", '{"id": "1", "kind": "plan"}')


def test_a_day_of_signing_that_is_not_printed_is_not_wanted(tmp_path):
    label = '{"id": "1", "signed": "1961-05-04", "signed_printed": false}'
    (tmp_path / "1.json").write_text(label, encoding="utf-8")

    labels = LabelledSet("new", tmp_path, tmp_path, "").labels()

    assert labels == [{"id": "1", "signed_printed": False}]


def test_a_text_is_unseen_or_sets_thresholds_or_neither():
    numbers = [f"{number:03}" for number in range(5000)]

    unseen = {n for n in numbers if is_unseen("press", n)}
    tuning = {n for n in numbers if is_tuning("press", n)}

    assert not unseen & tuning
    assert {is_born_marked("press", n) for n in tuning} == {True, False}
