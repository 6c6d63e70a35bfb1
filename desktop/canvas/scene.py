"""What a view shows: marks in painting order with an index to find those in a box."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from desktop.canvas.camera import Box
from desktop.canvas.shapes import Outlines, Painted
from plans.drawing.marks import Mark


class Scene:
    """Marks apart by how they are painted: ground marks (areas, lines, bands) into tiles,
    notes (symbols, texts) over them at their size on screen."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        ordered = sorted(marks, key=lambda mark: mark.order)
        self.ground = [mark for mark in ordered if mark.paint not in ("symbol", "text")]
        self.notes = [mark for mark in ordered if mark.paint in ("symbol", "text")]
        self._ground_boxes = _boxes(self.ground)
        self._note_boxes = _boxes(self.notes)
        self._tree = shapely.STRtree(shapely.box(*self._ground_boxes.T))
        self._note_tree = shapely.STRtree(shapely.box(*self._note_boxes.T))
        columns = [i for i, mark in enumerate(self.ground) if mark.role == "column"]
        self.columns = self._ground_boxes[columns]
        self._outlines = Outlines([mark.shape for mark in self.ground])
        self._paths: list[Painted | None] = [None] * len(self.ground)
        self.spans = np.maximum(
            self._ground_boxes[:, 2] - self._ground_boxes[:, 0],
            self._ground_boxes[:, 3] - self._ground_boxes[:, 1],
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.ground and not self.notes

    def extent(self) -> Box | None:
        """Bounds of all marks in metres, or None."""
        boxes = [found for found in (self._ground_boxes, self._note_boxes) if len(found)]
        if not boxes:
            return None
        every = np.vstack(boxes)
        low, high = every[:, :2].min(axis=0), every[:, 2:].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def ground_in(self, box: Box, px_per_m: float) -> NDArray[np.int64]:
        """Indices of ground marks in a box, in painting order, without what is under a pixel."""
        found = self._tree.query(shapely.box(*box))
        found = found[self.spans[found] * px_per_m >= 0.7]
        found.sort()
        return np.asarray(found, dtype=np.int64)

    def notes_in(self, box: Box) -> list[Mark]:
        """Symbols and texts in a box."""
        found = self._note_tree.query(shapely.box(*box))
        return [self.notes[i] for i in sorted(found.tolist())]

    def first_above(self, order: int) -> int:
        """Index of the first ground mark painted in that pass or later."""
        return bisect_left(self.ground, order, key=lambda mark: mark.order)

    def path(self, index: int) -> Painted:
        """The Qt path of a ground mark, made on first use."""
        made = self._paths[index]
        if made is None:
            made = self._outlines.path(index, filled=self.ground[index].paint == "fill")
            self._paths[index] = made
        return made

    def changed_boxes(self, later: Scene) -> list[Box]:
        """Boxes of the ground marks that differ between this scene and a later one, metres."""
        differ = list(set(self.ground) ^ set(later.ground))
        return [(x0, y0, x1, y1) for x0, y0, x1, y1 in _boxes(differ).tolist()]


def _boxes(marks: Sequence[Mark]) -> NDArray[np.float64]:
    if not marks:
        return np.empty((0, 4))
    boxes = shapely.bounds(np.array([mark.shape for mark in marks], dtype=object))
    grown = np.array([mark.width_m / 2 for mark in marks])[:, None]
    return np.asarray(boxes + np.array([-1, -1, 1, 1]) * grown)
