"""Scenes from marked text: [P Ann Lee] a person, [O City Museum] a body, [E ...] an event."""

import re
from collections.abc import Callable

import pytest

from memoranda.reading.entities import assemble
from memoranda.reading.records import Mention, MentionLabel
from memoranda.reading.statements.press import PressReading, PressText, read_press
from memoranda.reading.statements.press.scene import Scene, set_scene
from memoranda.reading.text import lay_out

LABELS = {
    "P": MentionLabel.PERSON,
    "O": MentionLabel.ORGANISATION,
    "E": MentionLabel.EVENT,
}
MARK = re.compile(r"\[([POE]) ([^\]]+)\]")


def unmarked(marked: str) -> tuple[str, list[Mention]]:
    text, mentions, last = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        start = len(text)
        text += found[2]
        mentions.append(Mention(start, len(text), LABELS[found[1]], 0.9))
        last = found.end()
    return text + marked[last:], mentions


@pytest.fixture
def scene_of() -> Callable[..., Scene]:
    def build(marked: str, *, published: str | None = None) -> Scene:
        text, mentions = unmarked(marked)
        layout = lay_out(text)
        cast = assemble(text, layout.sentences, mentions, language="en")
        scene = Scene(
            text=text,
            language="en",
            published=published,
            paragraphs=layout.paragraphs,
            sentences=layout.sentences,
            cast=cast,
            relevance=20,
        )
        return set_scene(scene, mentions)

    return build


@pytest.fixture
def read_marked() -> Callable[..., PressReading]:
    def read(marked: str, *, published: str | None = None) -> PressReading:
        text, mentions = unmarked(marked)
        layout = lay_out(text)
        cast = assemble(text, layout.sentences, mentions, language="en")
        given = PressText(
            text=text,
            paragraphs=layout.paragraphs,
            sentences=layout.sentences,
            published=published,
            language="en",
        )
        return read_press(given, cast, mentions)

    return read
