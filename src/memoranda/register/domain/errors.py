"""What the register refuses to write, drawn as one tree.

RegisterError
├── MissingEvidence    neither a quote nor a person stands behind it
├── QuoteMismatch      the document does not say this there
├── UnknownProperty    no such property of this type of subject
├── WrongValue         a value of another shape than the property holds
├── MissingDecider     neither a person nor a policy or rule decides
├── WrongPair          subjects that cannot be judged: one, or of two types
├── NotWithdrawn       a word that cannot be taken back, for it is a rule's
└── KeyTaken           another thing has this address already
"""


class RegisterError(ValueError):
    """Something cannot be written; the message is one line for the user."""


class MissingEvidence(RegisterError):
    """Neither a quote nor a person stands behind a claim."""


class QuoteMismatch(RegisterError):
    """The document does not say this there."""


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


class KeyTaken(RegisterError):
    """Another thing has this address already."""
