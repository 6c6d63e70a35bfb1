"""Placed notes as one picture a little larger than the view: a pan copies it.

While zooming it is stretched; when the camera rests the notes are placed anew.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.notes import Note, NotePainter


class NoteLayer:
    """The notes of one camera, `margin_px` beyond its view on every side."""

    def __init__(
        self,
        notes: list[Note],
        note_painter: NotePainter,
        camera: Camera,
        margin_px: float,
        dpr: float,
    ) -> None:
        self._margin = margin_px
        wide = replace(
            camera,
            width=round(camera.width + 2 * margin_px),
            height=round(camera.height + 2 * margin_px),
        )
        self._camera = wide
        self._pixmap = QPixmap(round(wide.width * dpr), round(wide.height * dpr))
        self._pixmap.setDevicePixelRatio(dpr)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        note_painter.draw(painter, notes, wide)
        painter.end()

    def draw(self, painter: QPainter, camera: Camera) -> None:
        """Draw for a camera: moved for a pan, stretched and turned for anything else."""
        mine = self._camera
        if (mine.px_per_m, mine.turn_deg) == (camera.px_per_m, camera.turn_deg):
            at = camera.to_screen(mine.x_m, mine.y_m)
            painter.drawPixmap(
                QPointF(round(at.x() - mine.width / 2), round(at.y() - mine.height / 2)),
                self._pixmap,
            )
            return
        inverse, _ = mine.transform.inverted()
        painter.save()
        painter.setTransform(inverse * camera.transform)
        painter.drawPixmap(QPointF(0, 0), self._pixmap)
        painter.restore()
