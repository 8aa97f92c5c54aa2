"""Zip files from anyone."""

import io
import stat
import struct
import zipfile

import pytest

from memoranda.intake.domain import archives
from memoranda.intake.domain.archives import Member, members_of, unpacked
from memoranda.intake.domain.refusing import Refused


def packed(
    *files: tuple[str, bytes], compress: int = zipfile.ZIP_DEFLATED
) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compress) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, compress)
    return file


def content_of(file: io.BytesIO, number: int = 0) -> bytes:
    member = members_of(file)[number]
    with zipfile.ZipFile(file) as archive:
        return unpacked(archive, member)


def test_files_come_by_name_without_folders_and_hidden_ones():
    file = packed(
        ("b.txt", b"b"),
        ("a/", b""),
        ("a/c.txt", b"c"),
        (".hidden", b""),
        (".git/config", b""),
        ("__MACOSX/b.txt", b""),
    )

    assert members_of(file) == [Member("a/c.txt", 2), Member("b.txt", 0)]
    assert content_of(file, 1) == b"b"


def test_two_files_of_one_name_are_two():
    with pytest.warns(UserWarning, match="Duplicate name"):
        file = packed(("a", b"1"), ("a", b"2"))

    assert [content_of(file, 0), content_of(file, 1)] == [b"1", b"2"]


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "..\\a", "C:\\a", ""])
def test_a_path_that_leads_out_is_a_fault(name):
    file = packed((name, b"x"))

    (member,) = members_of(file)

    assert member.fault == "its path leads out of the zip file"
    with pytest.raises(Refused, match="leads out"):
        content_of(file)


def test_a_link_is_a_fault():
    file, link = io.BytesIO(), zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert members_of(file)[0].fault == "it is a link to another file"


def test_a_locked_file_is_a_fault():
    raw = bytearray(packed(("a.txt", b"x")).getvalue())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1

    assert members_of(io.BytesIO(raw))[0].fault == "it is locked with a password"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)

    with pytest.raises(Refused, match="more than 2 files"):
        members_of(packed(("a", b""), ("b", b""), ("c", b"")))


def test_a_list_of_millions_of_files_is_not_even_read(monkeypatch):
    monkeypatch.setattr(archives, "MOST_INDEX", 100)
    monkeypatch.setattr(archives.zipfile, "ZipFile", None)  # would fail on use

    with pytest.raises(Refused, match="holds more than"):
        members_of(_listing(101))


def _listing(size: int) -> io.BytesIO:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size, 0, 0)
    return io.BytesIO(b"\0" * size + end)


def test_a_bomb_is_refused_by_its_ratio():
    file = packed(("a.txt", b"0" * 30_000_000))

    with pytest.raises(Refused, match="far more than papers do"):
        members_of(file)


def test_an_entry_that_lies_about_its_size_is_unpacked_no_farther(monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 1000)
    raw = bytearray(packed(("a.txt", b"x" * 5000)).getvalue())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", raw, raw.index(mark) + at, 10)

    with pytest.raises(Refused, match=r"larger than|cannot be unpacked"):
        content_of(io.BytesIO(raw))


@pytest.mark.parametrize("cut", [0, 4, 30, 60, -1, -10, -40])
def test_a_damaged_file_refuses_and_nothing_else(cut):
    raw = packed(("a.txt", b"some text" * 50)).getvalue()[:cut]

    with pytest.raises(Refused):
        content_of(io.BytesIO(raw))


@pytest.mark.parametrize("at", range(0, 130, 7))
def test_a_file_with_a_wrong_byte_is_read_or_refused(at):
    raw = bytearray(packed(("a.txt", b"some text" * 50)).getvalue())
    raw[at % len(raw)] ^= 0xFF
    file = io.BytesIO(raw)

    try:
        members = members_of(file)
        with zipfile.ZipFile(file) as archive:
            [unpacked(archive, member) for member in members]
    except Refused as refused:
        assert str(refused)  # noqa: PT017  either is right, nothing else is
