"""Which language a command speaks: `--lang`, else the environment's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

LANGUAGES: Final = ("zh", "en")
_VARIABLES: Final = ("PREPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> str:
    """`zh` where the first set of PREPLAN_LANG, LC_ALL, LC_MESSAGES, LANG is Chinese, else `en`."""
    for name in _VARIABLES:
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith(("zh", "chinese")) else "en"
    return "en"


def language_asked(arguments: Sequence[str]) -> str:
    """The language after `--lang` (`--lang zh`, `--lang=zh`), "" without one we know."""
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        name, has_value, value = argument.partition("=")
        if name != "--lang":
            continue
        if not has_value:
            value = arguments[at + 1] if at + 1 < len(arguments) else ""
        return value if value in LANGUAGES else ""
    return ""


START_LANGUAGE: Final = language_asked(sys.argv[1:]) or language_of(os.environ)
"""The language of this process's help texts, fixed when it starts."""


def say(zh: str, en: str) -> str:
    """A help text in the language of this process."""
    return zh if START_LANGUAGE == "zh" else en
