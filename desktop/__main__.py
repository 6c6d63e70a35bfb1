"""The program's entry: `preplan-desk` and `python -m desktop`.

Exit codes: 0 done; 1 a bug of ours; 2 wrong use; 3 a file that cannot be read or written; 4 the
binder refused.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from desktop.commands.language import language_asked, language_of

DONE, BUG, USE, INPUT, BINDER = 0, 1, 2, 3, 4
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_asked(given) or language_of(os.environ)
    _speak_utf8()
    return _run(_with_command(given), language)


def _with_command(given: list[str]) -> list[str]:
    """The command first. None is `open`, as is a binder file in its place, the way a file manager
    gives it; `--lang` may stand before the command."""
    words, language = given, []
    if given and given[0] == "--lang":
        language, words = given[:2], given[2:]
    elif given and given[0].startswith("--lang="):
        language, words = given[:1], given[1:]
    if words and words[0] in ("--help", "--version"):
        return words[:1]
    if not words or (words[0].endswith(".binder") and Path(words[0]).exists()):
        return ["open", *language, *words]
    return [words[0], *language, *words[1:]]


def _run(given: list[str], language: str) -> int:
    import typer

    from desktop.commands import build
    from plans.errors import (
        BinderError,
        Cancelled,
        Conflict,
        InputError,
        NotFound,
        NotWritten,
        PlansError,
    )

    if given == ["--version"]:
        print(_version())
        return DONE
    try:
        result = build(given[0])(args=given, prog_name="preplan-desk", standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt, Cancelled):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output (head, less) has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return DONE
    except PlansError as trouble:
        from desktop.commands.common import told

        _tell(told(trouble, language))
        if isinstance(trouble, (InputError, NotWritten)):
            return INPUT
        if isinstance(trouble, (BinderError, Conflict)):
            return BINDER
        return USE if isinstance(trouble, NotFound) else BUG
    except Exception as error:  # noqa: BLE001 - the last border: a bug is told in full, answers 1
        wrong_use = _usage(error, language)
        if wrong_use:
            _tell(wrong_use)
            return USE
        traceback.print_exc()
        return BUG


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"preplan-desk {version('preplan-desk')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "preplan-desk"


def _usage(error: Exception, language: str) -> str:
    """What was wrong with the command line and where help is, "" when that was not the trouble.

    Typer's class for it lies in click or in typer, by its version; both format a message.
    """
    from desktop.commands.usage import wrong_use

    message = getattr(error, "format_message", None)
    if message is None:
        return ""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "preplan-desk"
    if language == "zh":
        return f"用法不对：{wrong_use(message(), language)}\n查看用法：{path} --help"
    return f"{message()}\nSee: {path} --help"


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def _speak_utf8() -> None:
    """Chinese must come out whole whatever the console's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    raise SystemExit(main())
