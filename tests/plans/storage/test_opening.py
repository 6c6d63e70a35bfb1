"""What is opened is a binder, or the trouble says what is wrong with it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from plans.binder import Binder
from plans.errors import (
    BinderDamaged,
    BinderError,
    BinderForbidden,
    BinderLocked,
    BinderMissing,
    BinderNewer,
    BinderReadOnly,
    NotABinder,
)
from plans.model.change import added
from plans.storage import schema
from plans.storage.backup import last_backup
from plans.storage.engine import LOCK_WAIT_S

_AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _refused(kind: type[BinderError], path: Path, *, read_only: bool = False) -> BinderError:
    with pytest.raises(BinderError) as caught:
        Binder.open(path, read_only=read_only)
    assert type(caught.value) is kind
    assert caught.value.facts["path"] == str(path)
    return caught.value


@pytest.mark.parametrize("read_only", [False, True])
def test_no_file_or_a_folder(tmp_path: Path, read_only: bool) -> None:
    _refused(BinderMissing, tmp_path / "none.binder", read_only=read_only)
    _refused(BinderMissing, tmp_path, read_only=read_only)
    _refused(BinderMissing, tmp_path / "none" / "none.binder", read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite", os.urandom(50_000), "预案".encode() * 999, b"SQLite format 3\0" + b"\0" * 84],
    ids=["zero bytes", "a few bytes", "random bytes", "text", "only a heading"],
)
def test_other_files(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "other.binder"
    path.write_bytes(content)
    _refused(NotABinder, path, read_only=read_only)
    assert path.read_bytes() == content
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["other.binder"]


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.binder"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE buildings (id)")
    before = path.read_bytes()
    _refused(NotABinder, path)
    assert path.read_bytes() == before


def test_a_newer_schema(binder_path: Path) -> None:
    with closing(sqlite3.connect(binder_path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
        newer.commit()
    assert _refused(BinderNewer, binder_path).facts["version"] == "0999"
    _refused(BinderNewer, binder_path, read_only=True)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_truncated_file(binder_path: Path, kept: float) -> None:
    content = binder_path.read_bytes()
    binder_path.write_bytes(content[: int(len(content) * kept)])
    _refused(BinderDamaged, binder_path)
    _refused(BinderDamaged, binder_path, read_only=True)


def test_a_binder_without_its_own_row(binder_path: Path) -> None:
    with closing(sqlite3.connect(binder_path)) as damaged:
        damaged.execute("DELETE FROM meta")
        damaged.commit()
    _refused(BinderDamaged, binder_path)


def test_an_older_schema_is_copied_then_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "older.binder"
    with closing(sqlite3.connect(path)) as older:  # a binder before its first migration
        older.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        older.execute("VACUUM")
    error = _refused(BinderError, path, read_only=True)
    assert error.facts["reason"] == "older"
    with Binder.open(path) as binder:
        assert binder.library.list() == []
        assert binder.id
    copy = last_backup(path)
    assert copy is not None
    assert f"before-{schema.HEAD}" in copy.name
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_creating_never_overwrites(binder_path: Path, hub_url: str) -> None:
    for place in (binder_path, hub_url):
        with pytest.raises(BinderError) as caught:
            Binder.create(place)
        assert caught.value.facts["reason"] == "exists"


def test_creating_where_nothing_can_be(tmp_path: Path) -> None:
    with pytest.raises(BinderMissing):
        Binder.create(tmp_path / "none" / "new.binder")


def test_a_closed_binder_is_one_file(binder_path: Path, make) -> None:
    for read_only in (False, True):
        with Binder.open(binder_path, read_only=read_only) as binder:
            if not read_only:
                binder.drafting.commit(added("x", make.building()))
            assert binder.library.count() == 1
        names = [entry.name for entry in binder_path.parent.iterdir() if entry.is_file()]
        assert names == [binder_path.name]


@pytest.mark.parametrize("name", ["a b?mode=ro#x.binder", "预案库 100%.binder", "it's.binder"])
def test_any_file_name(tmp_path: Path, binder_template: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copyfile(binder_template, path)
    with Binder.open(path) as binder:
        assert binder.path == path
        assert binder.title == path.stem
    with Binder.create(tmp_path / f"new {name}") as binder:
        assert binder.library.list() == []


def test_relative_paths(binder_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(binder_path.parent)
    with Binder.open(Path(binder_path.name)) as binder:
        assert binder.library.count() == 0


def test_a_reader_may_not_write(binder_path: Path, make) -> None:
    with Binder.open(binder_path, read_only=True) as binder:
        assert binder.read_only
        with pytest.raises(BinderReadOnly):
            binder.drafting.commit(added("x", make.building()))
        with pytest.raises(BinderReadOnly):
            binder.set_origin(1.0, 2.0)


def _hold(path: Path, *statements: str) -> sqlite3.Connection:
    """Another program's connection, in the middle of something."""
    other = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        other.execute(statement).fetchall()
    return other


def test_locked_against_writing(binder_path: Path, make) -> None:
    with Binder.open(binder_path) as binder, closing(_hold(binder_path, "BEGIN EXCLUSIVE")):
        started = time.monotonic()
        with pytest.raises(BinderLocked):
            binder.drafting.commit(added("x", make.building()))
        assert time.monotonic() - started < LOCK_WAIT_S * 2
        assert binder.library.list() == []
        with Binder.open(binder_path) as second:  # a reader is not kept out
            assert second.library.list() == []


def test_locked_against_reading(binder_path: Path) -> None:
    statements = ("PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE", "SELECT * FROM meta")
    with closing(_hold(binder_path, *statements)):
        started = time.monotonic()
        _refused(BinderLocked, binder_path)
        assert time.monotonic() - started < LOCK_WAIT_S * 3


def test_locked_hub(hub_url: str, make) -> None:
    import psycopg

    address = hub_url.replace("+psycopg", "")
    with Binder.open(hub_url) as binder, psycopg.connect(address) as other:
        other.execute("LOCK TABLE buildings IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(BinderLocked):
            binder.drafting.commit(added("x", make.building()))


def test_hub_that_is_not_there(hub_url: str) -> None:
    with pytest.raises(BinderMissing):
        Binder.open(_database(hub_url, "none"))
    with pytest.raises(BinderMissing):
        Binder.open("postgresql+psycopg://binder:secret@/x?host=/nowhere")
    with pytest.raises(NotABinder):
        Binder.open(_database(hub_url, "postgres"))


def _database(hub_url: str, name: str) -> str:
    return make_url(hub_url).set(database=name).render_as_string(hide_password=False)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(BinderMissing) as caught:
        Binder.open("postgresql+psycopg://binder:secret@/x?host=/nowhere")
    assert "secret" not in str(caught.value)


_AS_NOBODY = """
import os, sys
from pathlib import Path
from plans.binder import Binder
from plans.errors import BinderError
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
for read_only in (False, True):
    try:
        with Binder.open(Path(sys.argv[1]), read_only=read_only) as binder:
            print("open", binder.library.count())
    except BinderError as error:
        print(error.code)
"""


def _as_nobody(path: Path, script: str = _AS_NOBODY) -> list[str]:
    """What one who owns nothing gets: opening to write, then opening to read."""
    if not _AS_ROOT:
        pytest.skip("only root can become another user")
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture
def shared(binder_template: Path) -> Iterator[Path]:
    """An empty binder in a folder everybody can reach but only its owner write."""
    folder = Path(tempfile.mkdtemp(prefix="shared", dir="/tmp"))
    folder.chmod(0o755)
    yield Path(shutil.copyfile(binder_template, folder / "shared.binder"))
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_read(shared: Path) -> None:
    shared.chmod(0o600)
    assert _as_nobody(shared) == [BinderForbidden.code] * 2


def test_a_file_and_folder_that_may_only_be_read(shared: Path) -> None:
    shared.chmod(0o644)
    assert _as_nobody(shared) == [BinderReadOnly.code, "open 0"]


def test_a_folder_that_may_only_be_read(shared: Path) -> None:
    shared.chmod(0o666)
    assert _as_nobody(shared) == [BinderReadOnly.code, "open 0"]


def test_a_file_that_may_only_be_read(shared: Path) -> None:
    shared.chmod(0o444)
    shared.parent.chmod(0o777)
    assert _as_nobody(shared) == [BinderReadOnly.code, "open 0"]


def test_a_place_where_nothing_may_be_made(shared: Path) -> None:
    script = _AS_NOBODY.replace(
        "Binder.open(Path(sys.argv[1]), read_only=read_only)", "Binder.create(Path(sys.argv[1]))"
    )
    assert _as_nobody(shared.with_name("new.binder"), script) == [BinderForbidden.code] * 2
