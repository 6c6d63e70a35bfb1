"""Taking changes back and making them again, in a worker: an import may hold 100,000 records."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject

from desktop.desk import Desk
from desktop.support.look import Look
from desktop.support.notices import Level, Notices, Offer
from desktop.support.tasks import Tasks
from desktop.support.wording import sentence, word
from plans.binder import Written
from plans.errors import PlansError
from plans.model.change import Change
from plans.progress import Progress

Step = Literal["undo", "redo"]


class Undoing(QObject):
    """The window's undo and redo, and the notices that offer them."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        tasks: Tasks,
        notices: Notices,
        parent: QObject,
        changed: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._desk, self._look, self._tasks, self._notices = desk, look, tasks, notices
        self._is_busy = False
        self._changed = changed
        self._offered: tuple[str, Change] | None = None
        desk.history_changed.connect(self._history_changed)

    @property
    def label(self) -> str:
        """The label of what undo would take back now; "" while there is nothing."""
        binder = self._desk.binder
        return (binder.drafting.history.undo_label or "") if binder and not self._is_busy else ""

    @property
    def redo_label(self) -> str:
        """The label of what redo would make again now; "" while there is nothing."""
        binder = self._desk.binder
        return (binder.drafting.history.redo_label or "") if binder and not self._is_busy else ""

    @property
    def is_busy(self) -> bool:
        """Whether something is being written: an import, an undo, a redo."""
        return self._is_busy

    def undo(self) -> None:
        """Take back the last change."""
        self._go("undo")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._go("redo")

    def hold(self, *, held: bool) -> None:
        """Offer nothing while something else is being written."""
        self._is_busy = held
        self._changed()

    def offer(self, text: str) -> None:
        """Say that something was done, with a button that takes it back.

        It stands until it is closed or something else is the last change.
        """
        last = self._desk.open.drafting.history.next_undo
        if last is not None:
            offer = Offer(QCoreApplication.translate("Undoing", "Undo"), self.undo)
            self._offered = (text, last)
            self._notices.show(Level.OK, text, offer, stays=True)

    def _go(self, step: Step) -> None:
        binder = self._desk.binder
        if binder is None or self._is_busy:
            return
        about = self.label if step == "undo" else self.redo_label
        if not about:
            return

        def work(progress: Progress) -> Written | None:
            return binder.drafting.write_step(step, progress)

        self.hold(held=True)
        task = self._tasks.run(work)
        task.done.connect(partial(self._written, step, about))
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)

    def _written(self, step: Step, about: str, written: Written | None) -> None:
        if written is None or self._desk.binder is None:
            return
        self._desk.binder.drafting.tell(written)
        what = word(about, self._look.language)
        said = (
            QCoreApplication.translate("Undoing", "Taken back: {what}")
            if step == "undo"
            else QCoreApplication.translate("Undoing", "Made again: {what}")
        )
        self._notices.show(Level.OK, said.format(what=what))

    def _failed(self, error: PlansError) -> None:
        self._notices.show(Level.DANGER, sentence(error, self._look.language))

    def _ended(self, _task: object) -> None:
        self.hold(held=False)

    def _history_changed(self) -> None:
        """An offer to take something back goes when that is no longer the last change."""
        if self._offered is not None:
            text, change = self._offered
            binder = self._desk.binder
            if binder is None or binder.drafting.history.next_undo is not change:
                self._offered = None
                self._notices.dismiss(text)
        self._changed()
