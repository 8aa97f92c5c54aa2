"""Which labelled texts are kept unread.

A third of each labelled set is set aside: no rule is written, no list filled and
no model fitted after looking at it. Its figures are reported apart.
"""

from hashlib import sha1

FIRST_BORN_MARKED = 400  # press texts from this number on were written to learn from


def is_unseen(set_name: str, stem: str) -> bool:
    """True when the text ``stem`` of a labelled set belongs to the unread third."""
    if is_born_marked(set_name, stem):
        return False
    return _digest(set_name, stem) % 3 == 0


def is_tuning(set_name: str, stem: str) -> bool:
    """True for press texts that are read, but no model is fitted to.

    Thresholds and certainties are set by them: every eighth of those written to learn
    from, and a third of the seen ones, which are nearer to real press.
    """
    if set_name != "press" or is_unseen(set_name, stem):
        return False
    digest = _digest(set_name, stem)
    return digest % 8 == 0 if is_born_marked(set_name, stem) else digest % 9 < 3


def is_born_marked(set_name: str, stem: str) -> bool:
    """True for the press texts that were written with their marks."""
    return set_name == "press" and stem.isdigit() and int(stem) >= FIRST_BORN_MARKED


def _digest(set_name: str, stem: str) -> int:
    digest = sha1(f"{set_name}:{stem}".encode(), usedforsecurity=False)
    return int(digest.hexdigest()[:8], 16)
