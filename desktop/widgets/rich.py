"""Text from the binder in places that read HTML: strangers' names must never become markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def safe(text: object) -> str:
    """The text with all that HTML would read as markup made plain."""
    return escape(str(text))


def colored(text: object, color: str) -> str:
    """The text in a colour, as HTML."""
    return f"<span style='color:{color}'>{safe(text)}</span>"


def bold(text: object) -> str:
    """The text bold, as HTML."""
    return f"<b>{safe(text)}</b>"


def tip(text: str) -> str:
    """A tool tip that shows the text as it is, line by line."""
    return "<p style='white-space:pre-wrap'>" + safe(text) + "</p>"


def plain_label(parent: QWidget | None = None) -> QLabel:
    """A label that wraps, can be copied from, and never reads markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
