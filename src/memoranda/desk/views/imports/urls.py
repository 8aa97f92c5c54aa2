"""Addresses of imports."""

from django.urls import path

from memoranda.desk.views.imports import acts, runs

urlpatterns = [
    path("", runs.imports, name="imports"),
    path("<int:pk>/", runs.one, name="import"),
    path("<int:pk>/faults.csv", runs.faults, name="import-faults"),
    path("<int:pk>/mapping/", acts.change, name="import-mapping"),
    path("<int:pk>/reading/", acts.read_again, name="import-reading"),
    path("<int:pk>/confirm/", acts.confirm, name="import-confirm"),
    path("<int:pk>/undo/", acts.undo, name="import-undo"),
]
