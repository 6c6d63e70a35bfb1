"""Style roles as pens and brushes: one table for every mark a plan can hold."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from desktop.support.theme import Theme
from plans.model.catalog import Catalog

_DASHED, _DOTTED, _CHAIN = (6.0, 4.0), (1.0, 3.0), (12.0, 3.0, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Style:
    """Theme tokens for fill and edge, the edge's width in pixels, its dashes, a hatch."""

    fill: str = ""
    line: str = ""
    px: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: bool = False


STYLES: dict[str, Style] = {
    # the building
    "slab": Style("slab", "outline", 1.2),
    "room": Style("room"),
    "corridor": Style("corridor"),
    "column": Style("column", "column", 0.8),
    "wall": Style("wall_fill", "wall", 1.0),
    "partition": Style("partition", "partition", 0.6),
    "curtain_wall": Style("curtain_wall", "curtain_wall", 0.6),
    "opening": Style("opening", "structure", 1.0),
    "opening.cross": Style("", "furniture", 0.9),
    "stair.flight": Style("stair_fill", "stair", 1.0),
    "ramp": Style("stair_fill", "stair", 1.0),
    "tread": Style("", "stair", 0.7),
    "tread.arrow": Style("", "structure", 1.2),
    "parking": Style("", "furniture", 0.9),
    "furniture": Style("", "furniture", 0.9),
    "railing": Style("", "railing", 1.2),
    "door": Style("", "door", 1.5),
    "door.swing": Style("", "stair", 0.8),
    "fire_door": Style("", "fire", 1.7),
    "fire_door.swing": Style("", "fire", 0.8),
    "window": Style("", "window", 0.9),
    "compartment": Style("", "fire", 1.6, _CHAIN),
    "smoke_zone": Style("", "people", 1.2, _DASHED),
    "room.refuge_area": Style("room.refuge", "escape", 1.2, _DASHED),
    "refuge_area": Style("room.refuge", "escape", 1.2, _DASHED),
    # the site
    "plot": Style("plot", "furniture", 0.8),
    "green": Style("green"),
    "tree": Style("tree"),
    "water_body": Style("water_body", "water_body", 1.0),
    "road": Style("road", "road"),
    "road.casing": Style("road_casing", "road_casing", 2.0),
    "path": Style("path", "path"),
    "path.casing": Style("path_casing", "path_casing", 1.2),
    "rail": Style("", "rail", 2.0, (8.0, 4.0)),
    "fence": Style("", "fence", 1.0, (2.0, 3.0)),
    "building": Style("building", "building_line", 0.9),
    "building.planned": Style("building_planned", "accent", 1.1),
    "building.open": Style("building_open", "accent", 2.2),
    # what the brigade needs
    "fire_lane": Style("wash.fire", "fire", 1.2, _DASHED),
    "aerial_site": Style("wash.aerial", "aerial", 1.8, (), hatch=True),
    "aerial.position": Style("wash.aerial", "aerial", 2.0),
    "turnaround": Style("wash.fire", "fire", 1.2, _DASHED),
    "overhead_line": Style("", "hazard", 1.8, (10.0, 3.0, 2.0, 3.0)),
    "tree_belt": Style("tree", "tree", 1.0),
    "void_below": Style("", "hazard", 1.3, _DASHED, hatch=True),
    "cordon": Style("", "fire", 2.2, (3.0, 3.0)),
    "staging_area": Style("wash.aerial", "aerial", 1.3, _DASHED),
    "water_main": Style("", "water", 1.8, (14.0, 4.0)),
    "fire_pool": Style("wash.water", "water", 1.4),
    "escape_route": Style("", "escape", 2.4),
    "attack_route": Style("", "fire", 2.4),
    "fire_shutter": Style("", "fire", 3.0, (4.0, 2.0)),
    "combustible_insulation": Style("", "hazard", 3.0, _DOTTED),
    "unknown": Style("wash.hazard", "hazard", 1.4, _DOTTED),
}


class Styles:
    """Pens and brushes of one theme, made once for each role.

    A kind without a row here is drawn in the style its catalog role gives: a new kind needs no
    code.
    """

    def __init__(self, theme: Theme, catalog: Catalog) -> None:
        self.theme = theme
        self.catalog = catalog
        self._made: dict[str, tuple[QPen, QBrush]] = {}

    def style(self, role: str) -> Style:
        """The row for a role; rooms and kinds without one get what their group or role gives."""
        if role in STYLES:
            return STYLES[role]
        if role.startswith("room."):
            return Style(role)
        kind = self.catalog.kinds.get(role)
        token = kind.role if kind else role
        return Style(f"wash.{token}", token, 1.4)

    def pen_and_brush(self, role: str) -> tuple[QPen, QBrush]:
        """Cosmetic pen and brush for a role."""
        if role not in self._made:
            self._made[role] = self._make(self.style(role))
        return self._made[role]

    def _make(self, style: Style) -> tuple[QPen, QBrush]:
        pen = QPen(Qt.PenStyle.NoPen)
        if style.line:
            pen = QPen(self.color(style.line), style.px)
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if style.dash else Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            if style.dash:
                pen.setDashPattern([part / style.px for part in style.dash])
        brush = QBrush(self.color(style.fill)) if style.fill else QBrush(Qt.BrushStyle.NoBrush)
        return pen, brush

    def color(self, token: str) -> QColor:
        """A theme colour; a token nobody has named shows as the hazard colour, never as nothing."""
        try:
            return self.theme.color(token)
        except KeyError:
            return self.theme.color("hazard")
