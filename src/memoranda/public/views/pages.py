"""Pages about the register itself, and the small files a site has."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from memoranda.insight.queries.holdings import record_counts
from memoranda.intake.models import Refusal
from memoranda.public.paging import page_in
from memoranda.register.queries.counts import counted
from memoranda.register.queries.documents import all_notes

PAGE = 50
REFUSALS = 200


def about(request: HttpRequest) -> HttpResponse:
    """What this is and how it was made."""
    context = {"held": record_counts(), "certain": settings.MEMORANDA_CERTAIN}
    return render(request, "public/about.html", context)


def unread(request: HttpRequest) -> HttpResponse:
    """What was not read and what was seen and not used, each with its reason."""
    notes = all_notes()
    page = page_in(request, counted(notes), rows=PAGE)
    context = {
        "refusals": Refusal.objects.order_by("-pk")[:REFUSALS],
        "refused": counted(Refusal.objects.all()),
        "notes": notes[page.start : page.end],
        "page": page,
    }
    return render(request, "public/unread.html", context)


def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """What a crawler may fetch: everything but the originals and endless lists."""
    home = reverse("home")
    unwanted = [reverse("search"), f"{home}*/original"]
    lines = ["User-agent: *", *(f"Disallow: {each}" for each in unwanted), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where browsers look first; the icon is a file of the site."""
    return HttpResponse(status=302, headers={"Location": static("ui/icon.svg")})
