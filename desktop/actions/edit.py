"""Actions on what was changed: take back, make again."""

from __future__ import annotations

from typing import Final

from desktop.actions.action import Action
from desktop.support.i18n import QT_TRANSLATE_NOOP

EDIT: Final = (
    Action(
        id="edit.undo",
        text=QT_TRANSLATE_NOOP("actions", "Undo"),
        pinyin="che xiao",
        menu="edit",
        part=1,
        icon="undo",
        keys=("Ctrl+Z",),
        tip=QT_TRANSLATE_NOOP("actions", "Take back the last change of this window"),
        enabled=lambda now: bool(now.undo),
        about=lambda now: now.undo,
        does=lambda window: window.undo(),
    ),
    Action(
        id="edit.redo",
        text=QT_TRANSLATE_NOOP("actions", "Redo"),
        pinyin="hui fu",
        menu="edit",
        part=1,
        icon="redo",
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        tip=QT_TRANSLATE_NOOP("actions", "Make the change again that was taken back last"),
        enabled=lambda now: bool(now.redo),
        about=lambda now: now.redo,
        does=lambda window: window.redo(),
    ),
    Action(
        id="edit.align",
        text=QT_TRANSLATE_NOOP("actions", "Align drawing..."),
        pinyin="di tu dui wei",
        menu="edit",
        part=2,
        icon="layers",
        keys=(),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Scale, turn and move the drawing beneath this floor by points you know"
        ),
        enabled=lambda now: now.has_underlay,
        does=lambda window: window.align_drawing(),
    ),
)
