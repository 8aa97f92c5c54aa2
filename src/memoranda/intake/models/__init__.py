"""Models of the intake."""

from memoranda.intake.models.import_mapping import ImportMapping
from memoranda.intake.models.import_run import Import, ImportFile
from memoranda.intake.models.job import Job, JobItem
from memoranda.intake.models.match_key import KeyedUntil, MatchKey
from memoranda.intake.models.refusal import Refusal
from memoranda.intake.models.upload import Upload, UploadPiece

__all__ = [
    "Import",
    "ImportFile",
    "ImportMapping",
    "Job",
    "JobItem",
    "KeyedUntil",
    "MatchKey",
    "Refusal",
    "Upload",
    "UploadPiece",
]
