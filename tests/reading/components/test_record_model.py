"""The model that ships: loaded, run, and sound whatever it reads."""

import numpy as np
import pytest

from memoranda.reading.components import clues_of, names_in, record_model
from memoranda.reading.components.pairs import Place
from memoranda.reading.components.record_model import REACH
from memoranda.reading.statements.press.schema import KINDS, LAYERS, ROLES_OF, STATES
from memoranda.reading.text import lay_out

TEXT = (
    "OSLO, 3 May 2019. Anna Weiss met Jan Novak at the Linden Library.\n\n"
    "The Harbour Museum and the Linden Library signed a memorandum on Monday."
)


def encoded(text, goes_on=lambda: True):
    model = record_model()
    assert model is not None
    layout = lay_out(text)
    clues = clues_of(text, layout.sentences, published=None, language="en")
    return model, model.encode(text, layout, clues, goes_on=goes_on)


def test_each_word_has_a_state_and_chances_of_its_tags():
    _, encoding = encoded(TEXT)
    words = len(encoding.words.offsets)
    assert len(encoding.states) == words
    for chances, names in zip(encoding.chances, LAYERS, strict=True):
        assert chances.shape == (words, len(names))
        np.testing.assert_allclose(chances.sum(axis=1), 1.0, atol=1e-4)


def test_names_are_found():
    _, encoding = encoded(TEXT)
    found = {TEXT[m.start : m.end]: m.label.value for m in names_in(TEXT, encoding)}
    assert found["Anna Weiss"] == "person"
    assert found["Harbour Museum"] == "organisation"


def test_scores_of_a_pair():
    model, encoding = encoded(TEXT)
    paper, museum = Place(28, 28, "A", 2), Place(21, 22, "O", 2)
    scores = model.relate(encoding, [paper], [museum])
    first, roles = scores.roles[0]
    assert (first, roles.shape) == (0, (1, len(ROLES_OF["A"])))
    assert scores.kinds.shape == (1, len(KINDS))
    assert scores.states.shape == (1, len(STATES))


def test_a_record_alone_has_no_roles():
    model, encoding = encoded(TEXT)
    scores = model.relate(encoding, [Place(28, 28, "A", 2)], [])
    assert scores.roles[0][1].shape == (0, len(ROLES_OF["A"]))


def test_what_is_far_off_changes_little():
    text = "The museum signed an agreement. " * 300
    model, encoding = encoded(text)
    papers = [Place(5 * n + 3, 5 * n + 3, "A", n) for n in range(250)]
    museums = [Place(5 * n + 1, 5 * n + 1, "O", n) for n in range(250)]

    whole = model.relate(encoding, papers, museums)
    start = model.relate(encoding, papers[:150], museums[:150])

    np.testing.assert_allclose(whole.told[:60], start.told[:60], atol=0.2)


def test_what_stands_too_far_off_is_not_scored():
    text = "The museum met. " * (REACH // 3)
    model, encoding = encoded(text)
    near, far = Place(2, 2, "O", 0), Place(REACH + 40, REACH + 40, "O", 300)
    scores = model.relate(encoding, [Place(1, 1, "A", 0)], [near, far])
    assert scores.roles[0][1].shape[0] == 1


def test_nothing_is_read_when_there_is_no_time():
    text = "The museum met. " * 400
    _, encoding = encoded(text, goes_on=lambda: False)
    assert encoding.unread is not None
    assert 0 < len(encoding.states) < 1600


@pytest.mark.parametrize("text", ["", "\u0301", "\ufffd \u200b", "1" * 3000])
def test_strange_texts(text):
    model, encoding = encoded(text)
    assert names_in(text, encoding) == []
    assert model.relate(encoding, [], []).roles == []
