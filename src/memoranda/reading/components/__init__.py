"""What finds names and records in a text: a learned model, and rules without one."""

from memoranda.reading.components.clues import clues_of
from memoranda.reading.components.findings import findings_of, names_in
from memoranda.reading.components.record_model import RecordModel, record_model
from memoranda.reading.components.rules import rule_tagger

__all__ = [
    "RecordModel",
    "clues_of",
    "findings_of",
    "names_in",
    "record_model",
    "rule_tagger",
]
