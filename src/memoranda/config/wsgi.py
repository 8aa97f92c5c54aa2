"""The entry for a WSGI server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from memoranda.ui.prefix import under

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "memoranda.config.settings")
application = under(settings.MEMORANDA_PREFIX, get_wsgi_application())
