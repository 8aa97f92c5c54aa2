"""Addresses of the history, and of what an office keeps to itself."""

from django.urls import path

from memoranda.desk.views import history, kept

urlpatterns = [
    path("history/", history.history, name="history"),
    path("history/lines/<int:pk>/", history.line, name="history-line"),
    path("history/as-of/", history.past, name="history-past"),
    path("history/<slug:key>/", history.record, name="record-history"),
    path(
        "history/<slug:key>.json",
        history.record_activities,
        name="history-activities",
    ),
    path("kept/", kept.kept, name="kept"),
    path("kept/keep/", kept.keep, name="keep"),
    path("kept/let-go/", kept.let_go, name="let-go"),
    path("kept/documents/<slug:key>/", kept.document, name="kept-document"),
    path("kept/documents/<slug:key>/original", kept.original, name="kept-original"),
    path("kept/records/<slug:key>/", kept.record, name="kept-record"),
    path("documents/<slug:key>/", kept.kept_or_shown, name="kept-or-shown"),
]
