"""A register with a story in a file of its own, for commands to work on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TELL = (
    "from pathlib import Path; from memoranda.cli.store import open_store; "
    "open_store(Path({!r}), create=True); "
    "from tests.public.story import tell; tell()"
)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.sqlite3"
    subprocess.run(
        [sys.executable, "-c", TELL.format(str(path))],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
            "MEMORANDA_DATABASE_URL": "",  # a store of its own
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        },
        check=True,
        timeout=120,
    )
    return path


@pytest.fixture
def told_store(story: Path, tmp_path: Path) -> Path:
    """A register of the story that a test may change."""
    return Path(shutil.copy(story, tmp_path / "told.sqlite3"))
