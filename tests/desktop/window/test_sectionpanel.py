"""The left panel: the section of the open building, or the buildings."""

from __future__ import annotations

from desktop.window.main import MainWindow
from plans.model.building import Building


def test_section_or_buildings(main: MainWindow, house: Building) -> None:
    left = main.left
    assert left.buildings.isVisible()
    assert {hit.name for hit in left.buildings.hits} == {"Sample House", "邻楼"}
    title = left._title.text()
    left.buildings.building_chosen.emit(house.id)
    assert left.section.isVisible()
    assert not left.buildings.isVisible()
    assert left._title.text() != title
    main.look.switch_language()
    assert "剖面" in left._title.text()
