"""Numbers that a press text gives: what is counted, how many, in which period."""

import re

from memoranda.reading.records import Figure, Value
from memoranda.reading.statements.press.amounts import Amount, amount_in
from memoranda.reading.statements.press.lexicon import sums
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import (
    TOLD,
    Telling,
    fillers,
    tellings,
)
from memoranda.reading.statements.press.values import actor_value, date_value

BESIDE = 0.6  # certainty of an indicator named in the sentence, not with the number


def read_figures(scene: Scene) -> list[Figure]:
    """The figures in the order of the text; a number that cannot be read is noted."""
    found = []
    for telling in tellings(scene, "N"):
        if telling.told < TOLD:
            continue
        span = (telling.best.start, telling.best.end)
        amount = amount_in(scene.text, span)
        if amount is None:
            scene.note(span, "a figure whose number was not understood")
        else:
            found.append(_figure(scene, telling, amount))
    return found


def _figure(scene: Scene, telling: Telling, amount: Amount) -> Figure:
    sure = scene.certainty("figure.value", telling.told)
    unit = None
    if amount.unit is not None:
        unit = scene.value(amount.unit, value=amount.unit_name, certainty=sure)
    return Figure(
        indicator=_indicator(scene, telling, amount),
        value=scene.value(amount.span, value=amount.number, certainty=sure),
        unit=unit,
        period=date_value(scene, telling, "period"),
        about=tuple(
            actor_value(scene, telling, ("about", filled))
            for filled in fillers(scene, telling, "about")
            if filled.letter in "OLP"
        ),
    )


def _indicator(scene: Scene, telling: Telling, amount: Amount) -> Value:
    """What is counted: the words behind the number, or for money the word beside it."""
    if amount.counted is not None:
        start, end = amount.counted
        words = " ".join(scene.text[start:end].split())
        return scene.value(amount.counted, value=words)
    sentence = scene.sentences[telling.best.sentence]
    cues = sums(scene.language).finditer(scene.text, *sentence)
    near = min(cues, key=lambda cue: _distance(cue, amount), default=None)
    if near is None:
        return scene.value(amount.span, value="amount", certainty=BESIDE)
    return scene.value(near.span(), value=near[0].lower(), certainty=BESIDE)


def _distance(cue: re.Match[str], amount: Amount) -> int:
    return abs(cue.start() - amount.span[0])
