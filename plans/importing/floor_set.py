"""Indoor floor sets: a manifest that lists the levels of a building, with one GeoJSON for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question, Unread
from plans.importing.geojson import document_of, read_data
from plans.importing.levels import levels_in
from plans.importing.map_rows import bbox_of
from plans.importing.parsed import BuildingRow, FeatureRow, FloorRow, Parsed, ParsedRow, Seen
from plans.importing.values import clean
from plans.progress import Progress, silent

_MOST_BYTES = 1_000_000
"""A manifest is a short list; a larger file is none."""


class Level(msgspec.Struct, frozen=True):
    """One line of a manifest: `file` is the path of its GeoJSON beside the manifest."""

    label: str
    level: int | None
    file: str


class Manifest(msgspec.Struct, frozen=True):
    """A building and its levels."""

    name: str
    lon: float | None
    lat: float | None
    levels: tuple[Level, ...]


def manifest_in(document: object) -> Manifest | None:
    """The manifest a JSON document is; None when it is none."""
    if not isinstance(document, dict) or not isinstance(document.get("levels"), list):
        return None
    levels = tuple(
        Level(
            label=clean(one.get("name")) or clean(one.get("id")),
            level=next(iter(levels_in(one.get("z_order", one.get("ordinal")))[0]), None),
            file=clean(one.get("filename")),
        )
        for one in document["levels"]
        if isinstance(one, dict) and clean(one.get("filename"))
    )
    location = document.get("location")
    at = location.get("coordinates") if isinstance(location, dict) else None
    lon, lat = _degrees(at)
    name = clean(document.get("name")) or clean(document.get("id"))
    return Manifest(name, lon, lat, levels) if levels else None


def _degrees(at: object) -> tuple[float | None, float | None]:
    if not isinstance(at, list) or len(at) < 2:
        return None, None
    lon, lat = at[0], at[1]
    if not isinstance(lon, (int, float)) or not isinstance(lat, (int, float)):
        return None, None
    return (float(lon), float(lat)) if abs(lon) <= 180 and abs(lat) <= 90 else (None, None)


def listed(path: Path) -> list[Path]:
    """The files a manifest on the disk lists, so that nobody imports them twice; [] when it is
    none."""
    try:
        if path.suffix.lower() != ".json" or path.stat().st_size > _MOST_BYTES:
            return []
        manifest = manifest_in(document_of(path, path.read_bytes()))
    except (OSError, InputError):
        return []
    return [path.parent / level.file for level in manifest.levels] if manifest else []


def read_json(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a JSON file: a manifest with the files beside it, else GeoJSON. Raises `InputError`."""
    data = reader.bytes_of(path)
    manifest = manifest_in(document_of(path, data)) if len(data) <= _MOST_BYTES else None
    if manifest is None:
        return read_data(path, data, asked, reader, progress)
    folder = path.parent.resolve()

    def beside(name: str) -> bytes:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder):
            raise InputError(file, reason="outside_folder")
        return reader.bytes_of(file)

    return read(path, manifest, beside, asked, reader, progress)


def read(
    path: Path, manifest: Manifest, file: Callable[[str], bytes], asked: Asked, reader: Reader,
    progress: Progress = silent,
) -> Parsed:  # fmt: skip
    """Read all levels; `file` gives the bytes of one. A level that cannot be read is told and the
    others go on; raises `InputError` when none can."""
    building = manifest.name or path.stem
    rows: list[ParsedRow] = [BuildingRow(name=building, lon=manifest.lon, lat=manifest.lat)]
    unread: list[Unread] = []
    questions: list[Question] = []
    layers: list[tuple[str, str, int]] = []
    crs: dict[str, None] = {}
    for at, level in enumerate(manifest.levels):
        progress(at, len(manifest.levels), "import.read")
        place = f"level {level.label}"
        rows.append(FloorRow(building=building, label=level.label, level=level.level, place=place))
        try:
            one = read_data(path.with_name(_plain(level.file)), file(level.file), asked, reader)
        except InputError as error:
            said = f"{level.file} {error.facts['place']}".strip()
            unread.append(Unread(place, str(error.facts["reason"]), said))
            continue
        for row in one.rows:
            if isinstance(row, FeatureRow):
                row = msgspec.structs.replace(row, building=building, floors=(level.label,),
                                              levels=())  # fmt: skip
            rows.append(row)
        unread += [msgspec.structs.replace(u, place=f"{place}, {u.place}") for u in one.unread]
        questions += one.questions
        layers.append((level.label, "", one.seen.entities or 0))
        crs[one.seen.crs or ""] = None
    if not layers:
        raise InputError(path, reason="no_levels")
    return Parsed(
        source=path.name,
        table="floors",
        rows=tuple(rows),
        unread=tuple(unread),
        questions=tuple(dict.fromkeys(questions)),
        seen=Seen(
            crs=", ".join(crs),
            layers=tuple(layers),
            entities=sum(count for *_, count in layers),
            bbox_deg=bbox_of(rows),
        ),
    )


def of_files(files: Mapping[str, bytes]) -> tuple[str, Manifest] | None:
    """The path of the manifest among files of an archive, and what it says."""
    for name, data in files.items():
        if name.lower().endswith(".json") and len(data) <= _MOST_BYTES:
            try:
                manifest = manifest_in(document_of(Path(name), data))
            except InputError:
                continue
            if manifest is not None:
                return name, manifest
    return None


def _plain(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name or "level"
