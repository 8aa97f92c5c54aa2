"""What every page knows of the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001
    """Whether this register is the demonstration, and its accept policy."""
    return {"demo": settings.MEMORANDA_DEMO, "policy": settings.MEMORANDA_POLICY}
