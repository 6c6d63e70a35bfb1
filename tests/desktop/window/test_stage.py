"""The stage: what lies over the canvas keeps its corner and leaves the plan room."""

from __future__ import annotations

from itertools import combinations

from desktop.window.main import MainWindow
from plans.model.building import Building


def test_nothing_lies_over_another(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    main.settings.set("legend_open", True)
    main.desk.select(next(iter(main.stage.canvas.picture.features.values())))
    for size in ((1280, 720), (1920, 1080)):
        main.resize(*size)
        main.stage.arrange()
        stage = main.stage
        over = [stage._title, stage._tools, stage.legend, stage.panel]
        shown = [part.geometry() for part in over if part.isVisible()]
        assert len(shown) >= 3
        assert not any(a.intersects(b) for a, b in combinations(shown, 2))
        assert all(stage.rect().contains(part) for part in shown)


def test_the_canvas_is_named_by_what_it_shows(main: MainWindow) -> None:
    main.stage.set_title("7F", "Offices")
    assert main.stage.canvas.accessibleName() == "7F Offices"
    main.stage.set_title("", "")
    assert not main.stage._title.isVisible()
    main.stage.set_hint("Do this")
    assert main.stage._hint.isVisible()
