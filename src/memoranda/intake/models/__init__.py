"""Models of the intake."""

from memoranda.intake.models.refusal import Refusal

__all__ = ["Refusal"]
