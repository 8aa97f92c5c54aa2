"""Log records as lines of JSON, without what people typed or who they are.

A line holds names of pages, never addresses: addresses can hold words that somebody
searched for, and tokens. Of an error it holds the type and the place, not the message,
which may quote a value.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest

REQUEST: ContextVar[str] = ContextVar("request", default="")
FIELDS = ("method", "page", "status", "milliseconds", "bytes")
DEEPEST = 12  # places of an error, the innermost


def page_of(request: HttpRequest) -> str:
    """The name of the page a request asks for, or its route; "" for none."""
    match = request.resolver_match
    return (match.url_name or match.route) if match else ""


class WithoutAddresses(logging.Filter):
    """Puts the page's name where Django would log the address asked for."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; always keep it."""
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            name = page_of(request) or "an unknown page"
            record.args = tuple(
                name if isinstance(each, str) and each.startswith("/") else each
                for each in record.args
            )
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request := REQUEST.get():
            line["request"] = request
        line |= {
            each: getattr(record, each) for each in FIELDS if hasattr(record, each)
        }
        if record.exc_info and record.exc_info[1]:
            line |= _told(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def _told(error: BaseException) -> dict[str, Any]:
    causes: list[str] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(causes) < DEEPEST:
        causes.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    places = [
        f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
        for frame in frames
    ]
    return {"error": type(error).__name__, "causes": causes, "places": places}
