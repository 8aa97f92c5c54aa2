"""Django's handle on this package."""

from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "memoranda.people"
    label = "people"

    def ready(self) -> None:
        """Listen to what django-allauth does with second factors."""
        import_module("memoranda.people.interfaces.factor_history")
