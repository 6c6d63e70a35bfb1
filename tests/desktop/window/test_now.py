"""What the window shows, as the actions see it."""

from __future__ import annotations

from desktop.window.main import MainWindow
from desktop.window.now import now_of
from plans.model.building import Building


def test_now_follows_the_desk(main: MainWindow, house: Building) -> None:
    assert now_of(main).has_binder
    assert not now_of(main).has_building
    main.open_building(house.id)
    on_site = now_of(main)
    assert (on_site.has_building, on_site.on_floor) == (True, False)
    assert on_site.can_go_up
    main.desk.open_floor(main.desk.floors[0].id)
    assert (now_of(main).can_go_up, now_of(main).can_go_down) == (True, False)
    main.desk.open_floor(main.desk.floors[-1].id)
    assert (now_of(main).can_go_up, now_of(main).can_go_down) == (False, True)
    main.close_binder()
    assert not now_of(main).has_binder
