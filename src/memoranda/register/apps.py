"""Django's handle on this package."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "memoranda.register"
    label = "register"
