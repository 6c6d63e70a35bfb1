"""What the window shows at this moment, for the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions.action import Now

if TYPE_CHECKING:
    from desktop.window.main import MainWindow


def now_of(window: MainWindow) -> Now:
    """The state actions are enabled and checked by."""
    desk, settings = window.desk, window.settings
    at = desk.floors.index(desk.floor) if desk.floor in desk.floors else None
    return Now(
        has_binder=desk.binder is not None,
        has_building=desk.building is not None,
        on_floor=desk.floor is not None,
        can_go_up=bool(desk.floors) and (at is None or at + 1 < len(desk.floors)),
        can_go_down=bool(desk.floors) and (at is None or at > 0),
        has_selection=desk.selected is not None,
        dark=window.look.theme.dark,
        chinese=window.look.language == "zh",
        ghost=settings.flag("ghost_floor"),
        legend=settings.flag("legend_open"),
        layers=bool(window.stage.canvas.picture.hidden),
        left_panel=not window.left.isHidden(),
        right_panel=not window.right.isHidden(),
        full_screen=window.isFullScreen(),
        has_underlay=desk.floor is not None and bool(window.showing.own_underlays()),
        undo=window.undoing.label,
        redo=window.undoing.redo_label,
    )
