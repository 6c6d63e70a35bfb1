"""A ZIP of maps: Shapefiles, an IMDF archive, a floor set, or GeoJSON side by side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from plans.errors import InputError
from plans.importing import floor_set, geojson, imdf, vector
from plans.importing.archive import Archive
from plans.importing.asked import Asked, Reader
from plans.importing.parsed import Parsed, Seen
from plans.progress import Progress, silent


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a ZIP by what it holds. Raises `InputError` with place and reason."""
    archive = Archive(path, reader.bytes_of(path), reader.limits)
    names = list(archive)
    shapes = [name for name in names if name.lower().endswith(".shp")]
    if shapes:
        found = [_shapefile(path, archive, name, asked, reader, progress) for name in shapes]
        return found[0] if len(found) == 1 else _joined(path, found)
    files = {name: archive.read(name) for name in names if _is_json(name)}
    if imdf.is_imdf(files):
        return imdf.read(path, files, asked, reader, progress)
    found_set = floor_set.of_files(files)
    if found_set is not None:
        return _floors(path, files, *found_set, asked, reader, progress)
    if files:
        maps = [
            geojson.read_data(path.with_name(PurePosixPath(name).name), data, asked, reader)
            for name, data in files.items()
        ]
        return maps[0] if len(maps) == 1 else _joined(path, maps)
    raise InputError(path, reason="zip_holds", text=", ".join(names[:5]) or "-")


def _is_json(name: str) -> bool:
    return name.lower().endswith((".json", ".geojson"))


def _floors(
    path: Path, files: Mapping[str, bytes], where: str, manifest: floor_set.Manifest,
    asked: Asked, reader: Reader, progress: Progress,
) -> Parsed:  # fmt: skip
    folder = PurePosixPath(where).parent

    def inside(name: str) -> bytes:
        try:
            return files[str(folder / name)]
        except KeyError as error:
            raise InputError(path, place=name, reason="missing") from error

    return floor_set.read(path, manifest, inside, asked, reader, progress)


def _shapefile(
    path: Path, archive: Archive, name: str, asked: Asked, reader: Reader, progress: Progress
) -> Parsed:
    stem = name[: -len(".shp")]
    parts = {
        one[len(stem) :].lower(): archive.read(one)
        for one in archive
        if one.startswith(stem) and one[len(stem) :].lower() in vector.PARTS
    }
    inside = path.with_name(PurePosixPath(name).name)
    return vector.read_parts(inside, parts, asked, reader, progress)


def _joined(path: Path, found: list[Parsed]) -> Parsed:
    """Several maps of one archive as one."""
    boxes = [one.seen.bbox_deg for one in found if one.seen.bbox_deg is not None]
    return Parsed(
        source=path.name,
        table=found[0].table,
        rows=tuple(row for one in found for row in one.rows),
        unread=tuple(row for one in found for row in one.unread),
        questions=tuple(dict.fromkeys(q for one in found for q in one.questions)),
        seen=Seen(
            crs=", ".join(dict.fromkeys(one.seen.crs or "" for one in found)),
            layers=tuple(layer for one in found for layer in one.seen.layers),
            entities=sum(one.seen.entities or 0 for one in found),
            bbox_deg=(
                min(b[0] for b in boxes), min(b[1] for b in boxes),
                max(b[2] for b in boxes), max(b[3] for b in boxes),
            ) if boxes else None,
        ),
    )  # fmt: skip
