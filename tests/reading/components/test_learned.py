import builtins
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoranda.reading.components import learned, learned_tagger, rule_tagger
from memoranda.reading.records import MentionLabel

PERSON, BODY = MentionLabel.PERSON, MentionLabel.ORGANISATION
FILES = ("tagger.onnx", "tokenizer.json", "meta.json")


def names_in(text, *sentences):
    mentions = learned_tagger().tag(text, sentences or [(0, len(text))])
    return [(text[m.start : m.end], m.label) for m in mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The memorandum was signed by Helena Brandt, director of the Riverside Museum.",
            [("Helena Brandt", PERSON), ("Riverside Museum", BODY)],
        ),
        (
            "“A new chapter,” said Karim Osmani of the Ministry of Culture's press office.",
            [("Karim Osmani", PERSON), ("Ministry of Culture", BODY)],
        ),
        ("It rained all day, and the hall stayed empty.", []),
    ],
)
def test_names_and_what_they_name(text, names):
    assert names_in(text) == names


def test_offsets_count_code_points_of_the_whole_text():
    text = "😀 Ω.\nThe director, Helena Brandt, thanked everyone.\n"
    start = text.index("The")

    mentions = learned_tagger().tag(text, [(0, start - 1), (start, len(text))])

    assert [text[m.start : m.end] for m in mentions] == ["Helena Brandt"]


def test_a_long_sentence_is_read_to_its_end():
    text = "He met many people, " * 300 + "and thanked the director, Helena Brandt."

    assert names_in(text)[-1] == ("Helena Brandt", PERSON)


def test_a_sentence_is_read_the_same_beside_others():
    text = "Helena Brandt spoke at the Riverside Museum. " * 2 + "Then she left early."

    alone = learned_tagger().tag(text, [(0, 44)])
    beside = learned_tagger().tag(text, [(0, 44), (45, 89), (90, len(text))])

    assert beside[: len(alone)] == alone
    assert [m.certainty for m in beside[len(alone) :]] == [m.certainty for m in alone]


def test_twice_the_same_gives_the_same():
    text = "Helena Brandt met Karim Osmani at the Riverside Museum in Oslo."
    sentence = [(0, len(text))]

    first, second = (learned_tagger().tag(text, sentence) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00\x01", "\ud800 Ab", "字" * 900, "a" * 9999]
)
def test_odd_text_is_no_error(text):
    mentions = learned_tagger().tag(text, [(0, len(text))])

    assert all(text[m.start : m.end].strip() for m in mentions)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_is_read_in_order(text):
    mentions = learned_tagger().tag(text, [(0, len(text))])

    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(0 < m.certainty <= 1 for m in mentions)


@pytest.mark.parametrize("missing", FILES)
def test_without_a_model_file_rules_do_it_and_say_so(tmp_path, monkeypatch, missing):
    for name in set(FILES) - {missing}:
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setattr(learned, "MODEL_FILES", tmp_path)

    tagger = learned_tagger()

    assert (tagger.name, tagger.warning) == ("rules", rule_tagger().warning)


def test_without_the_runtime_rules_do_it(monkeypatch):
    real = builtins.__import__

    def without_runtime(name, *rest, **more):
        if name == "onnxruntime":
            raise ImportError(name)
        return real(name, *rest, **more)

    learned._loaded.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without_runtime)

    assert learned_tagger().name == "rules"
