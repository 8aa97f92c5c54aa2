"""Settings for the tests: a fixed key, the assisted policy, a database of their own.

In memory, or on the server that MEMORANDA_DATABASE_URL names: there the runner makes
``test_`` and the named database, and drops it; the named one need not exist.
"""

import os

from memoranda.config.settings import *  # noqa: F403
from memoranda.config.settings import DATABASES

SECRET_KEY = "for tests only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
MEMORANDA_POLICY = "assisted"
# A hash that is slow on purpose would be most of the time of a test.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["NAME"] = ":memory:"
# Commands that tests start have stores of their own.
os.environ.pop("MEMORANDA_DATABASE_URL", None)
