"""Rows as the answer to a request: CSV and JSON as they come, Excel from a file."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.http import FileResponse, HttpResponse, StreamingHttpResponse

from memoranda.insight.tables import listed, separated
from memoranda.insight.tables.workbook import TooManyRows, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.http.response import HttpResponseBase

FORMS = ("csv", "xlsx", "json")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_ONCE = 64 * 1024  # characters sent together
IN_MEMORY = 4_000_000  # bytes of a workbook, before it goes to a file


@dataclass(frozen=True, slots=True)
class Table:
    """What is taken along: a name, columns, rows, and what JSON tells beside them."""

    name: str
    columns: Sequence[str]
    rows: Iterable[dict[str, Any]]
    head: dict[str, Any] = field(default_factory=dict)


def file_of(table: Table, form: str) -> HttpResponseBase:
    """The table in one of ``FORMS``, to be saved; 413 and why where it is too long."""
    try:
        answer = ANSWERS[form](table)
    except TooManyRows as error:
        return HttpResponse(str(error), status=413, content_type="text/plain")
    answer.headers["Content-Disposition"] = (
        f'attachment; filename="memoranda-{table.name}.{form}"'
    )
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _separated(table: Table) -> HttpResponseBase:
    lines = separated.separated(table.columns, table.rows)
    texts = _together(separated.MARK, lines)
    return StreamingHttpResponse(texts, content_type="text/csv; charset=utf-8")


def _document(table: Table) -> HttpResponseBase:
    texts = _together("", listed.document(table.head, table.rows))
    return StreamingHttpResponse(texts, content_type="application/json")


def _workbook(table: Table) -> HttpResponseBase:
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    try:
        write_workbook(file, table.columns, table.rows, title=table.name)
    except TooManyRows:
        file.close()
        raise
    file.seek(0)
    return FileResponse(file, content_type=EXCEL)


def _together(first: str, texts: Iterable[str]) -> Iterator[str]:
    held, size = [first], len(first)
    for text in texts:
        held.append(text)
        size += len(text)
        if size > AT_ONCE:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


ANSWERS = {"csv": _separated, "xlsx": _workbook, "json": _document}
