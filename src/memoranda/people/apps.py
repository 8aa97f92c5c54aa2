"""Django's handle on this package."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "memoranda.people"
    label = "people"
