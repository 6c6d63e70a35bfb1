"""Keys go from symbol to symbol in view, say what each is, open it and let go of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.canvas.look import PlanLook
from desktop.canvas.scene import Scene
from desktop.canvas.stepping import LINE_PX, Stepper
from desktop.canvas.view import Canvas
from plans.model.feature import Feature


@pytest.fixture
def canvas(qtbot: QtBot, plan_look: PlanLook, site: list[Feature], site_scene: Scene) -> Canvas:
    """The hand-drawn site in a canvas of 640 × 400."""
    made = Canvas(plan_look)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.language = "en"
    features = {feature.id: feature for feature in site}
    made.picture.set_plan(features, site_scene, same_place=False, on_site=True)
    made.show()
    qtbot.waitExposed(made)
    made.show_plan(keep_camera=False)
    made.finish()
    return made


@pytest.fixture
def stepper(canvas: Canvas) -> Stepper:
    return Stepper(canvas)


def test_every_symbol_in_view_is_reached_once_in_reading_order(
    canvas: Canvas, stepper: Stepper
) -> None:
    found = stepper.in_view()
    symbols = {note.mark.owner for note in canvas.picture.notes if note.mark.paint == "symbol"}
    assert symbols <= {feature.id for feature in found}
    assert len(found) > 5
    walked = []
    for _ in found:
        stepper.step(1)
        assert stepper.reached is not None
        walked.append(stepper.reached)
    assert walked == found
    lines = [int(stepper._place_of(feature).y() // LINE_PX) for feature in found]
    assert lines == sorted(lines)
    stepper.step(1)
    assert stepper.reached is found[0]
    stepper.step(-1)
    assert stepper.reached is found[-1]


def test_it_says_what_it_reached(canvas: Canvas, stepper: Stepper) -> None:
    stepper.step(1)
    assert stepper.reached is not None
    assert canvas.accessibleDescription() == canvas.tip_of(stepper.reached)
    assert canvas.tip_of(stepper.reached) in QToolTip.text()
    assert canvas.hasFocus()
    assert stepper.leave()
    assert stepper.reached is None
    assert canvas.accessibleDescription() == ""
    assert not stepper.leave()


def test_enter_opens_it_and_the_next_step_goes_on_from_there(
    canvas: Canvas, stepper: Stepper, qtbot: QtBot
) -> None:
    chosen: list[Feature] = []
    canvas.chosen.connect(chosen.append)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen == []
    stepper.step(1)
    stepper.step(1)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    found = stepper.in_view()
    assert chosen == [found[1]]
    assert stepper.reached is None
    stepper.step(1)
    assert stepper.reached is found[2]


def test_it_begins_at_what_is_chosen_or_at_the_last(canvas: Canvas, stepper: Stepper) -> None:
    found = stepper.in_view()
    stepper.step(-1)
    assert stepper.reached is found[-1]
    stepper.leave()
    canvas.choose(found[3])
    stepper.step(1)
    assert stepper.reached is found[4]


def test_panels_do_not_cover_it(canvas: Canvas, stepper: Stepper) -> None:
    canvas.covered = (200.0, 90.0, 60.0, 30.0)
    free = QRectF(canvas.rect()).adjusted(200, 90, -60, -30)
    for _ in range(12):
        stepper.step(1)
        assert stepper.reached is not None
        assert free.contains(stepper._place_of(stepper.reached))


def test_the_pointer_and_an_empty_plan_take_over(canvas: Canvas, stepper: Stepper) -> None:
    stepper.step(1)
    canvas.picture.hovered = None
    assert stepper.reached is None
    assert not stepper.open()
    canvas.picture.set_plan({}, Scene(), same_place=False, on_site=True)
    canvas.show_plan(keep_camera=True)
    stepper.step(1)
    assert stepper.reached is None


def test_what_is_hidden_is_passed_over(canvas: Canvas, stepper: Stepper) -> None:
    catalog = canvas.picture.look.catalog
    layer = catalog.kinds[stepper.in_view()[0].kind].layer
    canvas.picture.hide_layers(frozenset({layer}))
    canvas.refresh()
    assert all(catalog.kinds[feature.kind].layer != layer for feature in stepper.in_view())
