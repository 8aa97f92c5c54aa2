"""Names compared as people compare them: case and form of letters aside."""

import unicodedata

from memoranda.people.models import Account, Office


def folded(name: str) -> str:
    """The name with differences of case, width and composition taken away."""
    return unicodedata.normalize("NFKC", name).casefold()


def loosened(name: str) -> str:
    """``folded`` for a search: marks are taken away, and i, ı and İ are one letter."""
    parts = unicodedata.normalize("NFKD", folded(name))
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return bare.replace("ı", "i")


def is_login_taken(login: str, *, except_for: Account | None = None) -> bool:
    """Whether anybody else signs in by it, be it as user name or as e-mail address."""
    wanted = folded(login)
    return any(
        wanted in (folded(name), folded(email))
        for pk, name, email in Account.objects.values_list("pk", "username", "email")
        if except_for is None or pk != except_for.pk
    )


def is_office_taken(name: str, *, except_for: Office | None = None) -> bool:
    """Whether another office bears the name."""
    wanted = folded(name)
    return any(
        wanted == folded(each)
        for pk, each in Office.objects.values_list("pk", "name")
        if except_for is None or pk != except_for.pk
    )
