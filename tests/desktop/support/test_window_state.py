"""Window state: places, sizes, what was open lately."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from desktop.support.window_state import WindowState

pytestmark = pytest.mark.usefixtures("qapp")


def test_newest_binder_first_and_once(window_state: WindowState) -> None:
    for name in ("a", "区, b", "a"):
        window_state.keep_binder(f"/x/{name}.binder")
    assert window_state.recent_binders() == ["/x/a.binder", "/x/区, b.binder"]
    window_state.forget_binder("/x/a.binder")
    assert window_state.recent_binders() == ["/x/区, b.binder"]


def test_the_list_is_short(window_state: WindowState) -> None:
    for number in range(30):
        window_state.keep_building("binder", str(number))
    assert window_state.recent_buildings("binder")[:2] == ["29", "28"]
    assert len(window_state.recent_buildings("binder")) == 8
    assert window_state.recent_buildings("another") == []


def test_reset_keeps_what_was_open(window_state: WindowState) -> None:
    window_state.keep_geometry("main", QByteArray(b"there"))
    window_state.keep_sizes("main", [200, 800])
    window_state.keep_binder("/x/a.binder")
    assert window_state.geometry("main") == QByteArray(b"there")
    assert window_state.sizes("main") == [200, 800]
    window_state.reset_layout()
    assert window_state.geometry("main").isEmpty()
    assert window_state.sizes("main") == []
    assert window_state.recent_binders() == ["/x/a.binder"]


def test_spoilt_file_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_text("[recent]\nbinders=not json\n[sizes]\nmain=7\n", "utf-8")
    state = WindowState(path)
    assert state.recent_binders() == []
    assert state.sizes("main") == []
