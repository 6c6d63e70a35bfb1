"""Fixtures of the commands' tests: the command line in this process, and a small binder."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.__main__ import main
from plans.binder import Binder

TABLES = {
    "buildings.csv": "编号,名称,英文名,地址,用途,经度,纬度,坐标系,建筑高度,核实人,核实日期\n"
    "S-1,示例广场,Sample Plaza,示例路1号,办公楼,113.6,30.4,wgs84,148,甲,2026-08-01\n"
    "S-2,示例医院,Sample Hospital,示例路2号,医院,113.61,30.4,wgs84,,,\n",
    "floors.csv": "building_code,label,level,elevation_m,height_m,use,use_en,typical\n"
    "S-1,1F,0,0,5,大堂,Lobby,\nS-1,2F,1,5,4,办公,Offices,\nS-1,3F,2,9,4,办公,Offices,2F\n",
    "stations.csv": "站名,编号,类型,经度,纬度,坐标系,电话\n示例站,F-1,消防救援站,113.6,30.41,wgs84,0000-1\n",
    "persons.csv": "姓名,岗位,电话,所属站点\n张三,班长,0000-2,F-1\n",
    "shifts.csv": "站点,姓名,开始时间,时长,周期\nF-1,张三,2026-09-01 08:00,24,2\n",
}
ON_DUTY, OFF_DUTY = dt.datetime(2026, 9, 3, 12), dt.datetime(2026, 9, 4, 12)


class Ran(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    def json(self) -> object:
        """Standard output, which must be exactly one JSON value."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line as `main` does, in English unless it says otherwise."""
    monkeypatch.setenv("PREPLAN_LANG", "en")
    monkeypatch.delenv("PREPLAN_BINDER", raising=False)

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main(_texts(arguments))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


def _texts(arguments: Sequence[object]) -> list[str]:
    return [str(argument) for argument in arguments]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder of small tables."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A binder with those tables in it, made once."""
    from desktop.support import assets
    from plans.importing.batch import import_files
    from plans.model.catalog import load_catalog

    folder = tmp_path_factory.mktemp("filled")
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "filled.binder"
    with Binder.create(path) as binder:
        reports = import_files(binder, [folder], load_catalog(assets.catalog()), assets.catalog())
    assert all(report.error is None for report in reports)
    return path.read_bytes()


@pytest.fixture
def filled(tmp_path: Path, filled_template: bytes) -> Path:
    """A binder file with two buildings, three floors and a station on duty."""
    path = tmp_path / "filled.binder"
    path.write_bytes(filled_template)
    return path
