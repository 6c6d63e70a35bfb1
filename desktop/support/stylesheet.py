"""One small Qt style sheet for quiet chrome over Fusion, made of theme tokens.

Widgets ask for a look by dynamic property (`desktop.widgets.styled` sets them):
`type` tiny|lead|title|figure, `tone` dim|accent|danger|warn|ok, `strong`, `plane`
surface|raised|bar, `kind` primary|quiet|danger|chip|segment|search, `frame`
segmented|popup|rule.
"""

from __future__ import annotations

from string import Template
from typing import Final

from desktop.support import assets
from desktop.support.theme import Theme


def stylesheet(theme: Theme) -> str:
    """The style sheet for the whole application."""
    images = (assets.icons() / "qss").as_posix()
    sizes = theme.sizes
    gaps = {name: getattr(theme.chrome, name) for name in theme.chrome.__struct_fields__}
    gaps |= {f"px_{name}": f"{getattr(sizes, name)}px" for name in sizes.__struct_fields__}
    chrome = theme.chrome
    track, holds = (
        (chrome.surface, chrome.pressed) if theme.dark else (chrome.pressed, chrome.raised)
    )
    gaps |= {"track": track, "holds": holds}
    gaps |= {"pill": f"{sizes.body - 1}px"}
    gaps |= {name: f'"{images}/{name}-{theme.name}.svg"' for name in ("chevron", "check", "clear")}
    return Template(_SHEET).substitute(gaps)


_SHEET: Final = """
QWidget { font-size: $px_body; }
*[type="tiny"] { font-size: $px_tiny; }
*[type="lead"] { font-size: $px_lead; }
*[type="title"] { font-size: $px_title; }
*[type="figure"] { font-size: $px_figure; }
*[strong="true"] { font-weight: 700; }
QLabel[tone="dim"] { color: $text_dim; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; }
*[plane="surface"] { background: $surface; }
*[plane="raised"] { background: $raised; }
*[plane="bar"] { background: $window; }

QToolTip {
  background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px 6px;
}

QPushButton {
  background: $raised; color: $text; border: 1px solid $line_strong;
  border-radius: $px_radius; padding: 5px 14px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $line_strong; border-color: $line; background: $surface; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[kind="primary"]:disabled {
  background: $pressed; color: $text_dim; border-color: $pressed;
}
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled {
  background: $surface; color: $line_strong; border-color: $line;
}
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus { background: $hover; border: 2px solid $focus; }

QToolButton {
  background: transparent; color: $text; border: 2px solid transparent;
  border-radius: $px_radius; padding: 3px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $selection; color: $accent; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $line_strong; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="chip"] {
  background: $raised; border: 1px solid $line; border-radius: $pill; padding: 2px 10px;
}
QToolButton[kind="chip"]:hover { background: $hover; }
QToolButton[kind="chip"]:checked { background: $selection; border-color: $accent; color: $accent; }
QToolButton[kind="chip"]:focus { border: 2px solid $focus; padding: 1px 9px; }
QToolButton[kind="segment"] {
  border: 2px solid transparent; border-radius: 5px; padding: 3px 12px; color: $text_dim;
}
QToolButton[kind="segment"]:hover { color: $text; background: $hover; }
QToolButton[kind="segment"]:checked { background: $holds; color: $text; font-weight: 700; }
QToolButton[kind="segment"]:focus { border-color: $focus; }
QFrame[frame="segmented"] { background: $track; border: 1px solid $pressed; border-radius: 8px; }

QLineEdit, QComboBox, QPlainTextEdit, QTextEdit {
  background: $raised; color: $text; border: 1px solid $line_strong;
  border-radius: $px_radius; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $focus; padding: 3px 7px;
}
QLineEdit { placeholder-text-color: $text_dim; lineedit-clear-button-icon: url($clear); }
QLineEdit:disabled, QComboBox:disabled { color: $line_strong; border-color: $line; }
QLineEdit[kind="search"] { border-radius: 8px; padding: 6px 10px; font-size: $px_lead; }
QLineEdit[kind="search"]:focus { padding: 5px 9px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($chevron); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border: 1px solid $line_strong; outline: none; padding: 4px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; border-radius: $px_radius; }
QCheckBox[kind="bare"] { spacing: 0; padding: 0; }
QCheckBox::indicator {
  width: 16px; height: 16px; border: 1px solid $line_strong; border-radius: 4px;
  background: $raised;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }

QRadioButton::indicator {
  width: 14px; height: 14px; border: 1px solid $text_dim; border-radius: 8px; background: $raised;
}
QRadioButton::indicator:checked {
  width: 6px; height: 6px; border: 5px solid $accent; background: $raised;
}

QMenuBar { background: $window; border: none; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: $px_radius; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $line_strong; }
QMenu::icon { left: 6px; }
QMenu::icon:checked { background: $selection; border: 1px solid $accent; border-radius: 4px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
  background: transparent; color: $text_dim; border: none; padding: 8px 12px 6px 12px;
  border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $hover; }

QAbstractItemView {
  background: $raised; border: 1px solid transparent; outline: none;
  selection-background-color: $selection; selection-color: $text;
}
QListView::item, QTreeView::item { padding: 4px 8px; border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QAbstractItemView:focus { border-color: $focus; }
QHeaderView::section {
  background: $surface; color: $text_dim; border: none; border-bottom: 1px solid $line;
  padding: 4px 8px;
}

QScrollArea { border: none; background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame[notice] { border-radius: 8px; border: 1px solid $line_strong; background: $raised; }
QFrame[notice="ok"] { background: $ok_wash; border-color: $ok; }
QFrame[notice="warn"] { background: $warn_wash; border-color: $warn; }
QFrame[notice="danger"] { background: $danger_wash; border-color: $danger; }
QFrame[frame="popup"] { background: $raised; border: 1px solid $line_strong; }
QFrame[frame="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QSplitter::handle { background: $line; }
QStatusBar { background: $window; color: $text_dim; }
QStatusBar::item { border: none; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""
