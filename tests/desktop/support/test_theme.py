"""Themes are complete and can be read: contrasts over token pairs."""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QPalette

from desktop.support import assets
from desktop.support.theme import THEMES, Theme, load_theme, palette, qcolor

pytestmark = pytest.mark.usefixtures("qapp")

TEXTS = ("text", "text_dim", "accent", "danger", "warn", "ok")
TRUSTS = ("verified", "stale", "unverified", "missing")
GROUNDS = ("window", "surface", "raised", "hover", "selection")
ROLES = (
    *("fire", "water", "escape", "aerial", "hazard", "access"),
    *("utility", "micro", "people", "structure"),
)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def luminance(color: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_text_can_be_read(theme: Theme) -> None:
    chrome = theme.chrome
    pairs = [
        *itertools.product(TEXTS, GROUNDS),
        *itertools.product(TRUSTS, ("surface", "raised", "hover")),
        ("accent_text", "accent"),
        *[(tone, f"{tone}_wash") for tone in ("danger", "warn", "ok")],
        *[("text", f"{tone}_wash") for tone in ("danger", "warn", "ok")],
    ]
    weak = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(getattr(chrome, pair[0]), getattr(chrome, pair[1]))) < 4.5
    }
    assert not weak


def test_frames_and_focus_can_be_seen(theme: Theme) -> None:
    chrome = theme.chrome
    for ground in (chrome.window, chrome.surface, chrome.raised):
        assert contrast(chrome.focus, ground) >= 3
    for ground in (chrome.surface, chrome.raised):
        assert contrast(chrome.line_strong, ground) >= 3


def test_roles_stand_out_from_the_plan(theme: Theme) -> None:
    weak = {
        (role, ground): round(found, 2)
        for role in ROLES
        for ground in ("paper", "room", "slab", "road", "ground", "corridor")
        if (found := contrast(theme.hex(role), theme.hex(ground))) < 4.5
    }
    assert not weak
    for ground in ("building", "green", "water_body", "plot"):
        assert all(contrast(theme.hex(role), theme.hex(ground)) >= 3 for role in ROLES)


def test_labels_can_be_read_on_every_room(theme: Theme) -> None:
    rooms = [role for role in theme.plan if role.startswith("room")]
    for room in rooms:
        assert contrast(theme.hex("ink"), theme.hex(room)) >= 7
        assert contrast(theme.hex("ink_dim"), theme.hex(room)) >= 4.5


def test_walls_are_strong_and_furniture_faint(theme: Theme) -> None:
    def over_room(role: str) -> float:
        return contrast(theme.hex(role), theme.hex("room"))

    assert over_room("wall") > over_room("partition") > over_room("furniture")
    assert over_room("wall") >= 6
    assert over_room("furniture") < 2.5


def test_meaning_keeps_its_hue(theme: Theme) -> None:
    hues = {
        "fire": (345, 15),
        "aerial": (15, 40),
        "utility": (35, 50),
        "escape": (130, 160),
        "people": (170, 190),
        "water": (195, 215),
        "hazard": (275, 295),
    }
    for role, (low, high) in hues.items():
        hue = theme.color(role).hsvHue()
        assert (low <= hue <= high) if low < high else (hue >= low or hue <= high), (role, hue)


def test_night_has_no_pure_white() -> None:
    night = load_theme("night")
    colors = [*msgspec.structs.asdict(night.chrome).values(), *night.plan.values()]
    assert max(luminance(color) for color in colors) < 0.75
    assert luminance(night.hex("paper")) < 0.02


def test_themes_name_the_same_roles() -> None:
    day, night = (load_theme(name) for name in THEMES)
    assert list(day.plan) == list(night.plan)


def test_dotted_role_falls_back_to_its_stem(theme: Theme) -> None:
    assert theme.hex("room.nobody_has_named_this") == theme.hex("room")
    with pytest.raises(KeyError):
        theme.hex("nobody")


def test_transparent_color_is_read(theme: Theme) -> None:
    assert theme.color("wash.fire").alpha() < 80
    assert qcolor("#11223380").alpha() == 0x80


def test_type_sizes_grow() -> None:
    assert load_theme("day", 150).sizes.body == round(load_theme("day").sizes.body * 1.5)
    assert load_theme("day", 150).sizes.grid == 4


def test_wrong_token_is_named(tmp_path: Path) -> None:
    text = (assets.themes() / "day.toml").read_text(encoding="utf-8")
    (tmp_path / "odd.toml").write_text(text.replace("accent_text", "accent_txt"), "utf-8")
    with pytest.raises(msgspec.ValidationError, match="accent_txt"):
        load_theme("odd", folder=tmp_path)


def test_palette_follows(theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window).name() == theme.chrome.window
    assert made.color(QPalette.ColorRole.Accent).name() == theme.chrome.accent
