"""What the register refuses to write, drawn as one tree.

RegisterError
├── MissingEvidence    neither a quote nor a person stands behind it
├── QuoteMismatch      the document does not say this there
├── QuoteNotFound      the document says this nowhere
├── SeveralPlaces      the document says this in several places
├── UnknownProperty    no such property of this type of subject
├── WrongValue         a value of another shape than the property holds
├── MissingDecider     neither a person nor a policy or rule decides
├── WrongPair          subjects that cannot be judged: one, or of two types
├── NotWithdrawn       a word that cannot be taken back, for it is a rule's
├── WrongRestriction   nothing that an office could keep, or no office
├── ChangedMeanwhile   somebody else was faster
└── KeyTaken           another thing has this address already
"""


class RegisterError(ValueError):
    """Something cannot be written; the message is one line for the user."""


class MissingEvidence(RegisterError):
    """Neither a quote nor a person stands behind a claim."""


class QuoteMismatch(RegisterError):
    """The document does not say this there."""


class QuoteNotFound(RegisterError):
    """The document says this nowhere; ``near`` is what it says that is most like it."""

    def __init__(self, message: str, *, near: str = "") -> None:
        super().__init__(message)
        self.near = near


class SeveralPlaces(RegisterError):
    """The document says this in several places; ``places`` are their spans."""

    def __init__(self, message: str, *, places: tuple[tuple[int, int], ...]) -> None:
        super().__init__(message)
        self.places = places


class UnknownProperty(RegisterError):
    """The type of subject has no such property."""


class WrongValue(RegisterError):
    """The value has another shape than the property holds."""


class MissingDecider(RegisterError):
    """Neither a person nor a policy or rule decides."""


class WrongPair(RegisterError):
    """One subject, or two of different types, cannot be judged."""


class NotWithdrawn(RegisterError):
    """A rule's word, or one that takes back itself, cannot be taken back."""


class WrongRestriction(RegisterError):
    """The person has no office, or the day is none."""


class KeyTaken(RegisterError):
    """Another thing has this address already."""


class ChangedMeanwhile(RegisterError):
    """Somebody else was faster; what they did stands and nothing was written."""
