"""Small tables and mappings to import."""

import csv
import io

from memoranda.intake.domain.imports.mapping import mapping_of
from memoranda.intake.domain.imports.offering import offer_import
from memoranda.intake.domain.imports.running import run_import
from memoranda.intake.models import Import

HEADER = ("No", "Title", "Parties", "Signed", "Kind")
ROWS = (
    ("1", "Agreement on museums", "France; Italy", "05.10.2019", "agreement"),
    ("2", "Programme for archives", "Italy; Georgia", "2020", "programme"),
)
AGREEMENTS = {
    "name": "agreements",
    "type": "instrument",
    "title": "The list",
    "language": "en",
    "key": "No",
    "columns": [
        {"column": "Kind", "property": "kind"},
        {"column": "Title", "property": "title"},
        {
            "column": "Parties",
            "property": "party",
            "convert": "actor",
            "options": {"separator": ";"},
        },
        {"column": "Signed", "property": "signed", "convert": "date"},
    ],
}


def table_of(*rows, header=HEADER) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([header, *rows])
    return written.getvalue().encode()


def offered(*rows, said=None, **options) -> Import:
    """An import of the rows, not begun."""
    options.setdefault("file_name", "list.csv")
    return offer_import(table_of(*rows), mapping_of(said or AGREEMENTS), **options)


def imported(*rows, **options) -> Import:
    return run_import(offered(*rows, **options))
