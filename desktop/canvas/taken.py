"""Rectangles on screen that are taken, so that nothing else is put there."""

from __future__ import annotations

CELL_PX = 48.0
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


class Taken:
    """Rectangles already taken on screen, found again by a grid of cells."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}

    def add(self, rect: Rect) -> None:
        for cell in _cells(rect):
            self._cells.setdefault(cell, []).append(rect)

    def share(self, rect: Rect) -> float:
        """Largest share of `rect` that one taken rectangle covers, 0..1."""
        return self.most(rect)[0]

    def most(self, rect: Rect) -> tuple[float, Rect | None]:
        """The largest share of `rect` that one taken rectangle covers, and that rectangle."""
        left, top, right, bottom = rect
        most, found = 0.0, None
        for cell in _cells(rect):
            for other in self._cells.get(cell, ()):
                width = min(other[2], right) - max(other[0], left)
                height = min(other[3], bottom) - max(other[1], top)
                if width > 0 and height > 0 and width * height > most:
                    most, found = width * height, other
        return most / max((right - left) * (bottom - top), 1e-9), found


def _cells(rect: Rect) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(int(rect[0] // CELL_PX), int(rect[2] // CELL_PX) + 1)
        for y in range(int(rect[1] // CELL_PX), int(rect[3] // CELL_PX) + 1)
    ]
