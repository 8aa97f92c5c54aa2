"""What a person does with an import: reads it otherwise, confirms, takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.imports.mapping_form import mapping_in_form
from memoranda.intake.domain.imports.faults import ImportFault
from memoranda.intake.domain.imports.guessing import guessed_mapping
from memoranda.intake.domain.imports.mapping import mapping_of, raw_mapping
from memoranda.intake.domain.imports.offering import (
    change_mapping,
    read_otherwise,
    table_of,
)
from memoranda.intake.domain.imports.preview import preview_of
from memoranda.intake.domain.imports.saved import save_mapping
from memoranda.intake.domain.imports.undoing import undo_import
from memoranda.intake.domain.jobs.importing import start_import
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import
from memoranda.people.enums import Capability
from memoranda.store.writing import writing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.people.models import Account


@needs(Capability.JUDGE)
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the mapping of the form; keep it by its name where that is asked."""
    run, person = get_object_or_404(Import, pk=pk), person_of(request)
    try:
        table = table_of(run)
        mapping = mapping_in_form(request.POST, raw_mapping(run.mapping), table)
        if mapping.type != raw_mapping(run.mapping).type:
            mapping = guessed_mapping(table, name=mapping.name, type_=mapping.type)
        is_kept = bool(request.POST.get("save"))
        with writing():  # both, or nothing
            stop = request.POST.get("stop") == "yes"
            change_mapping(run, mapping, by=person, stop=stop)
            if is_kept:
                save_mapping(mapping, by=person)
    except ImportFault as fault:
        messages.error(request, _("%s Nothing was changed.") % fault)
        return redirect("import", pk)
    if is_kept:
        told = _("The mapping is kept as “%s”; choose it for the next file.")
        messages.success(request, told % mapping.name)
    return redirect("import", pk)


@needs(Capability.JUDGE)
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the file by another encoding, delimiter or sheet."""
    run, person = get_object_or_404(Import, pk=pk), person_of(request)
    asked = {
        name: request.POST[name]
        for name in ("encoding", "delimiter", "sheet")
        if request.POST.get(name)
    }
    try:
        read_otherwise(run, by=person, **asked)
    except ImportFault as fault:
        messages.error(request, _("%s The file is read as before.") % fault)
        return redirect("import", pk)
    try:
        _fit_mapping(run, by=person)
    except ImportFault as fault:
        told = _("%s What its columns mean was left as it was.")
        messages.error(request, told % fault)
    return redirect("import", pk)


def _fit_mapping(run: Import, *, by: Account) -> None:
    """Guess the mapping anew where the file, read otherwise, lacks its columns."""
    before, table = raw_mapping(run.mapping), table_of(run)
    if before.used - set(table.header):
        mapping = guessed_mapping(table, name=before.name)
        change_mapping(run, mapping, by=by, stop=run.stop)


@needs(Capability.JUDGE)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to write the rows; sent twice, it is begun once."""
    run, person = get_object_or_404(Import, pk=pk), person_of(request)
    try:
        mapping_of(run.mapping)
        if run.state == ImportState.PREVIEWED:
            preview_of(run)
        elif run.state not in {ImportState.UNDONE, ImportState.FAILED}:
            return redirect("import", pk)
        start_import(run, by=person)
    except ImportFault as fault:
        messages.error(request, _("%s Nothing was written.") % fault)
    return redirect("import", pk)


@needs(Capability.JUDGE)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the import back as a whole."""
    run, person = get_object_or_404(Import, pk=pk), person_of(request)
    try:
        number = undo_import(run, by=person)
        told = ngettext(
            "The import is undone: %d value was taken back.",
            "The import is undone: %d values were taken back.",
            number,
        )
        messages.success(request, told % number)
    except ImportFault as fault:
        messages.warning(request, str(fault))
    return redirect("import", pk)
