"""The log has a line for each request, and nothing of what people typed."""

import json
import logging

import pytest
from django.http import HttpResponse  # noqa: TID251

from memoranda.ui.logs import JsonLines, WithoutAddresses
from memoranda.ui.requests import RequestLogMiddleware


@pytest.fixture
def lines():
    """What the handler of the settings would write, as parsed lines."""
    written = []

    class Kept(logging.Handler):
        def emit(self, record):
            written.append(json.loads(self.format(record)))

    handler = Kept()
    handler.setFormatter(JsonLines())
    handler.addFilter(WithoutAddresses())
    loggers = [logging.getLogger(name) for name in ("memoranda.requests", "django")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    yield written
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:No directory at")
def test_a_request_is_told_by_page_and_id(client, lines):
    answer = client.get("/search/?q=Anna+Secret&token=hunter2")

    (line,) = lines
    assert {**line, "at": "", "milliseconds": 0} == {
        "at": "",
        "level": "INFO",
        "logger": "memoranda.requests",
        "message": "answered",
        "request": answer.headers["X-Request-ID"],
        "method": "GET",
        "page": "search",
        "status": 200,
        "milliseconds": 0,
        "bytes": len(answer.content),
    }


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:No directory at")
def test_an_address_that_leads_nowhere_is_not_told(client, lines):
    client.get("/secret-token-42/Anna?next=hunter2", headers={"cookie": "s=hunter2"})

    assert [line["status"] for line in lines if "status" in line] == [404]
    assert not any(
        word in json.dumps(lines) for word in ("secret", "Anna", "hunter2", "127.0")
    )


def test_an_error_is_told_by_type_and_place_without_its_message(lines):
    def fail():
        raise ValueError("Anna's password is hunter2") from KeyError("Anna")

    try:
        fail()
    except ValueError:
        logging.getLogger("memoranda.requests").exception("Could not answer")

    (line,) = lines
    assert (line["error"], line["causes"]) == ("ValueError", ["KeyError"])
    assert line["places"][0].startswith("tests/ui/test_logs.py:")
    assert "hunter2" not in json.dumps(line)
    assert "Anna" not in json.dumps(line)


@pytest.mark.parametrize(
    ("proxy", "given", "kept"),
    [
        ("127.0.0.1", "4bf92f3577b34da6", True),
        ("", "4bf92f3577b34da6", False),
        ("127.0.0.1", 'x"} {"level": "forged', False),
        ("127.0.0.1", "short", False),
    ],
)
def test_a_name_is_taken_from_a_trusted_proxy_only(rf, settings, proxy, given, kept):
    settings.MEMORANDA_TRUSTED_PROXY = proxy
    answer = RequestLogMiddleware(lambda _: HttpResponse())(
        rf.get("/", headers={"x-request-id": given})
    )

    assert (answer.headers["X-Request-ID"] == given) is kept
