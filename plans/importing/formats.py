"""Which importer reads which file: one row per format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plans.errors import InputError
from plans.importing import dxf, geojson, pdf, pictures, tables, xlsx
from plans.importing.asked import Asked, Reader
from plans.importing.parsed import Parsed
from plans.progress import Progress, silent

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif")
"""Endings of photos and scans of plans."""

FORMATS: dict[str, Callable[[Path, Asked, Reader, Progress], Parsed]] = {
    ".geojson": geojson.read,
    ".json": geojson.read,
    ".csv": tables.read,
    ".tsv": tables.read,
    ".txt": tables.read,
    ".dxf": dxf.read,
    ".dwg": dxf.read,
    ".pdf": pdf.read,
    **dict.fromkeys(PICTURES, pictures.read),
    ".xlsx": xlsx.read,
    ".xlsm": xlsx.read,
}
"""File ending (lower case) → reader."""

SUFFIXES = frozenset({".geojson", ".json", ".csv", ".tsv", ".xlsx", ".xlsm", ".dxf", ".dwg"})
"""Endings a folder is searched for; a text file, a page or a picture is read when it is named."""


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a file by its ending. Raises `InputError`."""
    reads = FORMATS.get(path.suffix.lower())
    if reads is None:
        reader.bytes_of(path)  # a missing, empty or forbidden file is told as such first
        raise InputError(path, reason="format", text=path.suffix or path.name)
    return reads(path, asked, reader, progress)
