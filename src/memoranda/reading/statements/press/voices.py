"""How a sentence says that a paper was signed: active, passive, as a noun."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.press.lexicon import agreement_words
from memoranda.reading.statements.press.skeleton import PAPER, Skeleton

ADVERBS = r"(?:\s+(?:also|then|now|just|recently|formally|officially|jointly|today|yesterday|\w+ly|\ue004)\b)*"


@dataclass(frozen=True, slots=True)
class Voice:
    """The verb that governs a paper: its place in the bones, and how it governs."""

    start: int
    end: int
    form: str  # "active" | "passive" | "noun" | "relative"


@dataclass(frozen=True, slots=True)
class VoicePatterns:
    """Frames of a language, over skeletons."""

    active: re.Pattern[str]
    passive: re.Pattern[str]
    participle: re.Pattern[str]
    relative: re.Pattern[str]
    noun: re.Pattern[str]
    loose: re.Pattern[str]


@cache
def voice_patterns(language: str) -> VoicePatterns:
    """The frames of a language."""
    lists = agreement_words(language)
    past, base = lists.concluded, lists.base
    return VoicePatterns(
        active=re.compile(
            rf"\b(?P<verb>{past}|{base}|signing|concluding)\b(?P<gap>[^.;:]{{0,90}}?)$"
        ),
        passive=re.compile(
            rf"^(?P<gap>[^;:]{{0,160}}?)\b(?:was|were|been|be|being|is|are|got)\b"
            rf"(?:\s+\w+){{0,3}}?\s+(?P<verb>{past})\b"
        ),
        participle=re.compile(rf"^(?P<gap>[^;:.]{{0,70}}?)\b(?P<verb>{past})\b"),
        relative=re.compile(
            rf"^\s*(?:(?:which|that)\s+)?(?P<gap>[^;:,.]{{0,50}}?)\s*(?:have|has|had)?\s*(?P<verb>{past})\b"
        ),
        noun=re.compile(
            rf"\b(?P<verb>{lists.nominal})\b(?:\s+[\ue007\w]+)?\s+(?:of|for)\s+[^.;:]{{0,50}}?$"
        ),
        loose=re.compile(rf"\b(?P<verb>{past}|{base})\b"),
    )


def voice_of(skeleton: Skeleton, position: int, *, language: str) -> Voice | None:
    """The verb that governs the paper at ``position``; None when there is none."""
    bones = skeleton.bones
    patterns = voice_patterns(language)
    before = bones[max(0, position - 130) : position]
    shift = position - len(before)
    noun = patterns.noun.search(before)
    if noun:
        return Voice(shift + noun.start("verb"), shift + noun.end("verb"), "noun")
    behind = bones[position + 1 : position + 240]
    following = behind.find(PAPER)
    behind = behind if following < 0 else behind[: following + 1]
    passive = patterns.passive.match(behind)
    participle = patterns.participle.match(behind)
    active = _last_active(patterns, before)
    if active is not None and not (passive and _is_passive(before, active)):
        form = "passive" if _is_passive(before, active) else "active"
        return Voice(shift + active.start("verb"), shift + active.end("verb"), form)
    found = _earlier(passive, participle)
    if found:
        form = (
            "passive"
            if (found is passive and not _has_subject(found["gap"]))
            or not _has_subject(found["gap"])
            else "relative"
        )
        offset = position + 1
        return Voice(offset + found.start("verb"), offset + found.end("verb"), form)
    return None


def _earlier(
    one: re.Match[str] | None, other: re.Match[str] | None
) -> re.Match[str] | None:
    """The match whose verb stands first; the first given among equals."""
    if one is None or other is None:
        return one or other
    return one if one.start("verb") <= other.start("verb") else other


def _last_active(patterns: VoicePatterns, before: str) -> re.Match[str] | None:
    """The nearest verb before the paper that can have it as object."""
    found = None
    for match in patterns.loose.finditer(before):
        gap = before[match.end() :]
        if len(gap) <= 100 and not re.search(r"[;:]|\b(?:that|which|who|said)\b", gap):
            found = match
    return found


def _is_passive(before: str, verb: re.Match[str]) -> bool:
    """ "was signed" governs what stands before it, not the paper behind."""
    lead = before[max(0, verb.start() - 30) : verb.start()]
    return (
        re.search(r"\b(?:was|were|been|be|being|is|are)(?:\s+\w+ly)?\s+$", lead)
        is not None
    )


def _has_subject(gap: str) -> bool:
    return re.search("[\ue000-\ue003\ue009]", gap) is not None and not re.search(
        r"\b(?:between|with|among|by)\b", gap
    )
