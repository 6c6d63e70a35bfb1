"""Every action by typing: Chinese, pinyin, initials or English, whatever the window speaks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.rows import Command, bare
from desktop.widgets.styled import of_kind, typeset

_ACTION: Final = Qt.ItemDataRole.UserRole
_WIDTH_PX: Final = 560
_ROWS: Final = 10


def rank(command: Command, query: str) -> int:
    """How well a query finds a command, 0 for not at all: its own text counts a little more than
    another word for it."""
    wanted = query.strip().lower()
    if not wanted:
        return 1
    own = _answer(command.words, command.pinyin, wanted)
    others = (_answer((word,), reading, wanted) for word, reading in command.also)
    return max(2 * own, 2 * max(others, default=0) - 1)


def _answer(texts: tuple[str, ...], pinyin: str, wanted: str) -> int:
    """5 is a text or its reading, 4 begins it, 3 a word in it, 2 its initials, 1 inside, 0 no."""
    texts = tuple(bare(text).lower().removesuffix("...").removesuffix("…") for text in texts)
    syllables = pinyin.split()
    readings = ["".join(syllables[at:]) for at in range(len(syllables))]
    close = wanted.replace(" ", "")
    if wanted in texts or close in readings[:1]:
        return 5
    if any(text.startswith(wanted) for text in texts) or any(
        reading.startswith(close) for reading in readings[:1]
    ):
        return 4
    words = [word for text in texts for word in text.split()]
    if any(word.startswith(close) for word in (*words, *readings)):
        return 3
    if "".join(syllable[0] for syllable in syllables).startswith(close):
        return 2
    return 1 if any(wanted in text for text in texts) else 0


class CommandPalette(QDialog):
    """Opens over the window; Enter does the chosen action, Esc or a click elsewhere closes."""

    def __init__(self, commands: list[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._commands = commands
        self.setWindowTitle(self.tr("All commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        frame = QFrame(self)
        frame.setProperty("frame", "popup")
        self._query = of_kind(QLineEdit(frame), "search")
        self._query.setPlaceholderText(self.tr("What do you want to do?"))
        self._query.setAccessibleName(self.tr("Search commands"))
        self._query.textChanged.connect(self._search)
        self._query.returnPressed.connect(self._do_current)
        self._query.installEventFilter(self)
        self._list = QListWidget(frame)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.itemClicked.connect(self._do_item)
        self._none = typeset(QLabel(self.tr("No command is called that."), frame), tone="dim")
        self._none.setContentsMargins(8, 8, 8, 8)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self._query)
        inner.addWidget(self._list, 1)
        inner.addWidget(self._none)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._search("")
        frame.setFixedWidth(min(_WIDTH_PX, parent.width() - 32))
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._place(parent)

    def _place(self, over: QWidget) -> None:
        width = self.sizeHint().width()
        corner = over.mapToGlobal(over.rect().topLeft())
        self.move(corner.x() + (over.width() - width) // 2, corner.y() + over.height() // 8)

    def _search(self, query: str) -> None:
        found = [(rank(command, query), command.action) for command in self._commands]
        kept = [pair for pair in found if pair[0]]
        kept.sort(key=lambda pair: (not pair[1].isEnabled(), -pair[0]))
        self._list.clear()
        for _, action in kept:
            item = QListWidgetItem(action.icon(), bare(action.text()), self._list)
            item.setData(_ACTION, action)
            if not action.isEnabled():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(kept))
        self._none.setVisible(not kept)
        row = self._list.sizeHintForRow(0)
        self._list.setFixedHeight(row * min(_ROWS, len(kept)) + 2 if kept else 0)

    def _do_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._do_item(item)

    def _do_item(self, item: QListWidgetItem) -> None:
        action = item.data(_ACTION)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_PageUp: -_ROWS,
                Qt.Key.Key_PageDown: _ROWS,
            }.get(Qt.Key(event.key()))
            if steps is not None and self._list.count():
                row = self._list.currentRow() + steps
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left and self.isVisible():
            self.reject()


class _Rows(QStyledItemDelegate):
    """Draws the action's keys at the right end of its row, and a tick when it is switched on."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        action = index.data(_ACTION)
        if not isinstance(action, QAction):
            return
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        right = QRect(option.rect).adjusted(0, 0, -12, 0)
        palette = option.palette
        painter.save()
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, int(flags), keys)
        painter.restore()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        action = index.data(_ACTION)
        if isinstance(action, QAction) and action.isChecked():
            option.icon = QIcon(action.icon().pixmap(16, QIcon.Mode.Normal, QIcon.State.On))
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), option.fontMetrics.height() + 14))
