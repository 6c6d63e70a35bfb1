"""Fixtures of the importers' tests: the catalog, a reader, files to write, a way into a binder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.importing.asked import Limits, Reader
from plans.importing.batch import FileReport, Import, import_files
from plans.importing.rules import Rules, load_rules
from plans.model.catalog import Catalog, load_catalog

CATALOG = Path(__file__).resolve().parents[3] / "assets" / "catalog"


@pytest.fixture(scope="session")
def catalog_folder() -> Path:
    return CATALOG


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(CATALOG)


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules(CATALOG)


@pytest.fixture(scope="session")
def reader(catalog: Catalog, rules: Rules) -> Reader:
    return Reader(catalog, rules, Limits())


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, object], Path]:
    """Write a file: text as UTF-8, bytes as they are, anything else as JSON."""

    def written(name: str, content: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8", newline="")
        else:
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    return written


Bring = Callable[..., list[FileReport]]


@pytest.fixture
def bring(binder: Binder, catalog: Catalog, catalog_folder: Path) -> Bring:
    """Import files into the test's binder."""

    def brought(*files: Path, **wish: object) -> list[FileReport]:
        return import_files(
            binder,
            _paths(files),
            catalog,
            catalog_folder,
            Import(**wish),  # type: ignore[arg-type]
        )

    return brought


def _paths(files: Sequence[Path]) -> list[Path]:
    return list(files)


@pytest.fixture
def feature() -> Callable[..., dict[str, object]]:
    """A GeoJSON feature from a geometry type, coordinates and properties."""

    def made(sort: str, coordinates: object, **properties: object) -> dict[str, object]:
        return {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": sort, "coordinates": coordinates},
        }

    return made


@pytest.fixture
def collection(feature: Callable[..., dict[str, object]]) -> Callable[..., dict[str, object]]:
    """A GeoJSON collection of features, with members of its own."""

    def made(*features: dict[str, object], **members: object) -> dict[str, object]:
        return {"type": "FeatureCollection", "features": list(features), **members}

    return made
