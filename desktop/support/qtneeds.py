"""Before the window: does Qt load on this machine, and if not, which package is missing?

Imports no Qt at module level. A fresh server or container lacks some of the libraries Qt's
wheels expect of a desktop; one sentence naming the package is better than a traceback.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Final

EXIT: Final = 3
# library, Debian and Ubuntu package, Fedora package
LIBRARIES: Final = (
    ("libEGL.so", "libegl1", "libglvnd-egl"),
    ("libGL.so", "libgl1", "libglvnd-glx"),
    ("libOpenGL.so", "libopengl0", "libglvnd-opengl"),
    ("libdbus-1.so", "libdbus-1-3", "dbus-libs"),
    ("libfontconfig.so", "libfontconfig1", "fontconfig"),
    ("libfreetype.so", "libfreetype6", "freetype"),
    ("libglib-2.0.so", "libglib2.0-0", "glib2"),
    ("libgthread-2.0.so", "libglib2.0-0", "glib2"),
    ("libxkbcommon.so", "libxkbcommon0", "libxkbcommon"),
    ("libxkbcommon-x11.so", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ("libX11.so", "libx11-6", "libX11"),
    ("libxcb-cursor.so", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util.so", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libcups.so", "libcups2", "cups-libs"),
    ("libnss3.so", "libnss3", "nss"),
)


def import_qt() -> None:
    """Import the parts of Qt the window needs.

    Raises `ImportError` when the dynamic loader does not find one of their libraries.
    """
    from PySide6 import QtGui, QtPrintSupport, QtSvg, QtWidgets

    assert all((QtGui, QtPrintSupport, QtSvg, QtWidgets))


def missing_sentence(error: ImportError, language: str) -> str:
    """One sentence: which library Qt lacks and how to install it."""
    found = re.search(r"lib[\w.+-]+\.so[.\d]*", str(error))
    library = found.group() if found else ""
    row = next((row for row in LIBRARIES if library.split(".so")[0] + ".so" == row[0]), None)
    if not row:
        if language == "zh":
            return f"图形界面库 Qt 无法加载：{error}。请按此提示安装系统缺少的库。"
        return f"Qt, which draws the window, cannot be loaded: {error}. Install what it names."
    _, debian, fedora = row
    if language == "zh":
        return (
            f"图形界面库 Qt 缺少系统库 {library}。请安装：Debian、Ubuntu、UOS 用 "
            f"apt install {debian}；Fedora、openEuler 用 dnf install {fedora}。"
        )
    return (
        f"Qt, which draws the window, lacks the system library {library}. Install it: "
        f"apt install {debian} on Debian and Ubuntu, dnf install {fedora} on Fedora."
    )


def ensure_qt(language: str, load: Callable[[], None] = import_qt) -> None:
    """Make sure Qt loads, or say what is missing on standard error and exit with 3."""
    try:
        load()
    except ImportError as error:
        print(missing_sentence(error, language), file=sys.stderr)
        raise SystemExit(EXIT) from error
