"""Colours and sizes as tokens: one table for day, one for night, and the palette made of them.

Chrome tokens colour the window around the plan. Plan tokens are the style roles of
`plans.drawing`: they keep their meaning in both themes (red fire, blue water, green escape,
orange aerial, violet hazard, grey building), only their lightness changes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from PySide6.QtGui import QColor, QPalette

from desktop.support import assets
from plans.model.toml import read_toml

THEMES = ("day", "night")


class Chrome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Colours of the window around the plan, as `#rrggbb`."""

    window: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    text_dim: str
    accent: str
    accent_text: str
    selection: str
    hover: str
    pressed: str
    focus: str
    danger: str
    danger_wash: str
    warn: str
    warn_wash: str
    ok: str
    ok_wash: str
    verified: str
    stale: str
    unverified: str
    missing: str
    shadow: str


class Sizes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Five type sizes, the grid step and the corner radius, in logical pixels."""

    tiny: int = 11
    body: int = 13
    lead: int = 15
    title: int = 20
    figure: int = 28
    grid: int = 4
    radius: int = 6

    def scaled(self, percent: int) -> Sizes:
        """The type sizes grown to that many percent; grid and radius stay."""
        grown = {name: round(getattr(self, name) * percent / 100) for name in _TYPE_SIZES}
        return Sizes(**grown, grid=self.grid, radius=self.radius)


_TYPE_SIZES = ("tiny", "body", "lead", "title", "figure")


class Theme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One theme. `plan` maps style roles, dotted ones too (`room.office`), to `#rrggbb[aa]`."""

    name: str
    dark: bool
    chrome: Chrome
    plan: dict[str, str]
    sizes: Sizes = Sizes()

    def color(self, role: str) -> QColor:
        """The colour of a plan role or, failing that, of a chrome token.

        `room.cinema` falls back to `room`. Raises `KeyError` for a role nobody has named.
        """
        return qcolor(self.hex(role))

    def hex(self, role: str) -> str:
        """The same as text: `#rrggbb`, or `#rrggbbaa` when it is not opaque."""
        asked = role
        while asked:
            if asked in self.plan:
                return self.plan[asked]
            asked = asked.rpartition(".")[0]
        found: str | None = getattr(self.chrome, role, None)
        if found is None:
            raise KeyError(role)
        return found


@cache
def _qcolor(text: str) -> QColor:
    if len(text) == 9:  # Qt reads eight digits as #aarrggbb
        text = f"#{text[7:9]}{text[1:7]}"
    return QColor(text)


def qcolor(text: str) -> QColor:
    """A colour from `#rrggbb` or `#rrggbbaa`."""
    return QColor(_qcolor(text))


def load_theme(name: str, text_scale: int = 100, folder: Path | None = None) -> Theme:
    """Read a theme table; `text_scale` in percent grows its type sizes.

    Raises `msgspec.ValidationError` naming the token when the table is wrong.
    """
    read = _read(name, folder or assets.themes())
    return msgspec.structs.replace(read, sizes=read.sizes.scaled(text_scale))


@cache
def _read(name: str, folder: Path) -> Theme:
    return read_toml(folder / f"{name}.toml", Theme)


def palette(theme: Theme) -> QPalette:
    """The theme's chrome as a palette for the Fusion style."""
    chrome, role, group = theme.chrome, QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for where, text in (
        (role.Window, chrome.window),
        (role.WindowText, chrome.text),
        (role.Base, chrome.raised),
        (role.AlternateBase, chrome.surface),
        (role.Text, chrome.text),
        (role.Button, chrome.surface),
        (role.ButtonText, chrome.text),
        (role.BrightText, chrome.danger),
        (role.Highlight, chrome.accent),
        (role.HighlightedText, chrome.accent_text),
        (role.Accent, chrome.accent),
        (role.Link, chrome.accent),
        (role.LinkVisited, chrome.accent),
        (role.ToolTipBase, chrome.raised),
        (role.ToolTipText, chrome.text),
        (role.PlaceholderText, chrome.text_dim),
        (role.Light, chrome.raised),
        (role.Midlight, chrome.surface),
        (role.Mid, chrome.line),
        (role.Dark, chrome.line_strong),
        (role.Shadow, chrome.shadow),
    ):
        made.setColor(where, qcolor(text))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, where, qcolor(chrome.line_strong))
    return made
