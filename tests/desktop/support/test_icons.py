"""Chrome icons follow the palette and never take more than they are given."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer

from desktop.support import assets
from desktop.support.icons import icon, icon_pixmap
from desktop.support.look import Look
from desktop.support.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


def color_of(image: QImage) -> QColor:
    """The colour of the most solid pixel."""
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return image.pixelColor(*max(points, key=lambda at: image.pixelColor(*at).alpha()))


@pytest.mark.parametrize("path", sorted(assets.icons().glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws(path: object) -> None:
    text = Path(str(path)).read_text(encoding="utf-8")
    assert QSvgRenderer(str(path)).isValid()
    assert 'stroke="currentColor"' in text


@pytest.mark.usefixtures("look")
def test_icon_follows_the_theme(settings: Settings) -> None:
    kept = icon("search")
    day = color_of(kept.pixmap(QSize(32, 32)).toImage())
    settings.set("theme", "night")
    night = color_of(kept.pixmap(QSize(32, 32)).toImage())
    assert day.lightness() < 80 < 180 < night.lightness()


def test_states_differ(look: Look) -> None:
    kept = icon("legend")
    size = QSize(32, 32)
    normal = color_of(kept.pixmap(size).toImage())
    off = color_of(kept.pixmap(size, QIcon.Mode.Disabled).toImage())
    on = color_of(kept.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage())
    assert len({normal.name(), off.name(), on.name()}) == 3
    assert on.name() == look.theme.chrome.accent


@pytest.mark.usefixtures("look")
def test_copies_outlive_the_first() -> None:
    copies = [QIcon(icon("close")) for _ in range(200)]
    assert all(not copy.pixmap(QSize(16, 16)).isNull() for copy in copies)


def test_one_color_at_double_density() -> None:
    drawn = icon_pixmap("check", 16, "#ff0000", 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2.0)
    assert color_of(drawn.toImage()).name() == "#ff0000"


def test_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
