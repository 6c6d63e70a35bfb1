"""Where the files that ship with the program lie; no Qt, so commands can ask too."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def folder() -> Path:
    """The assets: `assets/` beside the package in a checkout, `desktop/_assets` in a wheel.

    Raises `FileNotFoundError` when neither is there (a broken installation).
    """
    for candidate in (_PACKAGE / "_assets", _PACKAGE.parent / "assets"):
        if (candidate / "themes").is_dir():
            return candidate
    raise FileNotFoundError(f"no assets beside {_PACKAGE}")


def themes() -> Path:
    """Folder of the theme tables, one TOML each."""
    return folder() / "themes"


def translations() -> Path:
    """Folder of the Qt catalogues, one `preplan_<language>.ts` each."""
    return folder() / "translations"


def icons() -> Path:
    """Folder of the chrome icons, one SVG each."""
    return folder() / "icons"


def symbols() -> Path:
    """Folder of the plan symbols, one SVG each."""
    return folder() / "symbols"


def catalog() -> Path:
    """Folder of the catalog tables (kinds, facts, uses, classes)."""
    return folder() / "catalog"


def samples() -> Path:
    """Folder of the invented sample district's sources."""
    return folder() / "samples"
