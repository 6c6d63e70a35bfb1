"""Tests of opening ZIP files from strangers."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.archive import Archive
from plans.importing.asked import Limits

HERE = Path("地图.zip")


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP of those files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return stream.getvalue()


def renamed(name: str | zipfile.ZipInfo) -> bytes:
    """A ZIP of one member of that name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(name, b"x")
    return stream.getvalue()


def unpacked(data: bytes, limits: Limits) -> dict[str, bytes]:
    archive = Archive(HERE, data, limits)
    return {name: archive.read(name) for name in archive}


def reason(data: bytes, limits: Limits | None = None) -> str:
    """Why an archive, or the first file in it, is refused."""
    with pytest.raises(InputError) as caught:
        unpacked(data, limits or Limits())
    return str(caught.value.facts["reason"])


def test_files_by_their_paths_without_editors_leavings() -> None:
    data = zipped({"maps/a": b"1", "maps/b": b"22", "__MACOSX/._a": b"x"})
    assert unpacked(data, Limits()) == {"maps/a": b"1", "maps/b": b"22"}


def test_names_that_are_not_utf_8() -> None:
    """Older programs write the names of files in the code page of the machine, GB 18030 here."""
    data = renamed("_" * 10).replace(b"_" * 10, "消火栓分布".encode("gb18030"))
    assert list(Archive(HERE, data, Limits())) == ["消火栓分布"]


@pytest.mark.parametrize(
    "name", ["../a.shp", "a/../../b.shp", "/etc/passwd", "C:\\a.shp", "..\\a.shp"]
)
def test_no_path_leaves_the_archive(name: str) -> None:
    assert reason(renamed(name)) == "zip_path"


def test_no_link_is_followed() -> None:
    link = zipfile.ZipInfo("a.shp")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert reason(renamed(link)) == "zip_path"


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_does() -> None:
    bomb = zipped({"a": bytes(4_000_000)})
    assert len(bomb) < 10_000
    assert reason(bomb, Limits(unpacked_bytes=1_000_000)) == "zip_bomb"
    small = (1000).to_bytes(4, "little")
    lying = bomb.replace((4_000_000).to_bytes(4, "little"), small)
    assert reason(lying, Limits(unpacked_bytes=1_000_000)) in ("zip_bomb", "cut_off")


def test_too_many_files() -> None:
    assert reason(zipped({f"a{n}": b"" for n in range(10_001)})) == "zip_many"


def test_broken_ones() -> None:
    whole = zipped({"a": bytes(range(256)) * 100})
    assert reason(b"PK\x03\x04 and no more") == "zip"
    assert reason(b"\x00" * 400) == "zip"
    assert reason(whole[: len(whole) // 2]) == "zip"
    torn = bytearray(whole)
    torn[60:80] = b"\xff" * 20
    assert reason(bytes(torn)) == "cut_off"


def test_a_password_is_told() -> None:
    data = bytearray(renamed("a.shp"))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + at] |= 1
    assert reason(bytes(data)) == "zip_password"
