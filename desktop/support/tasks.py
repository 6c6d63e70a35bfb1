"""Work off the user's thread: results, progress and troubles come back by queued signals.

Two lanes: `read` has one worker, so database reads keep their order; `free` has a few for the
rest. Workers get values and return values; they never write and never touch a widget.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from typing import Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from plans.errors import Cancelled, PlansError
from plans.progress import Progress

P = ParamSpec("P")
R = TypeVar("R")
_log = logging.getLogger(__name__)
_REPORT_EVERY_S: Final = 0.05


class Lane(StrEnum):
    """Which queue a task waits in."""

    READ = "read"
    FREE = "free"


class Task(QObject):
    """One piece of work under way; every signal arrives on the thread that started it.

    Exactly one of `done(result)`, `failed(PlansError)`, `cancelled()` or `broke(exception)` (a
    bug of ours) comes, then `ended(task)`.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    broke = Signal(object)
    ended = Signal(object)
    _reported = Signal(int, int, str)
    _settled = Signal(object)

    def __init__(self, text: str, parent: QObject) -> None:
        super().__init__(parent)
        self.text = text
        self._stopping = False
        self._reported_at_s = 0.0
        # Queued even on one thread: work that ends at once must not be over before its starter
        # has connected.
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self.progressed, queued)
        self._settled.connect(self._tell, queued)

    @property
    def is_stopping(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stopping

    def cancel(self) -> None:
        """Ask it to stop; it does where it next reports progress."""
        self._stopping = True

    def report(self, done: int, total: int, step: str = "") -> None:
        """The `Progress` handed to the work; runs on the worker, passes on 20 reports a second.

        Raises `Cancelled` when the user stopped the task.
        """
        if self._stopping:
            raise Cancelled
        now_s = time.monotonic()
        if now_s - self._reported_at_s >= _REPORT_EVERY_S or done == total:
            self._reported_at_s = now_s
            self._reported.emit(done, total, step)

    def settle(self, future: Future[object]) -> None:
        """Called on the worker when the work is over."""
        self._settled.emit(future)

    def _tell(self, future: Future[object]) -> None:
        error = Cancelled() if future.cancelled() else future.exception()
        if self._stopping or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is None:
            self.done.emit(future.result())
        elif isinstance(error, PlansError):
            self.failed.emit(error)
        else:
            _log.error("task %r broke", self.text, exc_info=error)
            self.broke.emit(error)
        self.ended.emit(self)
        self.deleteLater()


class Tasks(QObject):
    """Starts tasks and ends them tidily with the program."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            Lane.READ: ThreadPoolExecutor(1, thread_name_prefix="read"),
            Lane.FREE: ThreadPoolExecutor(3, thread_name_prefix="free"),
        }
        self._running: set[Task] = set()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._running

    def run(
        self,
        work: Callable[Concatenate[Progress, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Task:
        """Start `work(progress, ...)` in the free lane; connect to the task before returning."""
        return self._start(Lane.FREE, getattr(work, "__name__", "task"), work, *args, **kwargs)

    def read(
        self,
        work: Callable[Concatenate[Progress, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Task:
        """Start `work(progress, ...)` in the lane of database reads, one after another."""
        return self._start(Lane.READ, getattr(work, "__name__", "task"), work, *args, **kwargs)

    def _start(
        self, lane: Lane, text: str, work: Callable[..., object], *args: object, **kwargs: object
    ) -> Task:
        task = Task(text, self)
        self._running.add(task)
        task.ended.connect(self._forget)
        future = self._pools[lane].submit(work, task.report, *args, **kwargs)
        future.add_done_callback(task.settle)
        self.started.emit(task)
        return task

    def stop(self) -> None:
        """Ask every task to stop and wait for the workers; call before the program ends."""
        for task in self._running:
            task.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
