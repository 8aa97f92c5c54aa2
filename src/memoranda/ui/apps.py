"""Django's handle on this package."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "memoranda.ui"
    label = "ui"
