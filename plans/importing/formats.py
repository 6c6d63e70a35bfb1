"""Which importer reads which file: one row per format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plans.errors import InputError
from plans.importing import (
    dxf,
    floor_set,
    geojson,
    ifc,
    network,
    osm,
    pdf,
    pictures,
    tables,
    vector,
    xlsx,
    zipped,
)
from plans.importing.asked import Asked, Reader
from plans.importing.endings import PICTURES, ending
from plans.importing.parsed import Parsed
from plans.progress import Progress, silent

FORMATS: dict[str, Callable[[Path, Asked, Reader, Progress], Parsed]] = {
    ".geojson": geojson.read,
    ".json": floor_set.read_json,
    ".osm": osm.read,
    ".osm.gz": osm.read,
    ".osm.pbf": osm.read,
    ".shp": vector.read_shapefile,
    ".gpkg": vector.read_geopackage,
    ".kml": vector.read_kml,
    ".kmz": vector.read_kml,
    ".zip": zipped.read,
    ".csv": tables.read,
    ".tsv": tables.read,
    ".txt": tables.read,
    ".dxf": dxf.read,
    ".dwg": dxf.read,
    ".pdf": pdf.read,
    ".inp": network.read,
    **dict.fromkeys(PICTURES, pictures.read),
    ".ifc": ifc.read,
    ".ifczip": ifc.read,
    ".xlsx": xlsx.read,
    ".xlsm": xlsx.read,
}
"""File ending (lower case) → reader."""


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a file by its ending. Raises `InputError`."""
    reads = FORMATS.get(ending(path))
    if reads is None:
        reader.bytes_of(path)  # a missing, empty or forbidden file is told as such first
        raise InputError(path, reason="format", text=path.suffix or path.name)
    return reads(path, asked, reader, progress)
