"""The coordinate systems a file may be in, those that cover a place told apart."""

from __future__ import annotations


def systems(lon: float | None = None, lat: float | None = None) -> list[tuple[str, str, bool]]:
    """(code, name, covers the place) of every projected and geographic system EPSG keeps in use.

    Takes a third of a second: the EPSG register has some thousands (EPSG dataset, in PROJ).
    """
    from pyproj.database import query_crs_info
    from pyproj.enums import PJType

    found = []
    for info in query_crs_info(
        auth_name="EPSG", pj_types=[PJType.PROJECTED_CRS, PJType.GEOGRAPHIC_2D_CRS]
    ):
        area = info.area_of_use
        is_here = (
            lon is not None
            and lat is not None
            and area is not None
            and area.west <= lon <= area.east
            and area.south <= lat <= area.north
        )
        found.append((f"{info.auth_name}:{info.code}", info.name, is_here))
    return found
