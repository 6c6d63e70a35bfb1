"""A ZIP of Shapefiles, as their makers hand them round."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from plans.errors import InputError
from plans.importing import vector
from plans.importing.archive import Archive
from plans.importing.asked import Asked, Reader
from plans.importing.parsed import Parsed, Seen
from plans.progress import Progress, silent


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a ZIP by what it holds. Raises `InputError` with place and reason."""
    archive = Archive(path, reader.bytes_of(path), reader.limits)
    names = list(archive)
    shapes = [name for name in names if name.lower().endswith(".shp")]
    if not shapes:
        raise InputError(path, reason="zip_holds", text=", ".join(names[:5]) or "-")
    found = [_shapefile(path, archive, name, asked, reader, progress) for name in shapes]
    return found[0] if len(found) == 1 else _joined(path, found)


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
    """Several Shapefiles of one archive as one."""
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
