"""Asks the style sheet for a look: type size, tone, plane and kind as dynamic properties."""

from __future__ import annotations

from typing import Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

W = TypeVar("W", bound=QWidget)
TypeSize = Literal["tiny", "body", "lead", "title", "figure"]
Tone = Literal["", "dim", "accent", "danger", "warn", "ok"]
Plane = Literal["surface", "raised", "bar"]
Kind = Literal["", "primary", "quiet", "danger", "chip", "segment", "search", "bare"]


def typeset(widget: W, size: TypeSize = "body", *, tone: Tone = "", strong: bool = False) -> W:
    """One of the five type sizes, a tone and a weight."""
    return _with(widget, type=size, tone=tone, strong=strong)


def on_plane(widget: W, plane: Plane) -> W:
    """One of the three background planes."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    return _with(widget, plane=plane)


def of_kind(widget: W, kind: Kind) -> W:
    """A button or input of that kind."""
    return _with(widget, kind=kind)


def rule(parent: QWidget) -> QFrame:
    """A hairline."""
    line = QFrame(parent)
    line.setProperty("frame", "rule")
    return line


def _with(widget: W, **properties: object) -> W:
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget
