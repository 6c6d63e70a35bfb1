"""GDAL, kept on a short lead: it sees bytes we hand it, knows three formats and no network.

Drivers can only be left out before GDAL starts, by its environment; the list is what the GDAL of
pyogrio 0.13 registers, and a test fails when another one turns up. Data go in as bytes, so no file
beside them and no address in them is opened. Used in the importers' child process only.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

DRIVERS = ("ESRI Shapefile", "GPKG", "LIBKML", "KML")
_SKIPPED = (
    "PCIDSK", "PDS4", "VICAR", "PDF", "MBTiles", "EEDA", "OGCAPI", "GDALG", "MapInfo File",
    "LVBAG", "S57", "DGN", "OGR_VRT", "CSV", "GML", "GPX", "GeoJSON", "GeoJSONSeq", "ESRIJSON",
    "TopoJSON", "OGR_GMT", "SQLite", "WAsP", "OpenFileGDB", "DXF", "FlatGeobuf", "GeoRSS", "VFK",
    "PGDUMP", "OSM", "GPSBabel", "OGR_PDS", "WFS", "OAPIF", "EDIGEO", "Idrisi", "ODS", "XLSX",
    "Elasticsearch", "Carto", "AmigoCloud", "SXF", "Selafin", "JML", "PLSCENES", "CSW", "VDV",
    "MVT", "NGW", "MapML", "GTFS", "PMTiles", "JSONFG", "MiraMonVector", "ADBC", "AVCBin",
    "AVCE00", "AIVector", "HTTP", "MEM",
)  # fmt: skip


_OURS = "pyogrio_"
"""How a layer is called that has no name of its own: after the bytes in memory."""


class Unreadable(ValueError):
    """GDAL makes nothing of the bytes. `args[0]` is what it says."""


class Layer(msgspec.Struct):
    """A layer with its features: WKB or None and properties of each; `crs` is a name or WKT. Both
    it and `name` are "" when the file does not say."""

    name: str
    crs: str
    shapes: list[bytes | None]
    fields: list[str]
    columns: list[list[object]]

    def properties(self, at: int) -> dict[str, object]:
        """What the feature says; what it leaves blank is not there."""
        said = zip(self.fields, (column[at] for column in self.columns), strict=True)
        return {name: value for name, value in said if value not in (None, "")}


def layers_of(data: bytes, encoding: str | None = None) -> Iterator[Layer]:
    """All layers of a file that have shapes. `encoding` is that of a Shapefile's texts.

    Raises `Unreadable`.
    """
    raw = _started()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for at, (name, geometry) in enumerate(raw.list_layers(data)):
                if geometry is None:
                    continue
                yield _layer(str(name), raw.read(data, layer=at, encoding=encoding))
        except raw.DataSourceError as error:
            raise Unreadable(str(error)) from error


class _Raw(msgspec.Struct):
    """The few things of pyogrio that are used."""

    list_layers: Any
    read: Any
    DataSourceError: Any


def _started() -> _Raw:
    """pyogrio with the other drivers left out; 0.2 s the first time."""
    os.environ.setdefault("OGR_SKIP", ",".join(_SKIPPED))
    import pyogrio
    import pyogrio.raw
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

    errors = (DataSourceError, DataLayerError, FeatureError, GeometryError, ValueError,
              OverflowError, RuntimeError)  # fmt: skip
    return _Raw(pyogrio.list_layers, pyogrio.raw.read, errors)


def _layer(name: str, found: Any) -> Layer:
    meta, _, shapes, columns = found
    return Layer(
        "" if name.startswith(_OURS) else name,
        meta["crs"] or "",
        list(shapes),
        [str(field) for field in meta["fields"]],
        [_plain(column) for column in columns],
    )


def _plain(column: Any) -> list[object]:
    """A column as Python's own values; what is no value as None, bytes (pictures) dropped."""
    if column.dtype.kind == "M":
        return [None if np.isnat(value) else str(value) for value in column]
    return [
        None if isinstance(value, bytes) or value != value else value for value in column.tolist()
    ]
