"""What the text of an agreement says about itself.

``read_treaty`` is the public name of this package.
"""

from memoranda.reading.statements.treaty.treaty import TreatyReading, read_treaty

__all__ = ["TreatyReading", "read_treaty"]
