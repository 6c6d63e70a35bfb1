"""Actions on binders, sheets and the program."""

from __future__ import annotations

from typing import Final

from desktop.actions.action import Action
from desktop.support.i18n import QT_TRANSLATE_NOOP

FILE: Final = (
    Action(
        id="file.open",
        text=QT_TRANSLATE_NOOP("actions", "Open binder..."),
        pinyin="da kai yu an ku",
        menu="file",
        part=1,
        icon="open",
        keys=("Ctrl+O",),
        does=lambda window: window.open_binder(),
    ),
    Action(
        id="file.new_window",
        text=QT_TRANSLATE_NOOP("actions", "New window"),
        pinyin="xin jian chuang kou",
        menu="file",
        part=1,
        icon="new-window",
        keys=("Ctrl+Shift+N",),
        does=lambda window: window.new_window(),
    ),
    Action(
        id="file.import",
        text=QT_TRANSLATE_NOOP("actions", "Import files..."),
        pinyin="dao ru wen jian",
        menu="file",
        part=2,
        icon="import",
        keys=("Ctrl+I",),
        tip=QT_TRANSLATE_NOOP("actions", "Bring maps, tables and drawings into the binder"),
        enabled=lambda now: now.has_binder,
        does=lambda window: window.import_files(),
    ),
    Action(
        id="file.print",
        text=QT_TRANSLATE_NOOP("actions", "Print sheets..."),
        pinyin="da yin tu zhi",
        menu="file",
        part=3,
        icon="print",
        keys=("Ctrl+P",),
        tip=QT_TRANSLATE_NOOP("actions", "Preview and print the building's A3 sheets"),
        enabled=lambda now: now.has_building,
        does=lambda window: window.print_sheets(),
    ),
    Action(
        id="file.pdf",
        text=QT_TRANSLATE_NOOP("actions", "Save sheets as PDF..."),
        pinyin="tu zhi cun wei",
        menu="file",
        part=3,
        icon="pdf",
        keys=("Ctrl+Shift+S",),
        enabled=lambda now: now.has_building,
        does=lambda window: window.export_pdf(),
    ),
    Action(
        id="file.settings",
        text=QT_TRANSLATE_NOOP("actions", "Settings..."),
        pinyin="she zhi",
        menu="file",
        part=4,
        icon="settings",
        keys=("Ctrl+,",),
        does=lambda window: window.show_settings(),
    ),
    Action(
        id="file.close",
        text=QT_TRANSLATE_NOOP("actions", "Close binder"),
        pinyin="guan bi yu an ku",
        menu="file",
        part=5,
        icon="close",
        keys=("Ctrl+W",),
        enabled=lambda now: now.has_binder,
        does=lambda window: window.close_binder(),
    ),
    Action(
        id="file.quit",
        text=QT_TRANSLATE_NOOP("actions", "Quit"),
        pinyin="tui chu",
        menu="file",
        part=5,
        icon="quit",
        keys=("Ctrl+Q",),
        does=lambda window: window.quit(),
    ),
)
