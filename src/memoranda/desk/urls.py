"""Addresses of the desk."""

from django.urls import path

from memoranda.desk.views import overview

urlpatterns = [
    path("", overview.overview, name="desk"),
]
