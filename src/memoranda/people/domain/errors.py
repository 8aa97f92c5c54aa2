"""What the people package refuses; each message is one line for the person."""

#   PeopleError
#     NameTaken        the user name, e-mail address or office is somebody else's
#     BadName          nothing that can be a name
#     WeakPassword     the password breaks a rule; all broken ones are named
#     LastAdministrator  nobody would be left to manage accounts
#     LinkOver         a one-time link that was used, replaced or is too old


class PeopleError(Exception):
    """A write was refused; nothing was changed."""


class NameTaken(PeopleError):
    """The user name, e-mail address or name of an office is taken."""


class BadName(PeopleError):
    """Nothing that can be a name or an address."""


class WeakPassword(PeopleError):
    """The password breaks a rule."""


class LastAdministrator(PeopleError):
    """Nobody would be left to manage accounts."""


class LinkOver(PeopleError):
    """The one-time link was used, replaced, or is too old."""
