"""What the command line itself says, in Chinese: headings of the help, and wrong use.

Typer writes these texts in English and has no catalogue for them. Each row is a pattern of such
a text and its Chinese; a text without a row stays as it is.
"""

from __future__ import annotations

import re
from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

from desktop.commands.language import START_LANGUAGE

_ERRORS: Final = (
    (r"'(--?[\w-]+)'", r"\1"),
    (r"No such command '(.*?)'\.", r"没有“\1”这个命令。"),
    (r"No such option: (\S+)", r"没有 \1 这个选项。"),
    (r" ?\(Possible options: (.*?)\)", r"是不是想写 \1？"),
    (r" ?Did you mean (.*?)\?", r"是不是想写 \1？"),
    (r"Missing argument '(.*?)'\.", r"没有写 \1。"),
    (r"Missing option (.*?)\.(?= |$)", r"没有写选项 \1。"),
    (r"\(env var: '(.*?)'\)", r"（也可设环境变量 \1）"),
    (r"Missing command\.", r"没有写命令。"),
    (r"Invalid value for (.*?): ", r"\1 的值不对："),
    (r"Invalid value: ", r"值不对："),
    (r" （", "（"),
    (r"'?(\S+?)'? is not in the range (.*?)\.", r"\1 不在范围 \2 内。"),
    (r"'(.*?)' is not a valid (?:int|integer|int range|integer range)\.", r"“\1”不是整数。"),
    (r"'(.*?)' is not a valid (?:float|float range)\.", r"“\1”不是数字。"),
    (r"'(.*?)' is not one of (.*?)\.", r"“\1”不在可选值 \2 中。"),
    (r"Option (\S+) requires an argument\.", r"选项 \1 后面要写值。"),
    (r"Option (\S+) does not take a value\.", r"选项 \1 后面不写值。"),
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\((.*?)\)", r"多写了：\1。"),
)
_HELP: Final = (
    (r"^Usage: ", "用法："),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"^Commands:$", "命令："),
    (r"Show this message and exit\.$", "显示这份说明"),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]…"),
    (r"(\[|; )env var: ", r"\1环境变量："),
    (r"(\[|; )default: ", r"\1默认："),
    (r"(\[|; )required\]", r"\1必填]"),
    (r"<path>", "<路径>"),
    (r"<str>", "<文字>"),
    (r"<(?:int|integer)(?: range)?>", "<整数>"),
)
_Rows = tuple[tuple[str, str], ...]


def wrong_use(message: str, language: str) -> str:
    """What was wrong with a command line, in that language, from typer's English."""
    return _said(message, _ERRORS) if language == "zh" else message


def help_in(text: str, language: str) -> str:
    """A help text with its headings in that language."""
    return _said(text, _HELP) if language == "zh" else text


def _said(text: str, rows: _Rows) -> str:
    for pattern, chinese in rows:
        text = re.sub(pattern, chinese, text, flags=re.MULTILINE)
    return text


class SpeakingCommand(TyperCommand):
    """A command whose help is in the language of this process."""

    def get_help(self, ctx: Any) -> str:
        return help_in(super().get_help(ctx), START_LANGUAGE)


class SpeakingGroup(TyperGroup):
    """The list of commands in the language of this process."""

    def get_help(self, ctx: Any) -> str:
        return help_in(super().get_help(ctx), START_LANGUAGE)
