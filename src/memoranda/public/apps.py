"""Django's handle on this package."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "memoranda.public"
    label = "public"
