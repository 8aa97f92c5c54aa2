"""Whether an agreement is signed, in force, planned, proposed or ended."""

from memoranda.reading.records import Value
from memoranda.reading.statements.press.lexicon import agreement_words
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import Telling

_CUES = {"in-force": "in_force"}


def standing(scene: Scene, telling: Telling, of: tuple[str, float]) -> Value:
    """A state with its chance, quoted from the nearest words that show it."""
    state, chance = of
    span = _shown(scene, telling, state)
    return scene.value(
        span,
        value=state,
        certainty=scene.certainty("agreement.status", chance * telling.told),
    )


def _shown(scene: Scene, telling: Telling, state: str) -> tuple[int, int]:
    """The cue nearest to a mention in its sentence; else the surest mention."""
    best = telling.best
    sentence = scene.sentences[best.sentence]
    words = agreement_words(scene.language)
    shown = words.status.get(_CUES.get(state, state), words.concluded)
    found = [match.span() for match in shown.finditer(scene.text, *sentence)]
    return min(
        found,
        key=lambda span: abs(span[0] - best.start),
        default=(best.start, best.end),
    )
