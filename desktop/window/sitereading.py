"""Reads parts of the site on a worker; the newest wish wins, an older one is stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.canvas.camera import Box
from desktop.support.tasks import Task, Tasks
from desktop.window.plansource import Plan, site_plan
from plans.binder import Binder
from plans.model.catalog import Catalog
from plans.model.ids import BuildingId

Wish = tuple[Binder, Box, Catalog, str, BuildingId | None]
"""Binder, box in map metres, catalog, language, the open building."""


class SiteReading(QObject):
    """At most one read under way, at most one waiting."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._wish: Wish | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way or waiting."""
        return self._task is None and self._wish is None

    def want(self, wish: Wish) -> None:
        """Read this part; what is being read for an older wish is stopped and not told."""
        self._wish = wish
        if self._task is None:
            self._start()
        else:
            self._task.cancel()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wish = None
        if self._task is not None:
            self._task.cancel()

    def _start(self) -> None:
        wish, self._wish = self._wish, None
        if wish is None:
            return
        self._task = self._tasks.read(site_plan, *wish)
        self._task.done.connect(self._done)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._ended)

    def _done(self, plan: Plan) -> None:
        if self._wish is None:
            self.read.emit(plan)

    def _ended(self, _task: Task) -> None:
        self._task = None
        self._start()
