"""A session goes on while it is used and ends when it is not; no cache keeps its pages."""

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SEEN = "seen"
NOTED = 5 * 60  # seconds between two notes of a use, so that reading rarely writes


class IdlenessMiddleware:
    """Notes now and then that a session is used: its time begins anew.

    A page that did not ask who is there asks nothing of the database here either.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then note the use."""
        response = self.get_response(request)
        session = request.session
        if not (session.accessed and SESSION_KEY in session):
            return response
        response.headers.setdefault("Cache-Control", "private, no-store")
        if _is_due(session):
            session[SEEN] = int(time.time())
            UserSession.objects.filter(session_key=session.session_key).update(
                last_seen_at=timezone.now()
            )
        return response


def _is_due(session: SessionBase) -> bool:
    return time.time() - float(session.get(SEEN, 0)) >= NOTED
