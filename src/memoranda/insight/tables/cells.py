"""A value of a record as one cell of a table."""

SEPARATOR = "; "
# What a spreadsheet takes for the beginning of a formula; OWASP, "CSV Injection".
RUN = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | bool | None


def cell_of(value: object) -> Cell:
    """A value as one cell: numbers and truths as such, dates as EDTF text.

    Several values are joined by "; "; of one with certainty and claims its title or
    value is kept, of one with both "value (title)": in which capacity, and who.
    """
    if isinstance(value, list):
        return SEPARATOR.join(str(cell_of(each)) for each in value)
    if isinstance(value, dict):
        said, title = value.get("value"), value.get("title")
        return f"{said} ({title})" if said and title else cell_of(title or said)
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def inert(cell: Cell) -> str | int | float:
    """A cell of a file without types: text that a spreadsheet would run is quoted.

    An apostrophe goes before it, as typed by hand to say that what follows is text.
    """
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(RUN):
        return f"'{cell}"
    return cell
