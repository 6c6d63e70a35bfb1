"""Sheets from the window: preview and print, or save as PDF.

Printing is imported when first wanted: it costs a tenth of a second of the start.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.canvas.look import PlanLook
from desktop.desk import Desk
from desktop.support import fonts
from desktop.support.look import Look
from desktop.support.notices import Level, Notices
from desktop.support.tasks import Tasks
from desktop.support.theme import load_theme
from desktop.support.wording import sentence
from plans.errors import PlansError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.sheets.book import Book, SheetPainter


class Printing(QObject):
    """The sheets of the open building; always in the day theme, in the window's language."""

    def __init__(
        self, desk: Desk, look: Look, tasks: Tasks, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._tasks = desk, look, tasks
        self._notices, self._window = notices, window
        self._book: Book | None = None

    def painter(self) -> SheetPainter:
        """A painter of sheets as of today."""
        from desktop.sheets.book import SheetPainter

        plan_look = PlanLook(
            theme=load_theme("day"), catalog=self._desk.catalog, family=fonts.family()
        )
        return SheetPainter(plan_look, self._look.language, self._desk.now().date())

    def preview(self) -> None:
        """Show the sheets before they go to a printer."""
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from desktop.sheets.book import DOTS_PER_INCH, page_layout, read_book

        building = self._desk.building
        if building is None:
            return
        self._book = read_book(self._desk.open, building)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setResolution(DOTS_PER_INCH)
        printer.setDocName(self._name())
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setWindowTitle(QCoreApplication.translate("Sheets", "Print sheets"))
        dialog.resize(1180, 860)
        dialog.paintRequested.connect(self._print)
        dialog.exec()
        dialog.deleteLater()

    def _print(self, printer: QPrinter) -> None:
        from desktop.sheets.book import paint_book

        if self._book is None:
            return
        painter = QPainter()
        if painter.begin(printer):
            paint_book(painter, printer, self._book, self.painter())
            painter.end()

    def ask_pdf(self) -> None:
        """Let the user choose where to save the sheets."""
        title = QCoreApplication.translate("Sheets", "Save sheets as PDF")
        start = str(Path.home() / f"{self._name()}.pdf")
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, "PDF (*.pdf)")
        if name:
            self.save_pdf(Path(name))

    def save_pdf(self, path: Path) -> None:
        """Write the sheets of the open building."""
        from desktop.sheets.book import read_book, write_pdf

        building = self._desk.building
        if building is None:
            return
        try:
            write_pdf(path, read_book(self._desk.open, building), self.painter(), self._name())
        except PlansError as error:
            self._notices.show(Level.DANGER, sentence(error, self._look.language))
            return
        self._notices.show(
            Level.OK,
            QCoreApplication.translate("Sheets", "The sheets were saved as {name}.").format(
                name=path.name
            ),
        )

    def _name(self) -> str:
        building = self._desk.building
        return building.name_in(self._look.language) if building is not None else ""
