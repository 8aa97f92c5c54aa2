"""Django's handle on this package."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "memoranda.history"
    label = "history"
