"""The first page of the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from memoranda.desk.permission import needs
from memoranda.insight.queries.holdings import holdings
from memoranda.people.enums import Capability


@needs(Capability.READ)
def overview(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in."""
    return render(request, "desk/overview.html", {"held": holdings()})
