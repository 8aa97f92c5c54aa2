"""Bounds of what a form may send; of files held while they arrive."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponseBase]
MB = 1_000_000
LONGEST_REASON = 500  # characters, as the register keeps them


class TooMuch(MultiPartParserError):
    """More was sent than may be."""


TOO_MUCH = (TooMuch, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class Bounds(FileUploadHandler):
    """Counts the bytes of all files of a form and breaks off at the bound."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self._room = settings.MEMORANDA_UPLOAD * MB

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002
        """Hand the chunk on to the next handler."""
        self._room -= len(raw_data)
        if self._room < 0:
            raise TooMuch
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def takes_files(view: View) -> View:
    """Decorate a view with a form of files: 413 and a plain page beyond the bounds.

    Stands below ``needs``: nothing is read of a form by one who may not send it. The
    form's token is checked after the bounds, since that reads the form.
    """
    protected = csrf_protect(view)

    @wraps(view)
    def bounded(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
        if request.method == "POST":
            try:
                _read(request)
            except TOO_MUCH:
                return too_much(request)
        return protected(request, *args, **given)

    return csrf_exempt(bounded)


def too_much(request: HttpRequest) -> HttpResponse:
    """The page that says how much may be sent."""
    bounds = {
        "most": settings.MEMORANDA_UPLOAD,
        "files": settings.MEMORANDA_UPLOAD_FILES,
    }
    return render(request, "desk/adding/too_much.html", bounds, status=413)


def _read(request: HttpRequest) -> None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > settings.MEMORANDA_UPLOAD * MB:
        raise TooMuch
    request.upload_handlers.insert(0, Bounds(request))
    _ = request.POST
