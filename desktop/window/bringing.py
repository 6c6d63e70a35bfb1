"""Bringing files in: chosen or dropped, read in a child process, each accepted as one change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.desk import Desk
from desktop.dialogs.progress import ProgressPanel
from desktop.support import assets, garbage
from desktop.support.look import Look
from desktop.support.notices import Level, Notices, Offer
from desktop.support.tasks import Tasks
from desktop.support.wording import place_in, sentence, word
from desktop.window.deciding import Deciding
from desktop.window.laying import Laying
from desktop.window.undoing import Undoing
from desktop.window.where import ask_unit, ask_where, target_names, targets
from plans.errors import Cancelled, PlansError, Undecided
from plans.importing.endings import ENDINGS
from plans.model.change import Change
from plans.progress import Progress, silent

if TYPE_CHECKING:
    from plans.binder import Written
    from plans.importing.asked import Import
    from plans.importing.batch import FileReport
    from plans.importing.draft import Draft, Unread

TOLD = (
    "unit", "encoding", "new_floor", "floor_like", "floors_found", "floors_unaligned",
    "floors_doubtful", "several_floors", "moved_near", "proposed",
)  # fmt: skip
"""Questions of a draft that are told at once."""
_MOST_NAMES = 2
"""More buildings than these are only counted in the notice."""


class _Post(QObject):
    """Carries one import's questions and written changes from the worker to the user's thread.

    The worker writes, in one transaction a file; the user's thread tells. The import ends with
    the window or when another binder is opened.
    """

    _sent = Signal(object)

    def __init__(self, desk: Desk, decide: Callable[[Undecided, Import], Import | None]) -> None:
        super().__init__()
        self._desk, self._binder, self._decide = desk, desk.open, decide
        self.progress: Progress = silent
        self.made: list[Change] = []
        self.targets: set[str] = set()
        self._answer: Import | None = None
        self._error: BaseException | None = None
        self._done = threading.Event()
        self._sent.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def accept(self, draft: Draft, /) -> Change | None:
        """Called on the worker; back when the user's thread has told of the change."""
        if self._desk.binder is not self._binder:
            raise Cancelled
        targets_of = targets(self._binder, draft)
        written = self._binder.intake.write(draft, progress=self.progress)
        if written is None:
            return None
        self.targets |= targets_of
        self._on_users_thread(partial(self._tell, written))
        return written.change

    def ask(self, error: Undecided, wish: Import) -> Import | None:
        """Called on the worker; back with the user's answer."""
        self._answer = None
        self._on_users_thread(partial(self._put, error, wish))
        return self._answer

    def _on_users_thread(self, does: Callable[[], None]) -> None:
        self._error = None
        self._done.clear()
        self._sent.emit(does)
        while not self._done.wait(0.1):
            self.progress(0, 0, "import.settle")  # raises Cancelled when the user stops it
        if self._error is not None:
            raise self._error

    def _do(self, does: Callable[[], None]) -> None:
        try:
            does()
        except BaseException as error:  # noqa: BLE001  # raised again on the worker
            self._error = error
        finally:
            self._done.set()

    def _tell(self, written: Written) -> None:
        if self._desk.binder is self._binder:
            self._binder.intake.tell(written)
            self.made.append(written.change)

    def _put(self, error: Undecided, wish: Import) -> None:
        self._answer = self._decide(error, wish)


class _Shelf:
    """The open binder for a worker: reads go straight, drafts go by post."""

    def __init__(self, desk: Desk, post: _Post) -> None:
        self._binder = desk.open
        self.intake = post

    def __getattr__(self, name: str) -> object:
        return getattr(self._binder, name)


class Bringing(QObject):
    """The window's side of an import."""

    finished = Signal()

    def __init__(
        self,
        desk: Desk,
        look: Look,
        tasks: Tasks,
        notices: Notices,
        undoing: Undoing,
        laying: Laying,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._tasks = desk, look, tasks
        self._notices, self._undoing, self._window = notices, undoing, window
        self._deciding = Deciding(desk, look, laying, window)
        self._post: _Post | None = None

    def ask(self) -> None:
        """Let the user choose files."""
        kinds = " ".join(f"*{suffix}" for suffix in ENDINGS)
        title = QCoreApplication.translate("Bringing", "Import files")
        known = QCoreApplication.translate("Bringing", "Maps, drawings and tables")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, title, str(Path.home()), f"{known} ({kinds})"
        )
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, files: list[Path], wish: Import | None = None) -> None:
        """Import files or folders into the open binder; goes on after a bad file.

        Without a `wish` the user is asked whether they belong to the open floor.
        """
        from plans.importing.asked import Import
        from plans.importing.batch import import_files

        if self._desk.binder is None:
            return
        if self._post is not None:
            self._notices.show(
                Level.INFO,
                QCoreApplication.translate(
                    "Bringing", "Other files are being imported. Wait for them, or stop them first."
                ),
            )
            return
        if self._desk.binder.read_only:
            self._notices.show(
                Level.WARN,
                QCoreApplication.translate(
                    "Bringing", "This binder is open for reading only; files cannot be imported."
                ),
            )
            return
        if wish is None:
            where = ask_where(files, self._desk, self._window)
            if where is None:
                return
            building = self._desk.building
            wish = Import(building=building.id if building else "", floor=where, by_hand=True)
        said = wish
        self._deciding.begin(several=len(files) > 1 or any(path.is_dir() for path in files))
        post = self._post = _Post(self._desk, self._deciding.decide)
        shelf = _Shelf(self._desk, post)

        def work(progress: Progress) -> list[FileReport]:
            post.progress = progress
            # a hundred thousand records and no cycles: searching them stalls the window
            with garbage.held():
                return import_files(
                    shelf,  # type: ignore[arg-type]
                    files,
                    self._desk.catalog,
                    assets.catalog(),
                    said,
                    progress=progress,
                    ask=post.ask,
                )

        self._undoing.hold(held=True)
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
        if self._made():
            where = self._where()
            text = (
                QCoreApplication.translate("Bringing", "%n record(s) imported.", "", records)
                if not where
                else QCoreApplication.translate(
                    "Bringing", "%n record(s) imported into {where}.", "", records
                ).format(where=where)
            )
            self._undoing.offer(text)
        elif not bad:
            self._notices.show(
                Level.OK,
                QCoreApplication.translate("Bringing", "The binder has all of it already."),
            )
        lost = sum(len(_lost(report)) for report in reports)
        if lost:
            text = QCoreApplication.translate(
                "Bringing", "%n entry(ies) could not be read.", "", lost
            )
            self._offer_to_show(text, self._lost_lines(reports))
        self._tell_questions(reports)
        for report in bad:
            if report.error is not None:
                left = isinstance(report.error, Undecided)
                level = Level.INFO if left else Level.DANGER
                self._notices.show(level, sentence(report.error, self._look.language))

    def _made(self) -> bool:
        """Whether anything came in; all of it is one step of undo from now on."""
        made = self._post.made if self._post is not None else []
        if made and self._desk.binder is not None:
            self._desk.binder.intake.join(made)
        return bool(made)

    def _where(self) -> str:
        """The buildings (or the site) that things came into, as the notice says it."""
        assert self._post is not None
        count = len(self._post.targets)
        if count > _MOST_NAMES:
            return QCoreApplication.translate("Bringing", "%n place(s)", "", count)
        names = target_names(self._desk.open, self._post.targets, self._look.language)
        return QCoreApplication.translate("Bringing", ", ").join(names)

    def _tell_questions(self, reports: list[FileReport]) -> None:
        """What was assumed; a drawing's doubtful unit can be set right at once."""
        language = self._look.language
        lines = []
        for report in reports:
            for question in report.draft.questions if report.draft else ():
                said = word(f"question.{question.about}", language, text=question.text)
                if question.about == "unit":
                    change = QCoreApplication.translate("Bringing", "Change unit")
                    does = partial(self._change_unit, Path(report.path), report.wish)
                    self._notices.show(Level.WARN, said, Offer(change, does), stays=True)
                elif question.about in TOLD:
                    self._notices.show(Level.WARN, said)
                else:
                    lines.append(f"{Path(report.path).name}: {said}")
        if lines:
            text = QCoreApplication.translate(
                "Bringing", "%n assumption(s) to check.", "", len(lines)
            )
            self._offer_to_show(text, lines)

    def _change_unit(self, path: Path, wish: Import) -> None:
        unit = ask_unit(self._window)
        if unit:
            self.bring([path], msgspec.structs.replace(wish, unit=unit))

    def _lost_lines(self, reports: list[FileReport]) -> list[str]:
        language = self._look.language
        return [
            f"{Path(report.path).name} {place_in(row.place, language)}:"
            f" {word(f'reason.{row.reason}', language, text=row.text)}"
            for report in reports
            for row in _lost(report)
        ]

    def _offer_to_show(self, text: str, lines: list[str]) -> None:
        show = QCoreApplication.translate("Bringing", "Show")
        does = partial(self._show, text, lines)
        self._notices.show(Level.WARN, text, Offer(show, does), stays=True)

    def _show(self, title: str, lines: list[str]) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("\n".join(lines[:12]))
        box.setDetailedText("\n".join(lines))
        box.exec()
        box.deleteLater()

    def _failed(self, error: PlansError) -> None:
        self._notices.show(Level.DANGER, sentence(error, self._look.language))
        self._offer_what_stays()

    def _cancelled(self) -> None:
        self._notices.show(
            Level.INFO, QCoreApplication.translate("Bringing", "The import was stopped.")
        )
        self._offer_what_stays()

    def _offer_what_stays(self) -> None:
        """Files accepted before the end stay; they can be taken back."""
        if self._desk.binder is not None and self._made():
            assert self._post is not None
            self._undoing.offer(
                QCoreApplication.translate(
                    "Bringing", "%n file(s) had come in before and stay.", "", len(self._post.made)
                )
            )

    def _ended(self, _task: object) -> None:
        self._post = None
        self._deciding.stop()
        self._undoing.hold(held=False)
        self.finished.emit()


def _lost(report: FileReport) -> list[Unread]:
    """What of a file did not become a record; remarks on what did are left out."""
    return [row for row in report.draft.unread if not row.note] if report.draft else []
