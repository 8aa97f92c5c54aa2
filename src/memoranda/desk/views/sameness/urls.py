"""Addresses of the pages on sameness."""

from django.urls import path

from memoranda.desk.views.sameness import (
    cluster,
    comparing,
    partners,
    queue,
    undoing,
)

urlpatterns = [
    path("same/", queue.queue, name="same"),
    path("same/look/", queue.look, name="same-look"),
    path("same/undo/<int:pk>/", undoing.undo, name="same-undo"),
    path("same/<slug:key>/", cluster.cluster, name="same-cluster"),
    path("same/<slug:key>/out/", cluster.remove, name="same-out"),
    path("same/<slug:key>/with/", partners.partners, name="same-with"),
    path("same/<slug:left>/<slug:right>/", comparing.compare, name="same-pair"),
]
