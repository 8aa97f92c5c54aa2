"""Addresses of the desk."""

from django.urls import include, path

from memoranda.desk.views import adding, jobs, overview, people, people_offices

urlpatterns = [
    path("", overview.overview, name="desk"),
    path("", include("memoranda.desk.views.editing.urls")),
    path("review/", include("memoranda.desk.views.review.urls")),
    path("", include("memoranda.desk.views.sameness.urls")),
    path("add/", adding.add, name="add"),
    path("jobs/", jobs.job_list, name="jobs"),
    path("jobs/<int:pk>/", jobs.job, name="job"),
    path("jobs/<int:pk>/cancel/", jobs.cancel, name="job-cancel"),
    path("jobs/<int:pk>/again/", jobs.again, name="job-again"),
    path("", include("memoranda.desk.views.history_urls")),
    path("imports/", include("memoranda.desk.views.imports.urls")),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/<slug:action>/", people.act, name="person-action"),
    path("offices/", people_offices.office_list, name="offices"),
    path("offices/<int:pk>/", people_offices.office, name="office"),
]
