import os
import zipfile

import pytest

from memoranda.intake.domain import archives
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.sources import offers_in


def test_folders_are_read_in_order_and_hidden_files_left_out(tmp_path):
    for name in ("b.txt", "a/c.txt", ".hidden", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)

    offers = list(offers_in([tmp_path]))

    assert [one.content() for one in offers] == [b"a/c.txt", b"b.txt"]


def test_a_broken_zip_refuses_in_one_line(tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(b"PK nothing")

    (offer,) = offers_in([path])

    with pytest.raises(Refused, match="no zip file"):
        offer.content()


def test_a_zip_that_is_not_there_is_told_as_such(tmp_path):
    (offer,) = offers_in([tmp_path / "none.zip"])

    with pytest.raises(Refused, match="no such file"):
        offer.content()


def test_names_in_an_old_encoding_can_be_written_down(tmp_path):
    folder = os.fsencode(tmp_path)
    with open(folder + "/Договор.txt".encode("cp1251"), "wb") as file:  # noqa: PTH123
        file.write(b"text")

    (offer,) = offers_in([tmp_path])

    assert offer.content() == b"text"
    assert offer.name.encode().endswith(b".txt")


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_UNPACKED", 10)
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x" * 11)

    (offer,) = offers_in([path])

    with pytest.raises(Refused, match="unpacks to more"):
        offer.content()


def test_a_member_larger_than_allowed_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 10)
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x" * 11)
        archive.writestr("b.txt", "x" * 10)

    large, small = offers_in([path])

    assert small.content() == b"x" * 10
    with pytest.raises(Refused, match="larger than"):
        large.content()


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "..\\a", "C:\\a"])
def test_paths_that_lead_out_are_refused(tmp_path, name):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")

    (offer,) = offers_in([path])

    with pytest.raises(Refused, match="leads out"):
        offer.content()
