"""What finds names in a text: a learned tagger, and one of rules without a model."""

from memoranda.reading.components.learned import learned_tagger
from memoranda.reading.components.rules import rule_tagger
from memoranda.reading.components.tagger import Tagger

__all__ = ["Tagger", "learned_tagger", "rule_tagger"]
