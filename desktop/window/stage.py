"""The middle of the window: canvas with its title, tools, legend and feature panel over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.look import PlanLook
from desktop.canvas.overlays import furniture_rects
from desktop.canvas.stepping import Stepper
from desktop.canvas.taken import Rect
from desktop.canvas.view import Canvas
from desktop.docks.feature import FeaturePanel
from desktop.docks.legend import Legend
from desktop.support.theme import Theme
from desktop.widgets.styled import typeset

GAP_PX = 12


class Stage(QWidget):
    """Places what lies over the canvas; knows nothing of plans."""

    arranged = Signal()
    outside_asked = Signal()

    def __init__(
        self,
        look: PlanLook,
        panel: FeaturePanel,
        tools: Sequence[Sequence[QAction]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.canvas = Canvas(look, self)
        self.stepper = Stepper(self.canvas)
        self.legend = Legend(look.theme, self)
        self.panel = panel
        panel.setParent(self)
        self._title = QFrame(self)
        self._title.setObjectName("placeTitle")
        self._place = typeset(QLabel(self._title), "lead", strong=True)
        self._note = typeset(QLabel(self._title), "tiny", tone="dim")
        for label in (self._place, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self._title)
        column.setContentsMargins(12, 6, 14, 7)
        column.setSpacing(0)
        column.addWidget(self._place)
        column.addWidget(self._note)
        self._outside = QPushButton(self)
        self._outside.setObjectName("outside")
        self._outside.clicked.connect(self.outside_asked)
        self._outside.hide()
        self._tools = QFrame(self)
        self._tools.setObjectName("canvasTools")
        self._fill_tools(tools)
        self._hint = typeset(QLabel(self), "lead", tone="dim")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.canvas.installEventFilter(self)
        self.set_theme(look.theme)

    def set_theme(self, theme: Theme) -> None:
        """Frames over the plan follow the theme."""
        chrome, radius = theme.chrome, theme.sizes.radius
        self.setStyleSheet(
            f"#placeTitle, #canvasTools, #outside {{ background: {chrome.raised};"
            f" border: 1px solid {chrome.line}; border-radius: {radius}px; }}"
            f"#outside {{ padding: 3px 10px; font-size: {theme.sizes.tiny}px;"
            f" color: {chrome.accent}; }}"
        )
        self.legend.set_theme(theme)
        self.panel.set_theme(theme)

    def set_title(self, place: str, note: str) -> None:
        """What the canvas shows, and a line on it."""
        self.canvas.setAccessibleName(f"{place} {note}".strip())
        self._place.setText(place)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._title.setVisible(bool(place))
        self.arrange()

    def set_outside(self, text: str) -> None:
        """What lies far outside the view, on a button that shows it; an empty text hides it."""
        self._outside.setText(text)
        self._outside.setVisible(bool(text))
        self.arrange()

    def set_hint(self, text: str) -> None:
        """A sentence in an empty canvas: what to do next. An empty text hides it."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self.arrange()

    def legend_room_px(self) -> int:
        """How tall the legend may be."""
        return self.height() - self._title.height() - 5 * GAP_PX - 44

    def arrange(self) -> None:
        """Put everything in its corner."""
        self._title.adjustSize()
        self._title.move(GAP_PX, GAP_PX)
        self._outside.adjustSize()
        self._outside.move(GAP_PX, self._title.geometry().bottom() + 1 + GAP_PX // 2)
        self._tools.adjustSize()
        right = self.width() - GAP_PX
        self._tools.move(right - self._tools.width(), GAP_PX)
        self.legend.resize(self.legend.sizeHint())
        self.legend.move(GAP_PX, self.height() - self.legend.height() - 44)
        self.panel.adjustSize()
        self.panel.move(right - self._tools.width() - 8 - self.panel.width(), GAP_PX)
        legend = self.legend.width() + GAP_PX if self.legend.isVisible() else 0
        wide = self.width() - legend > 480
        self.canvas.covered = (
            float(legend if wide else 0),
            float(self._title.height() + GAP_PX),
            float(self._tools.width() + GAP_PX),
            30.0,
        )
        self._hint.setGeometry(self.width() // 2 - 200, self.height() // 2 - 60, 400, 120)
        self.canvas.lay_over(self._lasting(), _rects([self.panel]))
        self.arranged.emit()

    def _lasting(self) -> list[Rect]:
        """What lies over the canvas however long somebody looks. The legend counts as high as it
        can grow: what is fitted does not jump as it grows and shrinks."""
        over = _rects([self._title, self._outside, self._tools])
        if not self.legend.isHidden():
            left = self.legend.geometry()
            top = self._title.geometry().bottom()
            over.append((left.left(), top, left.right() + 1, self.height()))
        return over + furniture_rects(self.width(), self.height())

    def _fill_tools(self, groups: Sequence[Sequence[QAction]]) -> None:
        column = QVBoxLayout(self._tools)
        column.setContentsMargins(3, 3, 3, 3)
        column.setSpacing(1)
        for at, group in enumerate(groups):
            if at:
                line = QFrame(self._tools)
                line.setFixedHeight(1)
                line.setObjectName("toolLine")
                column.addWidget(line)
            for action in group:
                button = QToolButton(self._tools)
                button.setDefaultAction(action)
                button.setIconSize(QSize(20, 20))
                button.setFixedSize(36, 36)
                button.setAccessibleName(action.text().replace("&", ""))
                column.addWidget(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.canvas:
            self.arrange()
        return super().eventFilter(watched, event)


def _rects(widgets: Sequence[QWidget]) -> list[Rect]:
    """Where those of them stand that are shown."""
    shown = [widget.geometry() for widget in widgets if not widget.isHidden()]
    return [(one.left(), one.top(), one.right() + 1, one.bottom() + 1) for one in shown]
