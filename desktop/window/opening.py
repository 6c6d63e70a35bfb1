"""Opening a binder: the road from a path to the desk, with the offers when it refuses."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.desk import Desk
from desktop.dialogs.trouble import Remedy, TroubleDialog
from desktop.support.look import Look
from desktop.support.notices import Level, Notices
from desktop.support.settings import Settings
from desktop.support.window_state import WindowState
from desktop.support.wording import sentence
from plans.binder import Rescue, look_for_rescue, restore
from plans.errors import BinderError, BinderLocked, BinderMissing, BinderReadOnly, PlansError

SUFFIX = ".binder"
_log = logging.getLogger(__name__)


class Opening:
    """Asks for a path, opens, and lives with refusals."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        settings: Settings,
        state: WindowState,
        notices: Notices,
        window: QWidget,
    ) -> None:
        self._desk, self._look, self._settings = desk, look, settings
        self._state, self._notices, self._window = state, notices, window
        self._is_asking = False

    def ask(self) -> bool:
        """Let the user choose a file and open it; false when nothing was opened."""
        lying = self._desk.binder.path if self._desk.binder is not None else None
        start = str(lying.parent if isinstance(lying, Path) else Path.home())
        title = QCoreApplication.translate("Opening", "Open binder")
        kinds = QCoreApplication.translate("Opening", "Binders (*.binder);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, start, kinds)
        return bool(name) and self.open(Path(name))

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a binder; a refusal asks what to do. False when the user gave up.

        What lay on the desk stays until another binder is really open.
        """
        tried_reading = False
        while True:
            try:
                self._desk.open_binder(path, read_only=read_only, who=self._settings.text("who"))
            except BinderError as error:
                _log.info("%s", error)
                if isinstance(error, BinderReadOnly) and not read_only:
                    read_only = True  # reading is what most come for; a notice says so
                    continue
                tried_reading = tried_reading or read_only
                rescue = look_for_rescue(path) if not isinstance(error, BinderLocked) else None
                choice = self._remedy(error, path, rescue, read_only_failed=tried_reading)
                if choice is Remedy.RETRY:
                    continue
                if choice is Remedy.READ_ONLY:
                    read_only = True
                    continue
                if choice is Remedy.RESTORE and self._restore(path, rescue):
                    read_only = tried_reading = False
                    continue
                if choice is Remedy.ANOTHER:
                    return self.ask()
                return False
            self._opened(path)
            return True

    def meet(self, error: BinderError) -> None:
        """The open binder failed in the middle of work: say so once and offer what works."""
        path = self._desk.binder.path if self._desk.binder is not None else None
        if self._is_asking or not isinstance(path, Path):
            return
        self._is_asking = True
        try:
            rescue = look_for_rescue(path)
            choice = self._remedy(error, path, rescue, read_only_failed=True)
            if choice is Remedy.RESTORE:
                self._desk.close_binder()
                self._restore(path, rescue)
                self.open(path)
            elif choice is Remedy.ANOTHER:
                self.ask()
        finally:
            self._is_asking = False

    def _opened(self, path: Path) -> None:
        self._state.keep_binder(str(path.resolve()))
        if self._desk.open.read_only:
            self._notices.show(
                Level.INFO,
                QCoreApplication.translate(
                    "Opening", "This binder is open for reading only; nothing in it can be changed."
                ),
            )

    def _remedy(
        self, error: BinderError, path: Path, rescue: Rescue | None, *, read_only_failed: bool
    ) -> Remedy | None:
        if isinstance(error, BinderMissing) and (rescue is None or rescue.backup is None):
            self._state.forget_binder(str(path))
        dialog = TroubleDialog(
            error, self._look.language, self._window, rescue, read_only_failed=read_only_failed
        )
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def _restore(self, path: Path, rescue: Rescue | None) -> bool:
        if rescue is None or rescue.backup is None:
            return False
        try:
            damaged = restore(path, rescue.backup)
        except PlansError as error:
            self._notices.show(Level.DANGER, sentence(error, self._look.language))
            return False
        text = (
            QCoreApplication.translate(
                "Opening", "The backup {name} was restored; the damaged file is kept as {damaged}."
            )
            if damaged.exists()
            else QCoreApplication.translate("Opening", "The backup {name} was restored.")
        )
        self._notices.show(Level.OK, text.format(name=rescue.backup.name, damaged=damaged))
        return True
