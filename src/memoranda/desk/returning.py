"""Coming back to the page that a form was sent from."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def page_to_return_to(request: HttpRequest, *, otherwise: str) -> str:
    """The page that the form or address names as ``next``; ``otherwise`` where it
    names none, or one of another site.
    """
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if is_ours else otherwise
