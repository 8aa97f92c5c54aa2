"""Addresses of the whole site."""

from django.urls import include, path

urlpatterns = [
    path("", include("memoranda.public.urls")),
    path("desk/", include("memoranda.desk.urls")),
    path("account/", include("memoranda.desk.account_urls")),
]
