"""Coming back to the page that a form was sent from."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def page_to_return_to(request: HttpRequest, *, otherwise: str) -> str:
    """The page that the form or address names as ``next``; ``otherwise`` where it
    names none, or one of another site.
    """
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if is_ours else otherwise


def page_sent_from(request: HttpRequest) -> str:
    """The page that the browser says a form stood on; the desk where it names none,
    or one of another site.
    """
    told = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(told, {request.get_host()}):
        return reverse("desk")
    return urlsplit(told)._replace(scheme="", netloc="", fragment="").geturl()
