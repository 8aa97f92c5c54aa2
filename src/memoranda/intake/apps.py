"""Django's handle on this package."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "memoranda.intake"
    label = "intake"
