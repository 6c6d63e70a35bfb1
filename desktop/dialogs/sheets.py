"""The sheets before they go anywhere: the very pages that are saved, as QtPdf shows them.

Shown instead of Qt's own preview, which replays drawing commands at the screen's resolution and
so thickens cosmetic lines and doubles texts.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.support.icons import icon
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.styled import of_kind, on_plane, typeset

_STEP = 1.25
_LEAST, _MOST = 0.2, 8.0


class SheetsDialog(QDialog):
    """All pages below each other, as wide as the window; what happens with them is asked for."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, pdf: bytes, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sheets · {building}").format(building=title))
        on_plane(self, "surface")
        self._bytes = QBuffer(self)
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._bytes)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Pages"))
        self._where = typeset(QLabel(self), tone="dim")
        self.view.pageNavigator().currentPageChanged.connect(self._say_page)
        self._said = typeset(ElidedLabel("", self), tone="dim")
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._where)
        row.addStretch(1)
        self._quiet(row, "zoom-out", self.tr("Smaller"), "Ctrl+-", self.zoom_out)
        self._quiet(row, "zoom-in", self.tr("Larger"), "Ctrl++", self.zoom_in)
        self._quiet(row, "", self.tr("Page width"), "Ctrl+0", self.fit_width)
        self._quiet(row, "", self.tr("Whole page"), "Ctrl+9", self.fit_page)
        row.addWidget(self._said, 1)
        save = QPushButton(icon("pdf"), self.tr("Save PDF…"), self)
        save.clicked.connect(self.save_asked)
        printed = of_kind(QPushButton(icon("print"), self.tr("Print…"), self), "primary")
        printed.setDefault(True)
        printed.clicked.connect(self.print_asked)
        for button, keys in ((save, "Ctrl+S"), (printed, "Ctrl+P")):
            button.setToolTip(keys)
            QShortcut(QKeySequence(keys), self, button.click)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        room = parent.screen().availableSize()
        self.resize(min(1280, room.width() - 80), min(920, room.height() - 80))
        self.view.setFocus()
        self._say_page(0)

    def say(self, text: str) -> None:
        """What became of the sheets, beside the buttons."""
        self._said.setText(text)

    def zoom_in(self) -> None:
        """One step larger."""
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._zoom(1 / _STEP)

    def fit_width(self) -> None:
        """As wide as the window."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """A whole page in the window."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom(self) -> float:
        """Shown size against the paper's own, from its width on screen."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom:
            return self.view.zoomFactor()
        size = self.document.pagePointSize(0)
        margins = self.view.documentMargins()
        room = self.view.viewport().size()
        wide = room.width() - margins.left() - margins.right()
        high = room.height() - self.view.pageSpacing()
        inch = self.view.screen().logicalDotsPerInch()
        factor = wide / max(size.width() / 72 * inch, 1.0)
        if self.view.zoomMode() is QPdfView.ZoomMode.FitInView:
            factor = min(factor, high / max(size.height() / 72 * inch, 1.0))
        return factor

    def _zoom(self, step: float) -> None:
        factor = min(max(self.zoom() * step, _LEAST), _MOST)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(factor)

    def _say_page(self, page: int) -> None:
        self._where.setText(
            self.tr("Page {page} of {count} · A3").format(
                page=page + 1, count=self.document.pageCount()
            )
        )

    def _quiet(self, row: QHBoxLayout, picture: str, text: str, keys: str, does: object) -> None:
        button = of_kind(QPushButton(self), "quiet")
        button.setAutoDefault(False)
        if picture:
            button.setIcon(icon(picture))
            button.setAccessibleName(text)
        else:
            button.setText(text)
        button.setToolTip(f"{text} ({keys})")
        button.clicked.connect(does)
        QShortcut(QKeySequence(keys), self, button.click)
        row.addWidget(button)
