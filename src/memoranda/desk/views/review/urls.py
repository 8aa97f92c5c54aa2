"""Addresses of the review."""

from django.urls import path

from memoranda.desk.views.review import corrections, many, queue, rules, sheet, verdicts

urlpatterns = [
    path("", queue.queue, name="review"),
    path("documents/<slug:key>/", sheet.of_document, name="review-document"),
    path("people/<int:pk>/", sheet.of_person, name="review-person"),
    path("judge/", verdicts.judge, name="review-judge"),
    path("undo/", verdicts.take_back, name="review-undo"),
    path("claims/<int:pk>/", corrections.correction, name="review-correct"),
    path("many/", many.many, name="review-many"),
    path("acts/<int:pk>/", rules.act, name="review-act"),
    path("rules/", rules.rules, name="review-rules"),
    path("rules/<int:pk>/end/", rules.end, name="review-rule-end"),
]
