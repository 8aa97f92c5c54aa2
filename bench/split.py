"""Which labelled texts are kept unread.

A third of each labelled set is set aside: no rule is written, no list filled and
no model fitted after looking at it. Its figures are reported apart.
"""

from hashlib import sha1


def is_unseen(set_name: str, stem: str) -> bool:
    """True when the text ``stem`` of a labelled set belongs to the unread third."""
    digest = sha1(f"{set_name}:{stem}".encode(), usedforsecurity=False)
    return int(digest.hexdigest()[:8], 16) % 3 == 0
