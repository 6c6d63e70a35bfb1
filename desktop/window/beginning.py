"""Making a binder: an empty one where the user wants it, or the sample district."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.progress import ProgressPanel
from desktop.support.look import Look
from desktop.support.notices import Level, Notices
from desktop.support.settings import FOLDER, Settings
from desktop.support.tasks import Tasks
from desktop.support.wording import sentence
from desktop.window.opening import SUFFIX
from plans.binder import Binder
from plans.errors import NotWritten, PlansError
from plans.progress import Progress


class Beginning(QObject):
    """Makes binders and opens what it made."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        tasks: Tasks,
        notices: Notices,
        open_binder: Callable[[Path], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._settings, self._tasks = look, settings, tasks
        self._notices, self._open, self._window = notices, open_binder, window
        self._is_building = False

    def ask(self) -> bool:
        """Let the user choose a place and a name; false when nothing was made."""
        title = QCoreApplication.translate("Beginning", "New binder")
        name = QCoreApplication.translate("Beginning", "pre-plans")
        kinds = QCoreApplication.translate("Beginning", "Binders (*.binder)")
        start = str(Path.home() / f"{name}{SUFFIX}")
        # what stands there is never replaced, so Qt need not ask whether it may be
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, start, kinds, "", QFileDialog.Option.DontConfirmOverwrite
        )
        return bool(chosen) and self.make(Path(chosen))

    def make(self, path: Path) -> bool:
        """An empty binder at that path, opened; something that stands there is left alone.

        Raises `BinderError`.
        """
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        Binder.create(path, who=self._settings.text("who")).close()
        return self._open(path)

    def sample(self) -> None:
        """Open the sample district; it is built first where it is not there yet."""
        if self._is_building:
            return
        path = sample_file()
        if path.exists():
            self._open(path)
            return
        self._is_building = True
        task = self._tasks.run(_build, path)
        title = QCoreApplication.translate("Beginning", "Building the sample district")
        ProgressPanel(task, title, self._look.language, self._window)
        task.done.connect(self._built)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)

    def _built(self, path: Path) -> None:
        self._open(path)

    def _failed(self, error: PlansError) -> None:
        self._notices.show(Level.DANGER, sentence(error, self._look.language))

    def _ended(self, _task: object) -> None:
        self._is_building = False


def sample_file() -> Path:
    """Where this person's sample district lies."""
    return Path(platformdirs.user_data_dir(FOLDER, appauthor=False)) / "sample.binder"


def _build(progress: Progress, path: Path) -> Path:
    from desktop.support.sample import build_sample

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        build_sample(path, progress)
    except OSError as error:
        raise NotWritten(path=str(path), detail=str(error)) from error
    return path
