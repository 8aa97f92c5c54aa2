"""What a record is called where people work on it, whether or not a page shows it."""

from memoranda.register.interfaces import words
from memoranda.register.queries.sayings import Record
from memoranda.register.rules.titles import NAMED_BY


def record_title(record: Record) -> str:
    """The title of its entry; else the first name said of it, else what it is."""
    if record.entry is not None:
        return record.entry.title
    for property_ in (NAMED_BY.get(record.type, ""), "indicator", "kind"):
        for field in record.fields:
            if field.schema.name == property_ and field.values:
                said = str(field.values[0].claim.value)
                return words.kind(said) if property_ == "kind" else said
    return str(record.type.label)
