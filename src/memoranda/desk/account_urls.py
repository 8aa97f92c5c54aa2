"""Addresses of signing in and of one's own account.

Of django-allauth only what makes sense here: accounts are opened by administrators, and
a forgotten password is replaced through a one-time link, so nothing is sent by mail.
"""

from allauth.account import views as allauth
from django.urls import include, path

from memoranda.desk.views import people_account

urlpatterns = [
    path("", people_account.account, name="account"),
    path("sessions/", people_account.end, name="account-sessions"),
    path("link/<int:pk>/<slug:token>/", people_account.link, name="account-link"),
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("confirm/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("factors/", include("allauth.mfa.urls")),
]
