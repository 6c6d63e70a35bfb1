"""The settings, built from their table; every change holds at once, so there is no OK."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.support.i18n import Retranslating
from desktop.support.settings import GROUPS, SETTINGS, Setting, Settings, SettingValue, translated
from desktop.widgets.segmented import Segmented
from desktop.widgets.styled import of_kind, on_plane, rule, typeset


class SettingsDialog(Retranslating, QDialog):
    """Groups of rows: text and note on the left, the control on the right."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        on_plane(self, "surface")
        body = on_plane(QWidget(self), "surface")
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._titles: dict[str, QLabel] = {}
        self.rows: dict[str, _Row] = {}
        for group, _ in GROUPS:
            self._add_group(group)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = _Upright(body, self)
        self._reset = of_kind(QPushButton(self), "quiet")
        self._reset.setAutoDefault(False)
        self._reset.clicked.connect(self._reset_or_undo)
        self._before: dict[str, SettingValue] = {}
        self._close = of_kind(QPushButton(self), "primary")
        self._close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 8, 16, 12)
        buttons.addWidget(self._reset)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(rule(self))
        column.addLayout(buttons)
        settings.changed.connect(self._show_value)
        self.resize(620, 640)
        self.retranslate()

    def _add_group(self, group: str) -> None:
        if self._titles:
            self._grid.addWidget(rule(self), self._grid.rowCount(), 0, 1, 2)
        title = typeset(QLabel(self), "lead", strong=True)
        self._titles[group] = title
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)
        for row in SETTINGS:
            if row.group == group:
                self.rows[row.key] = _Row(row, self._settings, self)
                self.rows[row.key].put(self._grid)

    def _show_value(self, key: str) -> None:
        self.rows[key].show_value()
        if self._before:  # a change after the reset: there is nothing plain to go back to
            self._before = {}
            self._name_reset()

    def _reset_or_undo(self) -> None:
        """Everything to its default; once more brings back what was."""
        if self._before:
            before, self._before = self._before, {}
            for key, value in before.items():
                self._settings.set(key, value)
        else:
            before = {row.key: self._settings.value(row.key) for row in SETTINGS}
            self._settings.reset()
            self._before = {k: v for k, v in before.items() if v != self._settings.value(k)}
        self._name_reset()

    def _name_reset(self) -> None:
        self._reset.setText(
            self.tr("Undo: settings as before") if self._before else self.tr("Back to defaults")
        )

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._name_reset()
        self._close.setText(self.tr("Close"))
        for group, text in GROUPS:
            self._titles[group].setText(translated(text))
        for row in self.rows.values():
            row.retranslate()


class _Upright(QScrollArea):
    """Scrolls up and down only: never narrower than what it holds, also when text grows."""

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._held = held
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._held.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Row(QWidget):
    """One setting: which control it gets follows from its type and choices."""

    def __init__(self, row: Setting, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._settings = row, settings
        self._text = QLabel(self)
        self._note = typeset(QLabel(self), "tiny", tone="dim")
        self._note.setWordWrap(True)
        self._note.setVisible(bool(row.note))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._note)
        self.control = self._make_control(parent)
        self.show_value()

    def put(self, grid: QGridLayout) -> None:
        """Take a row of the grid."""
        at = grid.rowCount()
        grid.addWidget(self, at, 0)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.control, at, 1, side)

    def _make_control(self, parent: QWidget) -> Segmented | QCheckBox | QLineEdit:
        if self._row.choices:
            segmented = Segmented([str(choice.value) for choice in self._row.choices], parent)
            segmented.chosen.connect(self._write_choice)
            return segmented
        if isinstance(self._row.default, bool):
            box = of_kind(QCheckBox(parent), "bare")
            box.clicked.connect(self._write_flag)
            return box
        line = QLineEdit(parent)
        line.setMinimumWidth(220)
        line.editingFinished.connect(self._write_text)
        return line

    def show_value(self) -> None:
        """Show what holds now."""
        value, control = self._settings.value(self._row.key), self.control
        if isinstance(control, Segmented):
            control.choose(str(value))
        elif isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        else:
            control.setText(str(value))

    def retranslate(self) -> None:
        """Set the texts again."""
        text, note = translated(self._row.text), translated(self._row.note)
        self._text.setText(text)
        self._note.setText(note)
        self.control.setAccessibleName(text)
        self.control.setAccessibleDescription(note)
        if isinstance(self.control, Segmented):
            for choice in self._row.choices:
                self.control.set_text(str(choice.value), translated(choice.text))

    def _write_choice(self, key: str) -> None:
        choice = next(choice for choice in self._row.choices if str(choice.value) == key)
        self._settings.set(self._row.key, choice.value)

    def _write_flag(self, flag: bool) -> None:
        self._settings.set(self._row.key, flag)

    def _write_text(self) -> None:
        if isinstance(self.control, QLineEdit):
            self._settings.set(self._row.key, self.control.text().strip())
