"""The imports: all of them, a new one, and one as it stands."""

from __future__ import annotations

import csv
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from memoranda.desk.bounds import takes_files
from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.imports.mapping_form import IF_WRONG, form_of
from memoranda.insight.tables.cells import inert
from memoranda.intake.domain.imports.csv_table import DELIMITERS, ENCODINGS
from memoranda.intake.domain.imports.faults import BadTable, ImportFault
from memoranda.intake.domain.imports.guessing import guessed_mapping
from memoranda.intake.domain.imports.mapping import LONGEST_NAME, mapping_of
from memoranda.intake.domain.imports.offering import (
    expire_imports,
    offer_import,
    table_of,
)
from memoranda.intake.domain.imports.opening import table_in
from memoranda.intake.domain.imports.preview import (
    MOST_FAULTS,
    MOST_ROWS,
    faults_of,
    preview_of,
)
from memoranda.intake.domain.imports.saved import mapping_named, mapping_names
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import, Job
from memoranda.people.enums import Capability
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.http import HttpRequest

    from memoranda.intake.domain.imports.mapping import Mapping

PAGE = 30
NAMES = {
    ",": gettext_lazy("comma"),
    ";": gettext_lazy("semicolon"),
    "\t": gettext_lazy("tab"),
    "|": gettext_lazy("bar"),
}
LANGUAGES = (
    ("", "—"),
    ("en", gettext_lazy("English")),
    ("ru", gettext_lazy("Russian")),
    ("az", gettext_lazy("Azerbaijani")),
    ("fr", gettext_lazy("French")),
    ("tr", gettext_lazy("Turkish")),
)


@needs(Capability.JUDGE)
@takes_files
def imports(request: HttpRequest) -> HttpResponse:
    """All imports and the form for a new file; sent, it leads to the import's page."""
    fault = ""
    if request.method == "POST":
        try:
            return redirect("import", _offered(request).pk)
        except ImportFault as error:
            fault = str(error)
    page = Paginator(Import.objects.select_related("by"), PAGE).get_page(
        request.GET.get("page")
    )
    context = {"page": page, "fault": fault, "mappings": mapping_names()}
    status = 422 if fault else 200
    return render(request, "desk/imports/list.html", context, status=status)


def _offered(request: HttpRequest) -> Import:
    file = request.FILES.get("file")
    if file is None:
        raise BadTable(_("Choose a file first."))
    expire_imports()
    content = file.read()
    chosen = typed(request.POST, "mapping", most=LONGEST_NAME)
    name = str(file.name)
    mapping = mapping_named(chosen) if chosen else _guessed(content, name)
    return offer_import(content, mapping, file_name=name, by=person_of(request))


def _guessed(content: bytes, name: str) -> Mapping:
    return guessed_mapping(table_in(content), name=PurePath(name).stem[:100] or "table")


@needs(Capability.JUDGE)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One import: before it is written, what would be; afterwards, what became of it."""
    run = get_object_or_404(Import.objects.select_related("by"), pk=pk)
    context: dict[str, Any] = {
        "run": run,
        "is_open": run.state == ImportState.PREVIEWED,
        "job": _job_of(run),
        "counted": _counted(run),
        "can_undo": run.state in {ImportState.DONE, ImportState.FAILED},
        "can_repeat": run.state in {ImportState.UNDONE, ImportState.FAILED},
    }
    if context["is_open"]:
        context |= _before(run)
    return render(request, "desk/imports/one.html", context)


def _job_of(run: Import) -> Job | None:
    jobs = Job.objects.filter(kind="import", arguments__run=run.pk)
    return jobs.order_by("-pk").first()


def _counted(run: Import) -> list[tuple[str, int]]:
    told = {
        "new": _("new"),
        "changed": _("changed"),
        "unchanged": _("as they were"),
        "left_out": _("left out"),
        "joined": _("joined to known records"),
    }
    return [(told[name], run.counts[name]) for name in told if run.counts.get(name)]


def _before(run: Import) -> dict[str, Any]:
    """What the page shows of an import that is not written; a fault where it cannot."""
    context: dict[str, Any] = {
        "encodings": ENCODINGS,
        "delimiters": [(sign, NAMES[sign]) for sign in DELIMITERS],
        "wrongs": IF_WRONG,
        "most_rows": MOST_ROWS,
        "most_faults": MOST_FAULTS,
        "languages": LANGUAGES,
    }
    try:
        table = table_of(run)
        mapping = mapping_of(run.mapping)
        context |= {"table": table, "form": form_of(mapping, table)}
        preview = preview_of(run)
    except ImportFault as error:
        return context | {"fault": str(error)}
    shown = {name for row in preview.rows for name in row.values}
    columns = [
        (name, rule.label)
        for (of, name), rule in PROPERTIES.items()
        if of == mapping.type and name in shown
    ]
    return context | {
        "preview": preview,
        "columns": columns,
        "rows": [
            (row, [row.values.get(name, []) for name, _label in columns])
            for row in preview.rows
        ],
        "to_write": sum(preview.counts[name] for name in ("new", "changed")),
    }


@needs(Capability.JUDGE)
@require_safe
def faults(request: HttpRequest, pk: int) -> StreamingHttpResponse:  # noqa: ARG001
    """Every fault of an import's file, as CSV."""
    run = get_object_or_404(Import, pk=pk)
    writer = csv.writer(_Echo())
    lines = (writer.writerow(line) for line in _lines(run))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="import-{run.pk}-faults.csv"'
    return answer


def _lines(run: Import) -> Iterator[Iterable[object]]:
    yield _("Row"), _("Column"), _("Cell"), _("What is wrong")
    try:
        for fault in faults_of(run):
            yield fault.row, inert(fault.column), inert(fault.cell), inert(fault.reason)
    except ImportFault as error:
        yield "", "", "", str(error)


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        """The line."""
        return line
