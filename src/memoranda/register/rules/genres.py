"""Genres of documents that the register itself treats apart."""

# A row of an imported table: found through what rests on it, not among documents.
ROW = "row"
