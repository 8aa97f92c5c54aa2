"""Django's settings; what an office may choose comes from MEMORANDA_* variables."""

import os
import re
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from memoranda.store.addresses import BadAddress, database_at, database_in
from memoranda.store.secret_key import NoKey, key_beside

PACKAGE = Path(__file__).resolve().parent.parent


def _flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def _list(name: str, default: str) -> list[str]:
    return [part for part in os.environ.get(name, default).split(",") if part]


def _choice(name: str, default: str, choices: set[str]) -> str:
    chosen = os.environ.get(name) or default
    if chosen not in choices:
        known = " or ".join(sorted(choices))
        raise ImproperlyConfigured(f"{name} is {chosen!r}; it can be {known}.")
    return chosen


def _share(name: str, default: str) -> float:
    given = os.environ.get(name) or default
    try:
        share = float(given)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise ImproperlyConfigured(f"{name} is {given!r}; it is a number from 0 to 1.")
    return share


def _database() -> dict[str, Any]:
    url = os.environ.get("MEMORANDA_DATABASE_URL")
    if not url:
        return database_in(STORE)
    try:
        return database_at(url)
    except BadAddress as error:
        raise ImproperlyConfigured(f"MEMORANDA_DATABASE_URL: {error}.") from error


def _count(name: str, default: str, *, least: int = 0) -> int:
    given = os.environ.get(name) or default
    if not (given.isascii() and given.isdigit() and int(given) >= least):
        raise ImproperlyConfigured(
            f"{name} is {given!r}; it is a whole number from {least}."
        )
    return int(given)


def _prefix(name: str) -> str:
    given = os.environ.get(name, "").strip("/")
    if given and not re.fullmatch(r"[A-Za-z0-9_~-][A-Za-z0-9_./~-]*", given):
        raise ImproperlyConfigured(f"{name} is {given!r}; write it as /memory.")
    return f"/{given}" if given else ""


@cache
def _secret_key() -> str:
    try:
        return os.environ.get("MEMORANDA_SECRET_KEY") or key_beside(STORE)
    except NoKey as error:
        raise ImproperlyConfigured(str(error)) from error


def _proxy(name: str) -> str:
    given = os.environ.get(name, "")
    try:
        return given if given in {"", "*"} else str(ip_address(given))
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is {given!r}; it is one IP address, or * for any."
        ) from error


DEBUG = _flag("MEMORANDA_DEBUG")
# Made when something is signed first, so that a command that signs nothing leaves no
# key behind.
SECRET_KEY = lazy(_secret_key, str)()
ALLOWED_HOSTS = _list("MEMORANDA_HOSTS", "127.0.0.1,localhost,[::1]")
MEMORANDA_POLICY = _choice("MEMORANDA_POLICY", "review", {"review", "assisted"})
MEMORANDA_CERTAIN = _share("MEMORANDA_CERTAIN", "0.5")
MEMORANDA_DEMO = _flag("MEMORANDA_DEMO")
MEMORANDA_LOG = _choice("MEMORANDA_LOG", "text", {"text", "json"})
MEMORANDA_PREFIX = _prefix("MEMORANDA_PREFIX")
MEMORANDA_TRUSTED_PROXY = _proxy("MEMORANDA_TRUSTED_PROXY")
MEMORANDA_HTTPS = _flag("MEMORANDA_HTTPS")
MEMORANDA_SECOND_FACTOR = _choice(
    "MEMORANDA_SECOND_FACTOR", "optional", {"optional", "required"}
)
MEMORANDA_IDLE_HOURS = _count("MEMORANDA_IDLE_HOURS", "12", least=1)
MEMORANDA_DISK_FREE = _count("MEMORANDA_DISK_FREE", "500")
MEMORANDA_WORKER = _choice("MEMORANDA_WORKER", "serve", {"serve", "apart"})
MEMORANDA_UPLOAD = _count("MEMORANDA_UPLOAD", "200")  # MB of one form, files and all
MEMORANDA_UPLOAD_FILES = _count("MEMORANDA_UPLOAD_FILES", "500")
DATA_UPLOAD_MAX_NUMBER_FILES = MEMORANDA_UPLOAD_FILES
STORE = Path(os.environ.get("MEMORANDA_STORE", "memoranda.sqlite3")).absolute()

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "memoranda.history",
    "memoranda.people",
    "memoranda.register",
    "memoranda.intake",
    "memoranda.ui",
    "memoranda.public",
    "memoranda.desk",
    # Behind our own: the desk's templates go before theirs of the same name.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "memoranda.ui.requests.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "memoranda.people.interfaces.idleness.IdlenessMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "memoranda.ui.security.ContentSecurityPolicyMiddleware",
]
ROOT_URLCONF = "memoranda.config.urls"
WSGI_APPLICATION = "memoranda.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "memoranda.public.context.site",
                "memoranda.desk.context.desk",
            ]
        },
    }
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "memoranda.people.interfaces.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_FORMS = {
    "login": "memoranda.people.interfaces.forms.SignInForm",
    "change_password": "memoranda.people.interfaces.forms.NewPasswordForm",
    "reauthenticate": "memoranda.people.interfaces.forms.ConfirmForm",
}
MFA_ADAPTER = "memoranda.people.interfaces.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
# Attempts are counted for all threads and processes, also across a restart.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_attempts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
SESSION_COOKIE_AGE = MEMORANDA_IDLE_HOURS * 3600  # seconds after the last request
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = MEMORANDA_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if MEMORANDA_HTTPS else 0
# Where TLS ends before a server that passes no X-Forwarded-Proto on.
CSRF_TRUSTED_ORIGINS = [
    f"https://*{host}" if host.startswith(".") else f"https://{host}"
    for host in ALLOWED_HOSTS
    if MEMORANDA_HTTPS and host != "*"
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

FORCE_SCRIPT_NAME = MEMORANDA_PREFIX or None
STATIC_URL = f"{MEMORANDA_PREFIX}/static/"
CSRF_COOKIE_PATH = SESSION_COOKIE_PATH = LANGUAGE_COOKIE_PATH = f"{MEMORANDA_PREFIX}/"
WHITENOISE_USE_FINDERS = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
        "json": {"()": "memoranda.ui.logs.JsonLines"},
    },
    "filters": {"without addresses": {"()": "memoranda.ui.logs.WithoutAddresses"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": MEMORANDA_LOG,
            "filters": ["without addresses"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # As JSON every request has a line; Django's own of a refused one adds none.
        "memoranda.requests": {"level": "INFO" if MEMORANDA_LOG == "json" else "ERROR"},
        "django.request": {"level": "ERROR" if MEMORANDA_LOG == "json" else "WARNING"},
    },
}
