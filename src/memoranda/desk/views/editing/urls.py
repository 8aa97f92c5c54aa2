"""Addresses of editing."""

from django.urls import path, re_path

from memoranda.desk.views.editing import (
    attaching,
    choices,
    fields,
    opening,
    quoting,
    records,
)
from memoranda.register.interfaces.addresses import LISTS

NAMES = "|".join(LISTS.values())

urlpatterns = [
    re_path(
        rf"^edit/(?P<name>{NAMES})/(?P<key>[a-z0-9]+)/$", records.record, name="edit"
    ),
    path("edit/<slug:key>/of/<slug:property_>/", fields.field, name="edit-field"),
    path("edit/<slug:key>/undo/<int:act>/", records.undo_act, name="undo-edit"),
    path("edit/<slug:key>/removal/", records.remove, name="remove-record"),
    path("edit/<slug:key>/return/", records.restore, name="restore-record"),
    path("edit/<slug:key>/attach/", attaching.attach_file, name="attach"),
    path("new/", opening.types, name="new"),
    path("new/<slug:name>/", opening.opening, name="new-record"),
    path("quote/<slug:key>/", quoting.quote, name="quote"),
    path("choices/<slug:of>/", choices.choices, name="choices"),
    path("in-words/<slug:type_>/<slug:property_>/", choices.in_words, name="in-words"),
]
