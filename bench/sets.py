"""The labelled sets that the project is measured on, and how their texts are read."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.labels import Record, labels_in, part_of, set_name
from memoranda.reading.errors import ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
TREATIES = ROOT.parent / "shared" / "treaties"
# So long that no text is cut short on a busy machine: figures must not hang on it.
PATIENT = ReadingOptions(seconds=600)


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Texts, their labels, and what the set is, in a few words."""

    name: str
    texts: Path
    gold: Path
    about: str

    @property
    def is_here(self) -> bool:
        """False for a set that does not lie beside the project."""
        return self.gold.exists()

    def labels(self, part: str | None = None) -> list[Record]:
        """The labels of the English texts: seen, unseen, or all."""
        english = [
            _printed(label)
            for label in labels_in(self.gold)
            if label.get("lang", "en") == "en"
        ]
        return part_of(english, set_name(self.gold) if self.is_own else self.name, part)

    @property
    def is_own(self) -> bool:
        """True for the project's own corpus."""
        return self.gold.is_relative_to(CORPUS)

    def path_of(self, label: Record) -> Path:
        """The text that a label belongs to."""
        return self.texts / f"{label['id']}.txt"

    def readings(self, labels: Iterable[Record]) -> dict[str, Record]:
        """The readings of labelled texts, by name; a text that is refused has none."""
        found = {}
        for label in labels:
            reading = reading_of(self.path_of(label))
            if reading is not None:
                found[str(label["id"])] = reading
        return found

    def digest(self) -> str:
        """The SHA-256 of the English texts and their labels."""
        whole = sha256()
        for label in self.labels():
            whole.update(repr(sorted(label.items())).encode())
            whole.update(self.path_of(label).read_bytes())
        return whole.hexdigest()


def _printed(label: Record) -> Record:
    """The label without a day of signing that its text does not print."""
    if label.get("signed_printed", True):
        return label
    return {name: value for name, value in label.items() if name != "signed"}


def reading_of(path: Path) -> Record | None:
    """A text's reading with the text in it; None, and a word on it, when refused."""
    try:
        reading = read(path.read_bytes(), source=path.name, options=PATIENT)
    except ReadingError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return None
    found: Record = reading.as_json(with_text=True)
    return found


PRESS = LabelledSet(
    "press", CORPUS / "press", CORPUS / "gold.json", "press texts of the corpus"
)
OWN = (
    PRESS,
    LabelledSet(
        "agreements",
        CORPUS / "agreements",
        CORPUS / "agreements",
        "agreements of the corpus, with all their terms",
    ),
    LabelledSet(
        "instruments",
        CORPUS / "instruments",
        CORPUS / "instruments.json",
        "invented agreements between museums, schools and towns",
    ),
    LabelledSet(
        "layouts",
        CORPUS / "layouts",
        CORPUS / "layouts",
        "invented agreements, each laid out and worded unlike the others",
    ),
)
BESIDE = (
    LabelledSet(
        "hand",
        TREATIES / "hand" / "texts",
        TREATIES / "hand" / "gold.json",
        "real treaties, labelled by hand",
    ),
    LabelledSet(
        "unts",
        TREATIES / "unts" / "texts",
        TREATIES / "unts" / "gold.json",
        "real treaties from treaty series, with what an index says of them",
    ),
    LabelledSet(
        "modern",
        TREATIES / "modern" / "texts",
        TREATIES / "modern" / "gold.json",
        "hard agreements written for development",
    ),
)
