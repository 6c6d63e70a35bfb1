"""Which files can be imported, told by the ends of their names; no reader is loaded to know it."""

from __future__ import annotations

from pathlib import Path

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif")
"""Photos and scans of plans."""

UNSOUGHT = (".txt", ".pdf", *PICTURES)
"""What a folder is not searched for: a text, a page or a picture is read when named."""

SOUGHT = (
    ".csv", ".tsv", ".xlsx", ".xlsm",
    ".dxf", ".dwg", ".ifc", ".ifczip",
    ".inp",
    ".geojson", ".json", ".osm", ".osm.gz", ".osm.pbf", ".shp", ".gpkg", ".kml", ".kmz",
    ".zip",
)  # fmt: skip

ENDINGS = (*SOUGHT, *UNSOUGHT)
"""All of them, in lower case."""


def ending(path: Path) -> str:
    """The longest known ending of a file's name, in lower case; "" when none is known."""
    name = path.name.lower()
    return max((end for end in ENDINGS if name.endswith(end)), key=len, default="")


def is_sought(path: Path) -> bool:
    """Whether a folder that is imported gives this file too."""
    return ending(path) in SOUGHT
