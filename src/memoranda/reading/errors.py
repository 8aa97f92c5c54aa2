"""What can go wrong while reading, drawn as one tree.

ReadingError
├── UnreadableDocument   the bytes are not what they claim to be, or damaged
├── EmptyDocument        there is no text in it
├── UnknownFormat        no loader for this kind of file
└── DocumentTooLarge     beyond the limit in ReadingOptions
"""


class ReadingError(Exception):
    """A document could not be read; the message is one line for the user."""


class UnreadableDocument(ReadingError):
    """The bytes are damaged or not what their name says."""


class EmptyDocument(ReadingError):
    """The file holds no text."""


class UnknownFormat(ReadingError):
    """No loader reads this kind of file."""


class DocumentTooLarge(ReadingError):
    """The file or its text is larger than the options allow."""
