"""The machine's own baseline, so that figures from two machines can be told apart."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPolygonF

from desktop.bench.measuring import Row, row, timed_ms


def machine(runs: int) -> list[Row]:
    """A loop of Python, a sort of numpy, a synchronous write, polygons by Qt's raster engine."""
    numbers = np.random.default_rng(1).random(1_000_000)
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    polygon = QPolygonF([QPointF(0, 0), QPointF(20, 3), QPointF(18, 22), QPointF(2, 19)])

    def paint() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i in range(2_000):
            painter.drawPolygon(polygon.translated(i % 40 * 20, i // 40 * 12))
        painter.end()

    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "file").open("wb") as file:

        def write() -> None:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())

        return [
            row("machine.python_loop", "ms", timed_ms(lambda: sum(range(1_000_000)), runs)),
            row("machine.numpy_sort", "ms", timed_ms(lambda: np.sort(numbers), runs)),
            row("machine.disk_sync", "ms", timed_ms(write, runs)),
            row("machine.qt_2000_polygons", "ms", timed_ms(paint, runs)),
        ]
