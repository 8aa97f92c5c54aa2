"""Numbers that a press text gives: what is counted, how many, in which period."""

import re

from memoranda.reading.entities.cast import PLACES, ActorKind
from memoranda.reading.records import Figure, Value
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.when import sentence_dates, single_day
from memoranda.reading.statements.press.wording import figure_words

SIZES = {
    "thousand": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
CURRENCY = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "ro": "OMR",
}


def read_figures(scene: Scene) -> list[Figure]:
    """The figures of the text in order."""
    found: list[Figure] = []
    lists = figure_words(scene.language)
    for number, span in enumerate(scene.sentences):
        money = list(lists.money.finditer(scene.text, *span))
        found += [_money(scene, number, match) for match in money]
        until = money[-1].end() if money else -1
        counted = lists.counted.finditer(scene.text, *span)
        found += [_counted(scene, number, m) for m in counted if m.start() > until]
    return sorted(found, key=lambda figure: figure.value.start)


def _amount(number: str, size: str | None) -> int | float:
    plain = float(re.sub(r"[,\s ]", "", number)) * SIZES.get((size or "").lower(), 1)
    return int(plain) if plain == int(plain) else plain


def _money(scene: Scene, sentence: int, match: re.Match[str]) -> Figure:
    signed = match["sign"] is not None
    number = match["number"] if signed else match["amount"]
    size = match["size"] if signed else match["scale"]
    unit = "sign" if signed else "coin"
    sign = match[unit].strip()
    cue = figure_words(scene.language).indicator.search(
        scene.text, *scene.sentences[sentence]
    )
    what = (
        scene.value(cue.span(), value=cue[0].lower())
        if cue
        else scene.value(match.span(), value="amount", certainty=0.5)
    )
    return Figure(
        indicator=what,
        value=scene.value(match.span(), value=_amount(number, size)),
        unit=scene.value(
            match.span(unit), value=CURRENCY.get(sign.lower(), sign.lower())
        ),
        period=_period(scene, sentence),
        about=_about(scene, sentence),
    )


def _counted(scene: Scene, sentence: int, match: re.Match[str]) -> Figure:
    value = _amount(match["number"], match["size"])
    return Figure(
        indicator=scene.value(match.span("noun"), value=match["noun"].lower()),
        value=scene.value(match.span("number"), value=value),
        period=_period(scene, sentence),
        about=_about(scene, sentence),
    )


def _period(scene: Scene, sentence: int) -> Value | None:
    mention = single_day(sentence_dates(scene, sentence))
    if mention is None or mention.edtf is None:
        return None
    return scene.value(
        (mention.start, mention.end), value=mention.edtf, certainty=mention.certainty
    )


def _about(scene: Scene, sentence: int) -> tuple[Value, ...]:
    """States, or else bodies, named in the sentence."""
    actors = dict.fromkeys(
        actor for phrase in scene.phrases[sentence] for actor in phrase.link.actors
    )
    states = [a for a in actors if scene.actor(a).kind in PLACES]
    bodies = [a for a in actors if scene.actor(a).kind is ActorKind.ORGANISATION]
    return tuple(scene.actor_value(a) for a in (states or bodies)[:4])
