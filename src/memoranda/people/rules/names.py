"""Which signs a name may hold."""

import unicodedata

CONTROL = {"Cc", "Cs", "Zl", "Zp"}
# They turn the order of what follows on the page, so that it reads otherwise.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_showable(name: str) -> bool:
    """Whether the name can stand on a page in any script as it was typed."""
    return not any(
        sign in TURNING or unicodedata.category(sign) in CONTROL for sign in name
    )
