"""Addresses of the public site."""

from django.urls import path, re_path

from memoranda.public.views import (
    documents,
    exports,
    feeds,
    health,
    history,
    home,
    lists,
    pages,
    relations,
    search,
    subjects,
)

FORMS = "csv|xlsx|json"
NAMES = "instruments|events|actors|commitments|figures"

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest", search.suggest, name="suggest"),
    path("about/", pages.about, name="about"),
    path("unread/", pages.unread, name="unread"),
    path("health", health.health, name="health"),
    path("robots.txt", pages.robots),
    path("favicon.ico", pages.favicon),
    path("calendar.ics", feeds.events, name="calendar"),
    path("changes/", history.changes, name="changes"),
    path("changes.atom", history.changes_feed, name="changes-feed"),
    path("changes.json", history.changes_activities, name="changes-activities"),
    path("documents/", lists.document_list, name="documents"),
    re_path(
        rf"^documents/take\.(?P<form>{FORMS})$",
        exports.document_list,
        name="take-documents",
    ),
    re_path(rf"^search/take\.(?P<form>{FORMS})$", exports.search, name="take-search"),
    re_path(
        rf"^relations/(?P<left>[a-z0-9]+)/(?P<right>[a-z0-9]+)/take\.(?P<form>{FORMS})$",
        exports.relation,
        name="take-relation",
    ),
    re_path(
        rf"^(?P<name>{NAMES})/take\.(?P<form>{FORMS})$",
        exports.listing,
        name="take-list",
    ),
    path("documents/<slug:key>/", documents.document, name="document"),
    path("documents/<slug:key>/original", documents.original, name="original"),
    path("relations/", relations.relations, name="relations"),
    path("relations/<slug:left>/<slug:right>/", relations.relation, name="relation"),
    re_path(
        rf"^(?P<name>{NAMES})/(?P<key>[a-z0-9]+)\.ics$",
        feeds.subject,
        name="subject-calendar",
    ),
    re_path(rf"^(?P<name>{NAMES})/changes/$", history.changes, name="list-changes"),
    re_path(rf"^(?P<name>{NAMES})/changes\.atom$", history.changes_feed),
    re_path(rf"^(?P<name>{NAMES})/changes\.json$", history.changes_activities),
    re_path(
        rf"^(?P<name>{NAMES})/(?P<key>[a-z0-9]+)/history/$",
        history.subject,
        name="subject-history",
    ),
    re_path(
        rf"^(?P<name>{NAMES})/(?P<key>[a-z0-9]+)/history\.atom$",
        history.subject_feed,
    ),
    re_path(
        rf"^(?P<name>{NAMES})/(?P<key>[a-z0-9]+)/history\.json$",
        history.subject_activities,
    ),
    re_path(rf"^(?P<name>{NAMES})/$", lists.listing, name="list"),
    re_path(
        rf"^(?P<name>{NAMES})/(?P<key>[a-z0-9]+)/$", subjects.subject, name="subject"
    ),
]
