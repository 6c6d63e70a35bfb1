"""What lies over the plan: the title of the place, and the legend of what is in view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.desk import Desk
from desktop.support.look import Look
from desktop.support.settings import Settings
from desktop.window.overview import Overview
from desktop.window.stage import Stage
from plans.drawing.legend import count_kinds, legend
from plans.drawing.sheet import floor_pages


class OverPlan(QObject):
    """Follows the camera a little behind, so that a pan costs no legend."""

    def __init__(
        self, desk: Desk, look: Look, settings: Settings, stage: Stage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._look, self._settings, self._stage = desk, look, settings, stage
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(120)
        self._timer.timeout.connect(self.show_legend)
        stage.canvas.camera_moved.connect(self._timer.start)

    def show_title(self) -> None:
        desk, language = self._desk, self._look.language
        if desk.floor is not None:
            floor = desk.floor
            note = QCoreApplication.translate("OverPlan", "{elevation} m · {height} m high").format(
                elevation=f"{floor.elevation_m:+.1f}", height=f"{floor.height_m:.1f}"
            )
            typical = self._typical_range()
            parts = [floor.use_in(language), note, typical]
            self._stage.set_title(floor.label, " · ".join(part for part in parts if part))
        elif desk.binder is not None:
            self._stage.set_title(
                QCoreApplication.translate("OverPlan", "Site"),
                desk.building.name_in(language) if desk.building else "",
            )
        else:
            self._stage.set_title("", "")

    def show_outside(self, found: Overview) -> None:
        """What lies far from the buildings, while all of them are in view."""
        desk = self._desk
        told = desk.binder is not None and desk.floor is None and desk.building is None
        text = QCoreApplication.translate("OverPlan", "{count} more {distance} km away").format(
            count=f"{found.outside:,}", distance=f"{found.outside_m / 1000:,.0f}"
        )
        self._stage.set_outside(text if told and found.outside else "")

    def _typical_range(self) -> str:
        """Which floors share the plan of the open one."""
        floor = self._desk.floor
        page = next((page for page in floor_pages(self._desk.floors) if floor in page.floors), None)
        if page is None or len(page.floors) < 2:
            return ""
        return QCoreApplication.translate("OverPlan", "typical for {floors}").format(
            floors=page.label
        )

    def show_legend(self) -> None:
        """The kinds in view, when the legend is wanted."""
        legend_view, picture = self._stage.legend, self._stage.canvas.picture
        wanted = self._settings.flag("legend_open") and bool(picture.features)
        if wanted:
            x0, y0, x1, y1 = picture.camera.box()
            scale = picture.camera.px_per_m
            kinds = self._desk.catalog.kinds
            seen = [
                feature
                for feature in picture.features_in((x0, y0, x1, y1))
                if feature.kind not in kinds or kinds[feature.kind].shown_at(scale)
            ]
            groups = legend(count_kinds(seen), self._desk.catalog, on_floor=not picture.on_site)
            legend_view.show_groups(
                groups, picture.hidden, self._look.language, self._stage.legend_room_px()
            )
            wanted = bool(groups)
        legend_view.setVisible(wanted)
        self._stage.arrange()
