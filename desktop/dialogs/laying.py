"""Lay a page or picture on a floor: turn it, crop it, measure a length, align two points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.canvas.camera import Box
from desktop.canvas.look import PlanLook
from desktop.canvas.pageview import PageView, Point, Tool
from desktop.canvas.pictureunderlay import AnyUnderlay, PicturePainter
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.canvas.underlay import UnderlayPainter
from desktop.dialogs.laying_panel import LayingPanel
from desktop.widgets.styled import Tone, on_plane, typeset
from plans.geometry.aligning import Matrix, laid, scale_of
from plans.importing.parsed import DrawingRow, PictureRow
from plans.importing.settle_underlays import middle_of, offset_of
from plans.model import linework, pyramid
from plans.model.feature import Feature
from plans.model.ids import FeatureId

BARS_M = (0.9, 5.0, 20.0, 100.0)
"""Lengths of the bar that checks the scale: a door leaf, a parking space, a bay, a block."""
LEAST_BAR_PX = 48.0
MOST_OFF = 0.02
"""How far a measured length may be from what two aligned points say before that is told."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the page is laid on: its name, plan, and the middle of it (metres)."""

    name: str
    middle: Point = (0.0, 0.0)
    features: Mapping[FeatureId, Feature] = field(default_factory=dict)
    scene: Scene = field(default_factory=Scene)
    underlays: Sequence[AnyUnderlay] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to align with."""
        return self.scene.is_empty and not self.underlays


@dataclass(frozen=True, slots=True)
class Laid:
    """The user's word: the page, where it lies, and what of it is kept (shares of the page)."""

    page: int
    matrix: Matrix
    crop: tuple[float, float, float, float] | None


class LayingDialog(QDialog):
    """The page on the left, the steps on the right, the floor between them when aligning.

    `page_wanted(int)` asks for another page; `show_page` brings it.
    """

    page_wanted = Signal(int)

    def __init__(
        self, look: PlanLook, name: str, floor: str, ground: Ground, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        on_plane(self, "surface")
        self.setWindowTitle(self.tr("Lay {name} on floor {floor}").format(name=name, floor=floor))
        self._look, self._ground = look, ground
        self._row: DrawingRow | PictureRow | None = None
        self._whole: Box = (0.0, 0.0, 1.0, 1.0)
        self.page = PageView(look, ("A", "B"), self)
        self.floor = PageView(look, ("A", "B"), self)
        self.panel = LayingPanel(floor, self)
        self._floor_side = self._make_floor_side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.page, 1)
        row.addWidget(self._floor_side, 1)
        row.addWidget(self.panel)
        self.page.changed.connect(self._page_changed)
        self.page.camera_moved.connect(self._show_bar)
        self.floor.changed.connect(self._show_state)
        self.panel.page_wanted.connect(self._want_page)
        self.panel.turned.connect(self._turn)
        self.panel.framing.connect(self._take_frame)
        self.panel.changed.connect(self._show_state)
        self.panel.way_chosen.connect(self._choose_way)
        self.panel.accepted.connect(self.accept)
        self.panel.rejected.connect(self.reject)
        self.resize(self.sizeHint())
        self._show_state()

    def sizeHint(self) -> QSize:
        return QSize(1160, 700)

    def _make_floor_side(self) -> QWidget:
        side = QWidget(self)
        self.floor.joined = False
        picture = self.floor.picture
        picture.set_plan(self._ground.features, self._ground.scene, same_place=False, on_site=False)
        picture.set_underlays(self._ground.underlays)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = typeset(QLabel(self._ground.name, side), strong=True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setContentsMargins(12, 8, 12, 8)
        column.addWidget(title)
        column.addWidget(self.floor, 1)
        side.hide()
        return side

    # ------------------------------------------------------------------ what is asked and told

    def show_page(self, row: DrawingRow | PictureRow) -> None:
        """Show a page that was read; points and frame of another page are gone."""
        is_other = self._row is None or self._row.page != row.page
        self._row = row
        picture = self.page.picture
        picture.set_plan({}, Scene(), same_place=False, on_site=False)
        picture.set_underlays([self._painter(row)])
        if isinstance(row, PictureRow):
            self._whole = (0.0, 0.0, row.width_px * row.pixel, row.height_px * row.pixel)
        elif row.page_size != (0.0, 0.0):
            self._whole = (0.0, 0.0, *row.page_size)
        else:
            self._whole = picture.extent() or (0.0, 0.0, 1.0, 1.0)
            self.panel.cannot_crop()
        self.panel.set_pages(row.page, row.pages)
        self.page.setEnabled(True)
        if is_other:
            self.panel.forget_length()
            self.page.clear()
        self._fit()
        self._show_state()

    def trouble(self, text: str) -> None:
        """Say why a page could not be read; the one that was shown stays."""
        self.page.setEnabled(True)
        if self._row is not None:
            self.panel.set_pages(self._row.page, self._row.pages)
        self._show_state()
        self.panel.tell("", text, "danger", "", is_enough=self.matrix() is not None)

    def matrix(self) -> Matrix | None:
        """Where the page lies; None while too little is known."""
        if self._row is None:
            return None
        return laid(
            self.page.points,
            self.floor.points if self.panel.is_aligning else [],
            self.panel.length_m,
            max(self._row.metres, 0.0),
            self.page.camera.turn_deg,
            (self._middle(), self._ground.middle),
        )

    def laid(self) -> Laid | None:
        """What the user decided; None when it is not enough."""
        matrix = self.matrix()
        if matrix is None or self._row is None:
            return None
        return Laid(self._row.page, matrix, self._crop())

    def _crop(self) -> tuple[float, float, float, float] | None:
        """The frame as shares of the page from its upper left; None for all of it."""
        if self.page.frame_box is None:
            return None
        _, _, wide, high = self._whole
        x0, y0, x1, y1 = self.page.frame_box
        left, right = max(0.0, x0 / wide), min(1.0, x1 / wide)
        top, bottom = max(0.0, 1 - y1 / high), min(1.0, 1 - y0 / high)
        is_some = right - left > 0.01 and bottom - top > 0.01
        return (left, top, right, bottom) if is_some else None

    def _middle(self) -> Point:
        """The middle of what is kept of the page."""
        if self._row is None:
            return 0.0, 0.0
        crop = self._crop()
        if crop is None:
            return middle_of(self._row)
        _, _, wide, high = self._whole
        return (crop[0] + crop[2]) / 2 * wide, (1 - (crop[1] + crop[3]) / 2) * high

    def _painter(self, row: DrawingRow | PictureRow) -> AnyUnderlay:
        if isinstance(row, PictureRow):
            night = self._look.theme.name == "night"
            return PicturePainter(pyramid.decoded(row.pyramid), offset_of(row), night=night)
        styles = Styles(self._look.theme, self._look.catalog)
        drawn = linework.decoded(row.linework)
        return UnderlayPainter(drawn, offset_of(row), styles, self._look.family)

    # ------------------------------------------------------------------ what the user does

    def _fit(self) -> None:
        self.page.fit_box(self._whole)

    def _turn(self, degrees: float) -> None:
        self.page.turn_to(self.page.camera.turn_deg + degrees)
        self._fit()
        self._show_state()

    def _take_frame(self, on: bool) -> None:
        self.page.tool = Tool.FRAME if on else Tool.POINTS
        if on:
            self.page.frame_box = None
            self.page.update()
        self._show_state()

    def _page_changed(self) -> None:
        if self.page.tool is Tool.FRAME:
            self.page.tool = Tool.POINTS
            self.panel.set_framing(on=False)
        elif len(self.page.points) == 2 and not self.panel.is_aligning:
            self.panel.ask_length()
        self._show_state()

    def _choose_way(self) -> None:
        self._floor_side.setVisible(self.panel.is_aligning)
        self._show_state()

    def _want_page(self, page: int) -> None:
        if self._row is None or page == self._row.page:
            return
        self.page.setEnabled(False)
        said = self.tr("Reading page {page}...").format(page=page)
        self.panel.tell("", said, "dim", "", is_enough=False)
        self.page_wanted.emit(page)

    # ------------------------------------------------------------------ what is known so far

    def _show_state(self) -> None:
        matrix = self.matrix()
        size = ""
        if matrix is not None:
            crop = self._crop() or (0.0, 0.0, 1.0, 1.0)
            factor = scale_of(matrix)
            x0, y0, x1, y1 = self._whole
            wide = (crop[2] - crop[0]) * (x1 - x0) * factor
            high = (crop[3] - crop[1]) * (y1 - y0) * factor
            size = f"{_metres(wide)} × {_metres(high)} m"
        state, tone = self._missing() if matrix is None else self._certainty(matrix)
        self.panel.tell(size, state, tone, self._how_to_place(), is_enough=matrix is not None)
        self._show_bar()

    def _how_to_place(self) -> str:
        if not self.panel.is_aligning:
            return self.tr("Its middle lies on the middle of the floor.")
        if self._ground.is_empty:
            return self.tr("This floor and the one below are empty: nothing to align with.")
        said = self.tr(
            "Click the same two places on the page and on {floor}: a stair, a lift shaft, two"
            " corners of the grid."
        )
        return said.format(floor=self._ground.name)

    def _missing(self) -> tuple[str, Tone]:
        if len(self.page.points) < 2:
            return self.tr("No scale yet: click A and B on the page."), "dim"
        if self.panel.is_aligning:
            said = self.tr("Now the same two places on {floor}.")
            return said.format(floor=self._ground.name), "dim"
        return self.tr("Type the length between A and B."), "dim"

    def _certainty(self, matrix: Matrix) -> tuple[str, Tone]:
        length, apart = self.panel.length_m, self.page.length()
        is_aligned = self.panel.is_aligning and len(self.floor.points) == 2 and apart > 0
        if is_aligned and length:
            found = apart * scale_of(matrix)
            if abs(found - length) > MOST_OFF * length:
                said = self.tr("By the two points A–B is {found} m, not {length} m: check them.")
                return said.format(found=_metres(found), length=_metres(length)), "warn"
        if is_aligned or (length and apart):
            return self.tr("That is the size of the page. Check it with the bar on it."), "dim"
        return self.tr("By the scale written on the page; check it with a length."), "warn"

    def _show_bar(self) -> None:
        """A bar of a familiar length, long enough to be seen."""
        matrix = self.matrix()
        self.page.bar = None
        for metres in BARS_M if matrix is not None else ():
            assert matrix is not None
            length = metres / scale_of(matrix)
            if length * self.page.camera.px_per_m >= LEAST_BAR_PX:
                text = f"{QLocale().toString(metres, 'g', 4)} m"
                if metres == BARS_M[0]:
                    text = self.tr("{length} · a door leaf").format(length=text)
                self.page.bar = (length, text)
                break
        self.page.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or self.panel.can_accept:
            super().keyPressEvent(event)


def _metres(value: float) -> str:
    return QLocale().toString(value, "f", 2 if value < 10 else 1)
