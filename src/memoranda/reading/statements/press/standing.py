"""Whether a paper is signed, planned, proposed, in force or ended, or was denied."""

import re

from memoranda.reading.entities.cast import Span
from memoranda.reading.statements.press.lexicon import agreement_words
from memoranda.reading.statements.press.papers import Paper
from memoranda.reading.statements.press.scene import Scene

NEGATED = re.compile(
    r"\b(?:no|not|nor|never|none|neither|without|nothing)\b|n['’]t\b", re.IGNORECASE
)


def standing(scene: Scene, paper: Paper, told: bool) -> tuple[str, Span]:
    """The status, and the words that show it."""
    span = own_stretch(scene, paper)
    status = agreement_words(scene.language).status
    for name, label in (
        ("planned", "planned"),
        ("proposed", "proposed"),
        ("ended", "ended"),
    ):
        cue = status[name].search(scene.text, *span)
        if cue and not (name == "proposed" and told and _signed_for_sure(scene, paper)):
            return label, cue.span()
    cue = status["in_force"].search(scene.text, *span)
    if cue and not told:
        return "in-force", cue.span()
    noun = (paper.item.start, paper.item.end)
    voice = paper.voice
    if voice:
        skeleton = scene.skeletons[paper.sentence]
        return "signed", skeleton.text_span(voice.start, voice.end)
    return "signed", noun


def has_standing(scene: Scene, paper: Paper) -> bool:
    """Whether the clause says how it stands with the paper, be it only a wish."""
    span = own_stretch(scene, paper)
    status = agreement_words(scene.language).status
    names = ("planned", "proposed", "ended", "in_force")
    return any(status[name].search(scene.text, *span) for name in names)


def _signed_for_sure(scene: Scene, paper: Paper) -> bool:
    skeleton = scene.skeletons[paper.sentence]
    voice = paper.voice
    return (
        voice is not None
        and re.match(
            r"(?:signed|inked|concluded|sealed|adopted)",
            skeleton.bones[voice.start : voice.end],
        )
        is not None
    )


def is_denied(scene: Scene, paper: Paper) -> bool:
    """Whether the clause says that there is no such paper."""
    span = own_stretch(scene, paper)
    if agreement_words(scene.language).status["denied"].search(scene.text, *span):
        return True
    skeleton = scene.skeletons[paper.sentence]
    before = skeleton.bones[max(0, paper.position - 30) : paper.position]
    return (
        re.search(
            r"\b(?:no|any|without|neither|nor)\s+(?:[\w-]+\s+){0,3}$",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def own_stretch(scene: Scene, paper: Paper) -> Span:
    """The text that is about this paper and no other of the sentence."""
    skeleton = scene.skeletons[paper.sentence]
    left, right = paper.reach
    if right <= left:
        return scene.sentences[paper.sentence]
    return skeleton.text_span(left, right)
