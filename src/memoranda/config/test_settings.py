"""Settings for the tests: an in-memory store, a fixed key, the assisted policy."""

from memoranda.config.settings import *  # noqa: F403
from memoranda.config.settings import DATABASES

SECRET_KEY = "for tests only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
MEMORANDA_POLICY = "assisted"
DATABASES["default"]["NAME"] = ":memory:"
