"""Fixtures of every test: a home of its own, no silent trouble, binders on both databases."""

from __future__ import annotations

import ctypes
import datetime as dt
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from plans.binder import Binder
from plans.model.building import Building, Placing
from plans.model.catalog import Catalog, load_catalog
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FeatureId, FloorId, PersonId, ShiftId, StationId, new_id
from plans.model.station import Person, Shift, Station

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "data"

ExpectLog = Callable[[str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--headed` shows the windows that tests open; `--update-golden` accepts what is drawn."""
    parser.addoption("--headed", action="store_true", help="show windows instead of offscreen")
    parser.addoption("--update-golden", action="store_true", help="keep what is drawn as golden")


def pytest_configure(config: pytest.Config) -> None:
    """Choose Qt's platform before anything imports Qt."""
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `corpus` need the folder of real files; CI has it."""
    if CORPUS.is_dir() or os.environ.get("CI"):
        return
    skip = pytest.mark.skip(reason="the corpus ../shared/data is absent")
    for item in items:
        if "corpus" in item.keywords:
            item.add_marker(skip)


@pytest.fixture
def corpus() -> Path:
    """The folder of real files nobody here wrote, read in place."""
    assert CORPUS.is_dir(), f"CI needs the corpus at {CORPUS}"
    return CORPUS


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, cache and logs of the test lie in its own folder."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("PREPLAN_LANG", raising=False)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


class _Troubles(logging.Handler):
    """Collects records at WARNING or above and the patterns a test expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def faults(self) -> list[str]:
        """Records nobody expected, and expectations nothing met."""
        loud = [
            message
            for message in self.messages
            if not any(re.search(pattern, message) for pattern in self.expected)
        ]
        missed = [
            f"expected in the log: {pattern}"
            for pattern in self.expected
            if not any(re.search(pattern, message) for message in self.messages)
        ]
        return loud + missed


@pytest.fixture(autouse=True)
def no_silent_trouble() -> Iterator[_Troubles]:
    """A log record at WARNING or above fails the test unless `expect_log` announced it."""
    troubles = _Troubles()
    root = logging.getLogger()
    root.addHandler(troubles)
    yield troubles
    root.removeHandler(troubles)
    faults = troubles.faults()
    assert not faults, "\n".join(faults)


@pytest.fixture
def expect_log(no_silent_trouble: _Troubles) -> ExpectLog:
    """`expect_log(pattern)`: a record `LEVEL logger: message` matching it must come."""
    return no_silent_trouble.expected.append


@pytest.fixture(scope="session")
def binder_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty binder file, made once; tests get copies."""
    path = tmp_path_factory.mktemp("template") / "empty.binder"
    Binder.create(path).close()
    return path


@pytest.fixture
def binder_path(tmp_path: Path, binder_template: Path) -> Path:
    """The path of an empty binder file of the test's own."""
    return Path(shutil.copyfile(binder_template, tmp_path / "test.binder"))


@pytest.fixture
def binder(binder_path: Path) -> Iterator[Binder]:
    """An empty binder file, open."""
    with Binder.open(binder_path, who="tester") as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgres"])
def any_place(request: pytest.FixtureRequest) -> Path | str:
    """Where an empty binder is: a file, then a hub. `Binder.open` takes either."""
    name = "binder_path" if request.param == "sqlite" else "hub_url"
    place: Path | str = request.getfixturevalue(name)
    return place


@pytest.fixture
def any_binder(any_place: Path | str) -> Iterator[Binder]:
    """An empty binder, open: a file, then a hub."""
    with Binder.open(any_place, who="tester") as opened:
        yield opened


class Make:
    """Short ways to records for tests; whatever is not given is plain and invented."""

    def building(self, name: str = "示例广场", **fields: Any) -> Building:
        """A building placed in an invented spot, unless `placing` says otherwise."""
        fields.setdefault("placing", Placing(lon=121.5, lat=31.2))
        return Building(id=BuildingId(new_id()), name=name, **fields)

    def floor(self, building: Building, level: int = 0, **fields: Any) -> Floor:
        """A floor 4 m high at its level."""
        label = f"{level + 1}F" if level >= 0 else f"B{-level}"
        given = {"label": label, "elevation_m": level * 4.0, "height_m": 4.0, **fields}
        return Floor(id=FloorId(new_id()), building_id=building.id, level=level, **given)

    def feature(
        self, place: FloorId, kind: str = "wall", shape: BaseGeometry | None = None, **fields: Any
    ) -> Feature:
        """A wall 5 m long from the origin, unless kind and shape say otherwise."""
        shape = shapely.LineString([(0, 0), (5, 0)]) if shape is None else shape
        return Feature(id=FeatureId(new_id()), place=place, kind=kind, shape=shape, **fields)

    def station(self, name: str = "示例站", **fields: Any) -> Station:
        """A fire station."""
        return Station(**{"id": StationId(new_id()), "kind": "station", "name": name, **fields})

    def person(self, station: Station, name: str = "某甲") -> Person:
        """Somebody on a station's roster."""
        return Person(id=PersonId(new_id()), name=name, station_id=station.id)

    def shift(self, person: Person, starts_at: dt.datetime, **fields: Any) -> Shift:
        """A turn of duty of 24 h."""
        assert person.station_id is not None
        return Shift(
            id=ShiftId(new_id()),
            station_id=person.station_id,
            person_id=person.id,
            starts_at=starts_at,
            **fields,
        )


@pytest.fixture(scope="session")
def make() -> Make:
    """Short ways to records."""
    return Make()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog that ships."""
    return load_catalog(ROOT / "assets" / "catalog")


@pytest.fixture(scope="session")
def hand_drawn() -> Callable[..., list[Feature]]:
    """`hand_drawn("floor")`, `hand_drawn("site", SITE)`: a small plan of `tests/golden`."""

    def read(name: str, place: str = "floor-1") -> list[Feature]:
        rows = tomllib.loads((ROOT / "tests" / "golden" / f"{name}.toml").read_text("utf-8"))
        made = []
        for number, row in enumerate(rows["feature"]):
            row["shape"] = shapely.from_wkt(row["shape"])
            row["facts"] = tuple(Fact(key=k, value=v) for k, v in row.get("facts", {}).items())
            id_ = FeatureId(f"{name}-{number:02}")
            made.append(Feature(id=id_, place=FloorId(place), **row))
        return made

    return read


@pytest.fixture(scope="session")
def sample_binder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district, built once by the real importers; to be read, or copied and changed."""
    from desktop.support.sample import build_sample

    path = tmp_path_factory.mktemp("sample") / "sample.binder"
    build_sample(path)
    return path


_EMPTY = """
BEGIN;
DELETE FROM underlays; DELETE FROM features; DELETE FROM floors; DELETE FROM buildings;
DELETE FROM shifts; DELETE FROM appliances; DELETE FROM persons; DELETE FROM stations;
DELETE FROM attachments; DELETE FROM blobs; DELETE FROM changes;
DELETE FROM search_rows; DELETE FROM search_words;
ALTER SEQUENCE changes_seq_seq RESTART;
UPDATE meta SET title = '', note = '', invented = false, origin_lon = NULL, origin_lat = NULL;
COMMIT
"""


@pytest.fixture
def application(qapp: Any, tmp_path: Path) -> Iterator[Any]:
    """The whole program without its windows, in English by day; all of it is gone afterwards."""
    from PySide6.QtCore import QEvent, QLocale

    from desktop.application import Application
    from desktop.support.settings import Settings
    from desktop.support.window_state import WindowState

    before = QLocale()
    settings = Settings(tmp_path / "settings.ini")
    for key, value in (("language", "en"), ("theme", "day")):
        settings.set(key, value)
    state = WindowState(tmp_path / "window.ini")
    made = Application(
        qapp, now=lambda: dt.datetime(2026, 9, 2, 21, 30), settings=settings, state=state
    )
    yield made
    for window in list(made.windows):
        window.close()
    made.tasks.stop()
    made.look.remove()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QLocale.setDefault(before)


class PostgresServer:
    """A private PostgreSQL in a temporary folder, reached by a socket there and no port."""

    def __init__(self, bin_folder: Path, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._shared = ""
        own = _server_user()
        data = folder / "data"
        if own:
            shutil.chown(folder, own[0], own[1])
        quiet: dict[str, object] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        as_user = {"user": own[0], "group": own[1], "extra_groups": []} if own else {}
        initdb = [bin_folder / "initdb", "-D", data, "-U", "binder", "-A", "trust", "-N"]
        subprocess.run([*initdb, "-E", "UTF8", "--no-locale"], check=True, **quiet, **as_user)  # type: ignore[call-overload]
        settings = ["listen_addresses=", "fsync=off", "max_connections=60", "shared_buffers=32MB"]
        self._process = subprocess.Popen(  # type: ignore[call-overload]
            [
                *(bin_folder / "postgres", "-D", data, "-k", folder),
                *(part for setting in settings for part in ("-c", setting)),
            ],
            cwd=folder,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            **quiet,
            **as_user,
        )
        self._wait()
        self.run("CREATE DATABASE template_binder")
        Binder.create(self.url("template_binder")).close()

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql+psycopg://binder@/{database}?host={self._folder}"

    def run(self, command: str, database: str = "postgres") -> None:
        """A command to the server, outside any transaction unless it begins one."""
        import psycopg

        address = f"host={self._folder} user=binder dbname={database}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(command.encode())

    def make(self) -> str:
        """A fresh database with an empty binder; returns its name."""
        self._made += 1
        name = f"test_{self._made}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template_binder")
        return name

    def emptied(self) -> str:
        """The one database most tests use, without a record in it; much quicker than `make`."""
        if not self._shared:
            self._shared = self.make()
        self.run(_EMPTY, self._shared)
        return self._shared

    def stop(self) -> None:
        """Stop at once, dropping connections."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)

    def _wait(self) -> None:
        import psycopg

        deadline = time.monotonic() + 30
        while True:
            try:
                self.run("SELECT 1")
                return
            except psycopg.OperationalError:
                assert self._process.poll() is None, "the PostgreSQL server stopped at once"
                assert time.monotonic() < deadline, "the PostgreSQL server does not answer"
                time.sleep(0.05)


def _server_user() -> tuple[str, str] | None:
    """PostgreSQL refuses to run as root; then it runs as one who may do nothing else."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import grp
    import pwd

    entry = pwd.getpwnam("nobody")
    return entry.pw_name, grp.getgrgid(entry.pw_gid).gr_name


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGINT)  # PR_SET_PDEATHSIG: no server outlives the tests


def _postgres_bin() -> Path | None:
    """Where PostgreSQL's programs are: on the path, or where Debian keeps each version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in versions), default=None)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One private server for all tests; skipped where PostgreSQL is not installed, CI has it."""
    bin_folder = _postgres_bin()
    if bin_folder is None:
        assert not os.environ.get("CI"), "CI needs PostgreSQL"
        pytest.skip("PostgreSQL is not installed")
    # a short path: a socket's may have 107 characters
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    try:
        server = PostgresServer(bin_folder, folder)
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def hub_url(postgres_server: PostgresServer) -> str:
    """The address of an empty hub."""
    return postgres_server.url(postgres_server.emptied())
