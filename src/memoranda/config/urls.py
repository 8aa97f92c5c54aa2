"""Addresses of the whole site."""

from django.urls import include, path

urlpatterns = [
    path("", include("memoranda.public.urls")),
    path("desk/", include("memoranda.desk.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/factors/", include("allauth.mfa.urls")),
]
