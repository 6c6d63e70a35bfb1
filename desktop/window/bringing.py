"""Bringing files in: chosen or dropped, read in a child process, each accepted as one change."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.desk import Desk
from desktop.dialogs.progress import ProgressPanel
from desktop.support import assets
from desktop.support.look import Look
from desktop.support.notices import Level, Notices, Offer
from desktop.support.tasks import Tasks
from desktop.support.wording import place_in, sentence, word
from desktop.window.where import ask_unit, ask_where
from plans.errors import Cancelled, PlansError
from plans.importing.endings import ENDINGS
from plans.model.change import Change
from plans.progress import Progress, silent

if TYPE_CHECKING:
    from plans.importing.batch import FileReport
    from plans.importing.draft import Draft, Unread

TOLD = (
    "unit", "encoding", "new_floor", "floor_like", "floors_found", "floors_unaligned",
    "floors_doubtful", "several_floors", "moved_near", "proposed",
)  # fmt: skip
"""Questions of a draft that are told at once."""


class _Post(QObject):
    """Carries the drafts of one import from the worker to the user's thread, where alone commits
    happen. The import ends with the window or when another binder is opened."""

    _sent = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._binder = desk, desk.open
        self.progress: Progress = silent
        self.changes = 0
        self._result: Change | None = None
        self._error: PlansError | Cancelled | None = None
        self._done = threading.Event()
        self._sent.connect(self._accept, Qt.ConnectionType.QueuedConnection)

    def accept(self, draft: Draft, /) -> Change | None:
        """Called on the worker; waits until the user's thread has committed."""
        self._done.clear()
        self._sent.emit(draft)
        while not self._done.wait(0.2):
            self.progress(0, 0, "import.settle")  # raises Cancelled when the program ends
        if self._error is not None:
            raise self._error
        return self._result

    def _accept(self, draft: Draft) -> None:
        self._result, self._error = None, None
        try:
            if self._desk.binder is not self._binder:
                raise Cancelled
            self._result = self._binder.intake.accept(draft)
            self.changes += self._result is not None
        except (PlansError, Cancelled) as error:
            self._error = error
        finally:
            self._done.set()


class _Shelf:
    """The open binder for a worker: reads go straight, drafts go by post."""

    def __init__(self, desk: Desk, post: _Post) -> None:
        self._binder = desk.open
        self.intake = post

    def set_origin(self, lon: float, lat: float, /) -> None:
        """Left to the commit, which sets the draft's origin on the user's thread."""

    def __getattr__(self, name: str) -> object:
        return getattr(self._binder, name)


class Bringing(QObject):
    """The window's side of an import."""

    finished = Signal()

    def __init__(
        self, desk: Desk, look: Look, tasks: Tasks, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._tasks = desk, look, tasks
        self._notices, self._window = notices, window
        self._post: _Post | None = None
        self._files: list[Path] = []

    def ask(self) -> None:
        """Let the user choose files."""
        kinds = " ".join(f"*{suffix}" for suffix in ENDINGS)
        title = QCoreApplication.translate("Bringing", "Import files")
        known = QCoreApplication.translate("Bringing", "Maps and tables")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, title, str(Path.home()), f"{known} ({kinds})"
        )
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, files: list[Path], unit: str = "") -> None:
        """Import files or folders into the open binder; goes on after a bad file.

        `unit` is the user's word on the unit of drawings.
        """
        from plans.importing.batch import Import, import_files

        if self._desk.binder is None or self._post is not None:
            return
        if self._desk.binder.read_only:
            self._notices.show(
                Level.WARN,
                QCoreApplication.translate(
                    "Bringing", "This binder is open for reading only; files cannot be imported."
                ),
            )
            return
        where = ask_where(files, self._desk, self._window)
        if where is None:
            return
        building = self._desk.building
        wish = Import(building=building.id if building else "", floor=where, unit=unit)
        self._files = files
        post = self._post = _Post(self._desk)
        shelf = _Shelf(self._desk, post)

        def work(progress: Progress) -> list[FileReport]:
            post.progress = progress
            return import_files(
                shelf,  # type: ignore[arg-type]
                files,
                self._desk.catalog,
                assets.catalog(),
                wish,
                None,
                progress,
            )

        task = self._tasks.run(work)
        title = QCoreApplication.translate("Bringing", "Importing files")
        ProgressPanel(task, title, self._look.language, self._window)
        task.done.connect(self._done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.ended.connect(self._ended)

    def _done(self, reports: list[FileReport]) -> None:
        bad = [report for report in reports if report.error is not None]
        records = sum(len(report.draft.records) for report in reports if report.draft)
        unread = sum(len(_lost(report)) for report in reports)
        changes = self._post.changes if self._post is not None else 0
        if records or not bad:
            text = QCoreApplication.translate("Bringing", "%n record(s) imported.", "", records)
            self._notices.show(
                Level.OK,
                text,
                Offer(QCoreApplication.translate("Bringing", "Undo"), lambda: self._undo(changes))
                if changes
                else None,
            )
        if unread:
            self._notices.show(
                Level.WARN,
                QCoreApplication.translate(
                    "Bringing", "%n entry(ies) could not be read.", "", unread
                ),
                Offer(QCoreApplication.translate("Bringing", "Show"), lambda: self._show(reports)),
            )
        for report in reports:
            self._tell_questions(report)
        for report in bad:
            if report.error is not None:
                self._notices.show(Level.DANGER, sentence(report.error, self._look.language))

    def _tell_questions(self, report: FileReport) -> None:
        """What was assumed of a drawing; a doubtful unit can be set right at once."""
        for question in report.draft.questions if report.draft else ():
            if question.about not in TOLD:
                continue
            said = word(f"question.{question.about}", self._look.language, text=question.text)
            change = QCoreApplication.translate("Bringing", "Change unit")
            offer = Offer(change, self._change_unit) if question.about == "unit" else None
            self._notices.show(Level.WARN, said, offer)

    def _change_unit(self) -> None:
        unit = ask_unit(self._window)
        if unit:
            self.bring(self._files, unit)

    def _show(self, reports: list[FileReport]) -> None:
        language = self._look.language
        lines = [
            f"{Path(report.path).name} {place_in(row.place, language)}:"
            f" {word(f'reason.{row.reason}', language, text=row.text)}"
            for report in reports
            for row in _lost(report)
        ]
        box = QMessageBox(self._window)
        box.setWindowTitle(QCoreApplication.translate("Bringing", "What could not be read"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("\n".join(lines[:12]))
        box.setDetailedText("\n".join(lines))
        box.exec()
        box.deleteLater()

    def _undo(self, changes: int) -> None:
        """Take back every file's change, the last first."""
        for _ in range(changes):
            if self._desk.binder is not None:
                self._desk.binder.drafting.undo()

    def _failed(self, error: PlansError) -> None:
        self._notices.show(Level.DANGER, sentence(error, self._look.language))

    def _cancelled(self) -> None:
        self._notices.show(
            Level.INFO,
            QCoreApplication.translate(
                "Bringing", "The import was stopped; what had been accepted stays."
            ),
        )

    def _ended(self, _task: object) -> None:
        self._post = None
        self.finished.emit()


def _lost(report: FileReport) -> list[Unread]:
    """What of a file did not become a record; remarks on what did are left out."""
    return [row for row in report.draft.unread if not row.note] if report.draft else []
