"""Actions that explain the program."""

from __future__ import annotations

from typing import Final

from desktop.actions.action import Action
from desktop.support.i18n import QT_TRANSLATE_NOOP

HELP: Final = (
    Action(
        id="help.commands",
        text=QT_TRANSLATE_NOOP("actions", "All commands..."),
        pinyin="quan bu ming ling",
        also=(
            "palette",
            "actions",
            "命令面板|ming ling mian ban",
            "功能|gong neng",
        ),
        menu="help",
        part=1,
        icon="command",
        keys=("Ctrl+Shift+P",),
        tip=QT_TRANSLATE_NOOP("actions", "Type what you want to do"),
        does=lambda window: window.show_command_palette(),
    ),
    Action(
        id="help.keys_and_words",
        text=QT_TRANSLATE_NOOP("actions", "Keys and words"),
        pinyin="kuai jie jian yu yong yu",
        also=(
            "shortcuts",
            "keyboard",
            "glossary",
            "manual",
            "帮助|bang zhu",
            "键盘|jian pan",
            "术语|shu yu",
        ),
        menu="help",
        part=1,
        icon="help",
        keys=("F1",),
        does=lambda window: window.show_help(),
    ),
    Action(
        id="help.log",
        text=QT_TRANSLATE_NOOP("actions", "Open the log folder"),
        pinyin="da kai ri zhi wen jian jia",
        also=(
            "trouble",
            "support",
            "故障|gu zhang",
            "日志|ri zhi",
        ),
        menu="help",
        part=2,
        icon="folder",
        does=lambda window: window.open_log_folder(),
    ),
    Action(
        id="help.about",
        text=QT_TRANSLATE_NOOP("actions", "About Preplan Desk"),
        pinyin="guan yu yu an tai",
        also=(
            "version",
            "licence",
            "license",
            "版本|ban ben",
            "许可|xu ke",
        ),
        menu="help",
        part=2,
        icon="info",
        does=lambda window: window.show_about(),
    ),
)
