"""The site's key is made once, whole, and for its owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memoranda.store.secret_key import NoKey, key_beside, key_file_of


def test_the_key_is_made_once_for_its_owner(tmp_path: Path) -> None:
    store = tmp_path / "register.sqlite3"

    first, second = key_beside(store), key_beside(store)

    assert first == second
    assert len(first) == 64
    assert stat.S_IMODE(key_file_of(store).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["register.sqlite3.key"]


def test_registers_have_keys_of_their_own(tmp_path: Path) -> None:
    keys = {key_beside(tmp_path / name) for name in ("a", "b", "c")}

    assert len(keys) == 3


def test_of_many_at_once_all_get_the_same(tmp_path: Path) -> None:
    stores = [tmp_path / "register.sqlite3"] * 40

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(key_beside, stores))

    assert keys == {key_file_of(stores[0]).read_text().strip()}
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoKey, match="MEMORANDA_SECRET_KEY"):
        key_beside(tmp_path / "none" / "register.sqlite3")


@pytest.mark.parametrize("held", ["", "short", "schlüssel" * 9])
def test_a_file_that_holds_no_key_is_not_used(tmp_path: Path, held: str) -> None:
    store = tmp_path / "register.sqlite3"
    key_file_of(store).write_text(held)

    with pytest.raises(NoKey):
        key_beside(store)

    assert key_file_of(store).read_text() == held
