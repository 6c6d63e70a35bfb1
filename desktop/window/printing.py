"""Sheets from the window: preview and print, or save as PDF.

Printing is imported when first wanted: it costs a tenth of a second of the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from desktop.canvas.look import PlanLook
from desktop.desk import Desk
from desktop.support import fonts
from desktop.support.look import Look
from desktop.support.notices import Level, Notices
from desktop.support.tasks import Tasks
from desktop.support.theme import load_theme
from desktop.support.wording import sentence, word
from plans.errors import Cancelled, PlansError
from plans.model.building import Building
from plans.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.dialogs.sheets import SheetsDialog
    from desktop.sheets.book import Book, SheetPainter


class Printing(QObject):
    """The sheets of the open building; always in the day theme, in the window's language."""

    def __init__(
        self, desk: Desk, look: Look, tasks: Tasks, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._tasks = desk, look, tasks
        self._notices, self._window = notices, window
        self._pages: SheetsDialog | None = None

    def painter(self) -> SheetPainter:
        """A painter of sheets as of today."""
        from desktop.sheets.book import SheetPainter

        plan_look = PlanLook(
            theme=load_theme("day"), catalog=self._desk.catalog, family=fonts.family()
        )
        return SheetPainter(plan_look, self._look.language, self._desk.now().date())

    def preview(self) -> None:
        """Show the very pages that would be saved; from there they are printed or saved."""
        from desktop.dialogs.sheets import SheetsDialog
        from desktop.sheets.book import read_book

        building = self._desk.building
        if building is None:
            return
        book = read_book(self._desk.open, building)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "sheets.pdf"
            if not self._write(path, book):
                return
            pdf = path.read_bytes()
        self._pages = SheetsDialog(pdf, self._name(building), self._window)
        self._pages.print_asked.connect(lambda: self._ask_printer(book))
        self._pages.save_asked.connect(lambda: self._ask_pdf(book))
        self._pages.finished.connect(self._forget_pages)
        self._pages.open()

    def _forget_pages(self) -> None:
        self._pages = None

    def _ask_printer(self, book: Book) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop.sheets.book import page_layout

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(self._name(book.building))
        dialog = QPrintDialog(printer, self._pages)
        dialog.setWindowTitle(QCoreApplication.translate("Sheets", "Print sheets"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.painter().page_count(book))
        if dialog.exec():
            self.print_on(printer, book)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter, book: Book) -> None:
        """Print on a printer that was chosen, and say if it did not take the sheets."""
        from desktop.sheets.book import print_book

        try:
            with self._waiting() as progress:
                printed = print_book(printer, book, self.painter(), progress)
        except Cancelled:
            printer.abort()
            return
        if not printed:
            text = QCoreApplication.translate(
                "Sheets", "The printer {name} did not take the sheets. Is it switched on?"
            )
            self._tell(Level.DANGER, text.format(name=printer.printerName()))

    def ask_pdf(self) -> None:
        """Let the user choose where to save the sheets of the open building."""
        from desktop.sheets.book import read_book

        building = self._desk.building
        if building is not None:
            self._ask_pdf(read_book(self._desk.open, building))

    def _ask_pdf(self, book: Book) -> None:
        title = QCoreApplication.translate("Sheets", "Save sheets as PDF")
        start = str(Path.home() / f"{_for_a_file(self._name(book.building))}.pdf")
        over = self._pages or self._window
        name, _ = QFileDialog.getSaveFileName(over, title, start, "PDF (*.pdf)")
        if not name:
            return
        self.save_pdf(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"), book)

    def save_pdf(self, path: Path, book: Book | None = None) -> None:
        """Write the sheets of a book, else of the open building, and say so."""
        from desktop.sheets.book import read_book

        building = self._desk.building
        if book is None and building is not None:
            book = read_book(self._desk.open, building)
        if book is not None and self._write(path, book):
            text = QCoreApplication.translate("Sheets", "The sheets were saved as {name}.")
            self._tell(Level.OK, text.format(name=path.name))

    def _tell(self, level: Level, text: str) -> None:
        """On the window, and on the pages when they lie over it."""
        self._notices.show(level, text)
        if self._pages is not None:
            self._pages.say(text)

    def _write(self, path: Path, book: Book) -> bool:
        from desktop.sheets.book import write_pdf

        try:
            with self._waiting() as progress:
                write_pdf(path, book, self.painter(), self._name(book.building), progress)
        except Cancelled:
            return False
        except PlansError as error:
            self._tell(Level.DANGER, sentence(error, self._look.language))
            return False
        return True

    @contextmanager
    def _waiting(self) -> Iterator[Progress]:
        """A bar that comes when the pages take a while, and a way to stop them."""
        bar = QProgressDialog(self._pages or self._window)
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setWindowTitle(QCoreApplication.translate("Sheets", "Sheets"))
        bar.setMinimumDuration(600)

        def progress(done: int, total: int, step: str = "step.sheet") -> None:
            bar.setLabelText(word(step, self._look.language))
            bar.setMaximum(total)
            bar.setValue(done)
            if bar.wasCanceled() and done < total:
                raise Cancelled

        try:
            yield progress
        finally:
            bar.close()
            bar.deleteLater()

    def _name(self, building: Building) -> str:
        return building.name_in(self._look.language)


def _for_a_file(name: str) -> str:
    """A building's name without what no file system takes."""
    return re.sub(r'[\x00-\x1f<>:"/\\|?*]', "-", name)[:120]
