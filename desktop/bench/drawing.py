"""Benchmarks of the canvas: frames while panning and zooming, first pictures."""

from __future__ import annotations

import math
import random
import time
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from desktop.bench.city import site
from desktop.bench.measuring import Row, percentile, row, timed_ms
from desktop.canvas.look import PlanLook
from desktop.canvas.picture import Picture
from desktop.canvas.scene import Scene
from desktop.canvas.view import FRAME_MS
from desktop.support import fonts
from desktop.support.theme import load_theme
from desktop.window.plansource import floor_plan
from plans.binder import Binder
from plans.drawing.siteplan import site_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature
from plans.model.floor import Floor

FOOTPRINTS = 14_768
SIZE = (1600, 1000)
FRAMES = 160


def drawing(sample: Path, catalog: Catalog, runs: int) -> list[Row]:
    """Frames of a district of footprints and of a real floor, and a floor's first picture."""
    look = PlanLook(theme=load_theme("day"), catalog=catalog, family=fonts.family())
    district = _district(look)
    fullest = _fullest(sample)
    floor = _floor(sample, fullest, look)
    rows = [
        _frames("frame.site_footprints_p95", district, runs, "107 ms: QGIS render, 14,768"),
        _frames("frame.floor_p95", floor, runs, "140 ms: QGIS; 213 ms: ezdxf viewer"),
    ]
    rows.append(
        row(
            "picture.floor_first",
            "ms",
            timed_ms(lambda: _first(_floor(sample, fullest, look)), runs),
            150,
            "300 ms: QGIS render; read, marks and paint, 1600×1000",
        )
    )
    return rows


def _district(look: PlanLook) -> Picture:
    records = site(random.Random(5), FOOTPRINTS)
    features = {record.id: record for record in records if isinstance(record, Feature)}
    picture = Picture(look)
    picture.set_plan(
        features,
        Scene(site_marks(features.values(), look.catalog, "zh")),
        same_place=False,
        on_site=True,
    )
    return _fitted(picture)


def _fullest(sample: Path) -> Floor:
    """The floor of the sample with most features of its own."""
    with Binder.open(sample, read_only=True) as binder:
        floors = [floor for row in binder.library.list() for floor in binder.library.floors(row.id)]
        return max(floors, key=lambda floor: len(binder.drafting.features(floor.id)))


def _floor(sample: Path, fullest: Floor, look: PlanLook) -> Picture:
    with Binder.open(sample, read_only=True) as binder:
        plan = floor_plan(binder, fullest, look.catalog, "zh")
    picture = Picture(look)
    picture.set_plan(plan.features, plan.scene, same_place=False, on_site=False)
    return _fitted(picture)


def _fitted(picture: Picture) -> Picture:
    picture.camera = picture.camera.resized(*SIZE)
    box = picture.extent()
    if box is not None:
        picture.camera = picture.camera.fitted(box, (30, 30, 30, 30))
    return picture


def _first(picture: Picture) -> None:
    image = QImage(SIZE[0], SIZE[1], QImage.Format.Format_RGB32)
    picture.finish()
    painter = QPainter(image)
    picture.frame(painter, 0.0)
    painter.end()


def _frames(name: str, picture: Picture, runs: int, reference: str) -> Row:
    """The 95th percentile of a walk of pans and zooms, once a run; notes are placed when it rests,
    as on screen."""
    found = []
    for run in range(runs):
        _fitted(picture)
        picture.finish()
        found.append(percentile(_walk(picture, run), 0.95))
    return row(name, "ms", found, 16, reference)


def _walk(picture: Picture, run: int) -> list[float]:
    image = QImage(SIZE[0], SIZE[1], QImage.Format.Format_RGB32)
    times = []
    for step in range(FRAMES):
        if step % 40 < 30:
            angle = (step / 15 + run) * math.pi
            picture.camera = picture.camera.panned(18 * math.cos(angle), 12 * math.sin(angle))
        else:
            picture.camera = picture.camera.zoomed(1.12 if step % 80 < 40 else 1 / 1.12)
        start = time.perf_counter()
        painter = QPainter(image)
        picture.frame(painter, FRAME_MS)
        painter.end()
        times.append((time.perf_counter() - start) * 1000)
    return times
