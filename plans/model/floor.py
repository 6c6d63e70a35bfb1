"""A floor of a building in its local metres."""

from __future__ import annotations

import msgspec

from plans.model.ids import BuildingId, FloorId


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """One storey.

    `level` orders floors: 0 is the first floor above ground (首层), -1 the first basement.
    `elevation_m` is the floor's height over the building's datum (±0.000), `height_m` floor to
    floor. `typical` names another floor of the building whose features this one shows too.
    """

    id: FloorId
    building_id: BuildingId
    label: str
    level: int
    elevation_m: float
    height_m: float
    use: str = ""
    use_en: str = ""
    refuge: bool = False
    typical: FloorId | None = None

    def use_in(self, language: str) -> str:
        """What the floor is used for, in that language."""
        return self.use if language == "zh" else self.use_en or self.use

    @property
    def top_m(self) -> float:
        """Elevation of its ceiling, metres."""
        return self.elevation_m + self.height_m
