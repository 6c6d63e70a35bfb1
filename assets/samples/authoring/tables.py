"""The building tables: archive rows, facts one a line, and floors."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from .english import english_of
from .records import BuildingRow, Known
from .writing import write_table

CATALOG = Path(__file__).resolve().parents[2] / "catalog" / "facts.toml"
ARCHIVE = (
    "建筑高度",
    "地上层数",
    "地下层数",
    "总建筑面积",
    "占地面积",
    "标准层面积",
    "竣工年份",
    "行政区划",
    "产权或使用单位",
    "物业服务单位",
)


def _units() -> dict[str, str]:
    catalog = tomllib.loads(CATALOG.read_text(encoding="utf-8"))
    return {row["key"]: row.get("unit", "") for row in catalog["fact"]}


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ";".join(str(v) for v in value)
    return value


def write(
    folder: Path,
    rows: list[BuildingRow],
    files: dict[tuple[str, str], str],
    known: dict[str, list[Known]],
) -> None:
    """buildings.csv, facts.csv and floors.csv."""
    write_table(
        folder / "buildings.csv",
        (
            "单位编码",
            "名称",
            "英文名",
            "曾用名",
            "别名",
            "地址",
            "英文地址",
            "用途",
            "经度",
            "纬度",
            "坐标系",
            "旋转角",
            *ARCHIVE,
            "版本",
            "版本日期",
        ),
        (
            (
                r.code,
                r.name,
                r.name_en,
                r.old_name,
                r.alias,
                r.address,
                r.address_en,
                r.use,
                f"{r.frame.lon:.9f}",
                f"{r.frame.lat:.9f}",
                "wgs84",
                r.frame.rotation_deg,
                *(r.archive.get(a) for a in ARCHIVE),
                r.revision,
                r.revised_on,
            )
            for r in rows
        ),
    )
    units = _units()
    unknown = {k.key for ks in known.values() for k in ks} - set(units)
    if unknown:
        raise ValueError(f"not in facts.toml: {sorted(unknown)}")
    write_table(
        folder / "facts.csv",
        (
            "building_code",
            "key",
            "value",
            "value_en",
            "unit",
            "source",
            "verified_by",
            "verified_on",
        ),
        (
            (
                code,
                k.key,
                _cell(k.value),
                english_of(k.value),
                units[k.key],
                k.source,
                k.by,
                k.on,
            )
            for code, ks in known.items()
            for k in ks
        ),
    )
    write_table(
        folder / "floors.csv",
        (
            "building_code",
            "label",
            "level",
            "elevation_m",
            "height_m",
            "use",
            "use_en",
            "typical",
            "refuge",
            "file",
        ),
        (
            (
                r.code,
                f.label,
                f.level,
                f.elevation_m,
                f.height_m,
                f.use,
                f.use_en,
                f.typical_of,
                _cell(f.refuge),
                files.get((r.code, f.label), ""),
            )
            for r in rows
            for f in r.floors
        ),
    )
