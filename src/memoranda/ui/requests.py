"""Each request has an id and a line in the log."""

import logging
import re
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from memoranda.ui.logs import REQUEST, page_of

logger = logging.getLogger("memoranda.requests")
HEADER = "X-Request-ID"
# What proxies send: hexadecimal, UUIDs and the like, nothing that could be a sentence.
GIVEN = re.compile(r"[A-Za-z0-9_.-]{8,64}")


class RequestLogMiddleware:
    """Names a request, tells how it was answered, sends the name back.

    The name is the proxy's where MEMORANDA_TRUSTED_PROXY says that there is one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and log the answer."""
        name = _name_of(request)
        token = REQUEST.set(name)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            _log(request, response, seconds=time.perf_counter() - started)
        finally:
            REQUEST.reset(token)
        response.headers[HEADER] = name
        return response


def _name_of(request: HttpRequest) -> str:
    given = request.headers.get(HEADER, "")
    if settings.MEMORANDA_TRUSTED_PROXY and GIVEN.fullmatch(given):
        return given
    return secrets.token_hex(8)


def _log(request: HttpRequest, response: HttpResponse, *, seconds: float) -> None:
    told = {
        "method": request.method,
        "page": page_of(request),
        "status": response.status_code,
        "milliseconds": round(seconds * 1000, 1),
    }
    if not response.streaming:
        told["bytes"] = len(response.content)
    logger.info("answered", extra=told)
