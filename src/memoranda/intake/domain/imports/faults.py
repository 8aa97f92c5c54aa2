"""What can be wrong with an import, drawn as one tree.

ImportFault
├── BadMapping    the mapping is not sound, or does not fit the file
├── BadTable      the file cannot be read as a table
└── BadState      the import is not at a point where this can be done
"""


class ImportFault(ValueError):
    """Nothing was written; the message is one line for the user."""


class BadMapping(ImportFault):
    """The mapping is not sound, or does not fit the file."""


class BadTable(ImportFault):
    """The file cannot be read as a table."""


class BadState(ImportFault):
    """The import is not at a point where this can be done."""
