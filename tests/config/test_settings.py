"""Settings as an office gives them, read in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = (
    "SESSION_COOKIE_AGE",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS",
    "CSRF_TRUSTED_ORIGINS",
    "MEMORANDA_SECOND_FACTOR",
)
READ = (
    "import json; from memoranda.config import settings; "
    f"print(json.dumps({{name: getattr(settings, name) for name in {NAMES!r}}}))"
)
KEY = (
    "import django; django.setup(); from django.conf import settings; "
    "from django.core.signing import dumps; dumps('x'); print(settings.SECRET_KEY)"
)


def read(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in os.environ if "MEMORANDA" not in name}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={
            **kept,
            "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
            "PYTHONPATH": os.pathsep.join(sys.path),
            **environment,
        },
    )


def settings_of(**environment: str) -> dict[str, object]:
    return json.loads(read(READ, **environment).stdout)


def test_without_settings_a_site_works_without_https():
    assert settings_of() == {
        "SESSION_COOKIE_AGE": 12 * 3600,
        "SESSION_COOKIE_SECURE": False,
        "CSRF_COOKIE_SECURE": False,
        "SECURE_HSTS_SECONDS": 0,
        "CSRF_TRUSTED_ORIGINS": [],
        "MEMORANDA_SECOND_FACTOR": "optional",
    }


def test_behind_https_cookies_are_secure_and_forms_come_from_the_site():
    found = settings_of(
        MEMORANDA_HTTPS="1",
        MEMORANDA_HOSTS="register.example.org,.example.com,*",
        MEMORANDA_IDLE_HOURS="1",
        MEMORANDA_SECOND_FACTOR="required",
    )

    assert found == {
        "SESSION_COOKIE_AGE": 3600,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "CSRF_TRUSTED_ORIGINS": [
            "https://register.example.org",
            "https://*.example.com",
        ],
        "MEMORANDA_SECOND_FACTOR": "required",
    }


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MEMORANDA_SECOND_FACTOR", "yes", "optional or required"),
        ("MEMORANDA_IDLE_HOURS", "0", "a whole number from 1"),
        ("MEMORANDA_IDLE_HOURS", "-1", "a whole number from 1"),
    ],
)
def test_a_setting_that_means_nothing_is_told(name, value, said):
    done = read(READ, **{name: value})

    assert done.returncode == 1
    assert f"ImproperlyConfigured: {name} is {value!r}" in done.stderr
    assert said in done.stderr


def test_the_key_survives_a_restart_and_can_be_set(tmp_path: Path):
    store = str(tmp_path / "register.sqlite3")

    looked = read(READ, MEMORANDA_STORE=store).returncode
    before = list(tmp_path.iterdir())
    first, second = (read(KEY, MEMORANDA_STORE=store).stdout for _ in range(2))
    given = read(KEY, MEMORANDA_STORE=store, MEMORANDA_SECRET_KEY="given").stdout

    assert (looked, before) == (0, [])
    assert first == second == (tmp_path / "register.sqlite3.key").read_text()
    assert given == "given\n"
