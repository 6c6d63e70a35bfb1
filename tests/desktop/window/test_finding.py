"""Finding: hits for what was typed; without, the recent ones and those nearest."""

from __future__ import annotations

from desktop.window.main import MainWindow
from plans.model.building import Building


def test_hits_say_why(main: MainWindow, house: Building) -> None:
    (hit,) = main.finding.hits("laolou")[:1]
    assert hit.id == house.id
    assert hit.name == "Sample House"
    (old,) = main.finding.hits("老楼")[:1]
    assert "老楼" in old.reason
    assert main.finding.hits("zzzzqqqq") == []


def test_the_recent_then_the_nearest(main: MainWindow, house: Building) -> None:
    near = main.finding.hits("")
    assert len(near) == 2
    assert not any(hit.far for hit in near)  # from where?
    main.open_building(house.id)
    hits = main.finding.hits("")
    assert [hit.reason for hit in hits] == ["recent", ""]
    assert hits[1].far == "384 m from here"


def test_without_a_binder(main: MainWindow) -> None:
    main.close_binder()
    assert main.finding.hits("x") == main.finding.hits("") == []
    main.finding.warm_up()
