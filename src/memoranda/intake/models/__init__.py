"""Models of the intake."""

from memoranda.intake.models.job import Job, JobItem
from memoranda.intake.models.refusal import Refusal
from memoranda.intake.models.upload import Upload, UploadPiece

__all__ = ["Job", "JobItem", "Refusal", "Upload", "UploadPiece"]
