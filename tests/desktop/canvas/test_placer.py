"""Symbols and texts find their place: nothing lies over a text, no symbol vanishes."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
import shapely
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from desktop.canvas.camera import Camera
from desktop.canvas.lettering import text_style
from desktop.canvas.look import PlanLook
from desktop.canvas.notes import Note
from desktop.canvas.placer import Placer
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from plans.drawing.marks import Mark, Pass

CAMERA = Camera(x_m=25, y_m=20, px_per_m=16, width=800, height=640)
LETTERS = ("办公室", "消防控制室", "Pump room", "走道", "A", "会议室\n120 m²")


def symbol(owner: str, x: float, y: float, rank: int = 50, **more: object) -> Mark:
    return Mark(
        owner=owner, order=Pass.SYMBOL, paint="symbol", role="fire", symbol="aed", rank=rank,
        shape=shapely.Point(x, y), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def text(words: str, x: float, y: float, role: str = "text.room", **more: object) -> Mark:
    given = {"owner": words, "rank": 40, **more}
    return Mark(
        order=Pass.TEXT, paint="text", role=role, text=words, shape=shapely.Point(x, y), **given  # type: ignore[arg-type]
    )  # fmt: skip


def crowd(seed: int, count: int = 160) -> list[Mark]:
    """Symbols with and without names, rooms and roads, far too many for the view."""
    dice = random.Random(seed)
    made: list[Mark] = []
    for number in range(count):
        x, y = dice.uniform(0, 50), dice.uniform(0, 40)
        words = dice.choice(LETTERS)
        choice = number % 4
        if choice < 2:
            made.append(symbol(f"s{number}", x, y, dice.randint(1, 100)))
        if choice == 1:
            made.append(text(words, x, y, "text.fire", owner=f"s{number}"))
        if choice == 2:
            made.append(text(words, x, y, extent_m=(dice.uniform(1, 12), dice.uniform(1, 9))))
        if choice == 3:
            made.append(text(words, x, y, "text.road", rotation_deg=dice.uniform(-90, 90)))
    return made


@pytest.fixture
def placer(plan_look: PlanLook) -> Placer:
    return Placer(Styles(plan_look.theme, plan_look.catalog), plan_look.family, 24.0, 1.0)


def box_of(note: Note, placer: Placer, camera: Camera) -> QRectF:
    """What a note covers on screen: a symbol its square, a text its letters, turned."""
    at = camera.to_screen(note.x_m, note.y_m)
    if not note.lines:
        return QRectF(at.x() - note.size_px / 2, at.y() - note.size_px / 2, *[note.size_px] * 2)
    metrics = placer.metrics(note.size_px, text_style(note.mark.role).bold)
    width = max(metrics.horizontalAdvance(line) for line in note.lines)
    height = metrics.capHeight() + metrics.height() * 0.92 * (len(note.lines) - 1)
    flat = QRectF(-width / 2, -height / 2, width, height)
    middle = at + QPointF(*note.offset_px)
    turned = QTransform.fromTranslate(middle.x(), middle.y()).rotate(note.turn_deg)
    return turned.mapRect(flat)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("camera", [CAMERA, CAMERA.zoomed(0.4).turned_to(37), CAMERA.zoomed(3)])
def test_nothing_lies_over_a_text(placer: Placer, seed: int, camera: Camera) -> None:
    notes = placer.place(Scene(crowd(seed)), camera, frozenset())
    texts = [box_of(note, placer, camera) for note in notes if note.lines]
    whole = [
        box_of(note, placer, camera).adjusted(2, 2, -2, -2)
        for note in notes
        if not note.lines and not note.dot
    ]
    assert not any(a.intersects(b) for a, b in combinations(texts, 2))
    assert not any(a.intersects(b) for a in texts for b in whole)


@pytest.mark.parametrize("seed", range(6))
def test_no_symbol_vanishes(placer: Placer, seed: int) -> None:
    scene = Scene(crowd(seed))
    camera = CAMERA.zoomed(0.3)
    notes = placer.place(scene, camera, frozenset())
    shown = [note.mark.owner for note in notes if note.mark.paint == "symbol"]
    assert sorted(shown) == sorted(m.owner for m in scene.notes if m.paint == "symbol")
    assert any(note.dot for note in notes)
    assert not all(note.dot for note in notes)


def test_the_more_important_stays_a_symbol(placer: Placer) -> None:
    scene = Scene([symbol("low", 25, 20, 10), symbol("high", 25.2, 20, 90)])
    notes = {note.mark.owner: note for note in placer.place(scene, CAMERA, frozenset())}
    assert notes["low"].dot
    assert not notes["high"].dot


def test_a_name_steps_aside_for_its_symbol(placer: Placer) -> None:
    scene = Scene([symbol("s", 25, 20), text("水泵房", 25, 20, "text.fire", owner="s")])
    mark, name = placer.place(scene, CAMERA, frozenset())
    ring = mark.size_px / 2 + 4
    top = name.offset_px[1] - placer.metrics(name.size_px, False).height() / 2
    assert top >= ring - 1.5, "the ring about a chosen symbol does not reach its name"


def test_a_room_too_small_for_its_name_waits(placer: Placer) -> None:
    scene = Scene([text("消防控制室", 25, 20, extent_m=(1.5, 3.0))])
    assert not placer.place(scene, CAMERA, frozenset())
    assert len(placer.place(scene, CAMERA.zoomed(4), frozenset())) == 1


def test_a_name_is_broken_or_loses_its_second_line(placer: Placer) -> None:
    def lines(words: str, width: float, height: float) -> tuple[str, ...]:
        scene = Scene([text(words, 25, 20, extent_m=(width, height))])
        return placer.place(scene, CAMERA, frozenset())[0].lines

    assert lines("会议室\n120 m²", 9, 9) == ("会议室", "120 m²")
    assert lines("会议室\n120 m²", 9, 1.0) == ("会议室",)
    assert lines("消防控制室", 3.5, 9) == ("消防", "控制室")
    assert lines("Fire control room", 6.0, 9) == ("Fire control", "room")


def test_road_names_are_never_upside_down(placer: Placer) -> None:
    for turn in range(-180, 180, 15):
        scene = Scene([text("示例路", 25, 20, "text.road", rotation_deg=30.0)])
        (note,) = placer.place(scene, CAMERA.turned_to(turn), frozenset())
        assert -90 <= note.turn_deg <= 90


def test_hidden_layers_and_scales_out_of_range(placer: Placer) -> None:
    scene = Scene([symbol("a", 25, 20, layer="water"), symbol("b", 5, 5, zoom=(99.0, 0.0))])
    assert not placer.place(scene, CAMERA, frozenset({"water"}))
    assert [n.mark.owner for n in placer.place(scene, CAMERA, frozenset())] == ["a"]


def test_the_margin_brings_more(placer: Placer) -> None:
    scene = Scene([symbol("a", 25 + 800 / 2 / 16 + 6, 20)])
    assert not placer.place(scene, CAMERA, frozenset())
    assert placer.place(scene, CAMERA, frozenset(), 200)


def test_far_away_a_symbol_is_a_dot(placer: Placer) -> None:
    scene = Scene([symbol("a", 25, 20, dot_below=1.0), symbol("b", 25, 10, dot_below=0.1)])
    far = {n.mark.owner: n for n in placer.place(scene, CAMERA.zoomed(0.05), frozenset())}
    assert far["a"].dot
    assert far["a"].size_px <= 5
    assert not far["b"].dot
    assert far["b"].size_px < 16
    assert not any(n.dot for n in placer.place(scene, CAMERA, frozenset()))


@pytest.mark.parametrize("seed", range(6))
def test_dots_are_seen(placer: Placer, seed: int) -> None:
    """Every dot of what gave way to one thing stands beside it, not beneath it."""
    dice = random.Random(seed)
    near = (25 + dice.uniform(-0.5, 0.5), 20 + dice.uniform(-0.5, 0.5))
    scene = Scene([symbol("high", 25, 20, 90), symbol("low", *near, 10)])
    notes = {note.mark.owner: note for note in placer.place(scene, CAMERA, frozenset())}
    assert notes["low"].dot
    at = CAMERA.to_screen(*near) + QPointF(*notes["low"].offset_px)
    whole = box_of(notes["high"], placer, CAMERA).adjusted(1, 1, -1, -1)
    assert not whole.contains(at)
    assert abs(notes["low"].offset_px[0]) + abs(notes["low"].offset_px[1]) < 24


@pytest.mark.parametrize("seed", range(6))
def test_no_text_lies_over_a_dot(placer: Placer, seed: int) -> None:
    dice = random.Random(seed)
    dots = [
        symbol(f"d{i}", dice.uniform(0, 50), dice.uniform(0, 40), dot_below=99.0) for i in range(90)
    ]
    rooms = [text("会议室", dice.uniform(0, 50), dice.uniform(0, 40)) for _ in range(60)]
    notes = placer.place(Scene([*dots, *rooms]), CAMERA, frozenset())
    texts = [box_of(note, placer, CAMERA) for note in notes if note.lines]
    assert texts
    places = [CAMERA.to_screen(note.x_m, note.y_m) for note in notes if note.dot]
    assert len(places) == 90
    assert not any(box.contains(at) for box in texts for at in places)


def test_the_name_of_a_dot_waits(placer: Placer) -> None:
    scene = Scene([symbol("s", 25, 20, dot_below=99.0), text("水泵房", 25, 20, owner="s")])
    assert [note.dot for note in placer.place(scene, CAMERA, frozenset())] == [True]


def test_a_planned_building_is_named_beside_its_symbols(placer: Placer) -> None:
    name = text("示例广场A座", 25, 20, "text.planned", rank=95)
    scene = Scene([name, symbol("aerial", 25, 20, 98)])
    notes = {note.mark.owner: note for note in placer.place(scene, CAMERA, frozenset())}
    assert not notes["aerial"].dot
    assert notes["示例广场A座"].offset_px != (0.0, 0.0)


def test_a_name_does_not_leave_the_view_its_symbol_is_in(placer: Placer) -> None:
    beside = [symbol(f"b{i}", 3, y, 90) for i, y in enumerate((18.2, 21.8))]
    scene = Scene([symbol("s", 1, 20), text("送风机房", 1, 20, "text.fire", owner="s"), *beside])
    for turn in (0, 180):
        camera = CAMERA.turned_to(turn)
        notes = {n.mark.text: n for n in placer.place(scene, camera, frozenset(), 100)}
        box = box_of(notes["送风机房"], placer, camera)
        assert box.left() >= 0
        assert box.right() <= camera.width


def test_a_name_stands_beside_what_covers_the_view(placer: Placer) -> None:
    scene = Scene([symbol("s", 25, 20), text("水泵房", 25, 20, "text.fire", owner="s")])
    below = (0.0, 330.0, 800.0, 640.0)
    _, name = placer.place(scene, CAMERA, frozenset(), 0.0, [below])
    assert CAMERA.to_screen(25, 20).y() + name.offset_px[1] < 330


def test_on_paper_symbols_keep_their_size(plan_look: PlanLook) -> None:
    styles = Styles(plan_look.theme, plan_look.catalog)
    paper = Placer(styles, plan_look.family, 19.0, 1.0, shrinks=False)
    scene = Scene([symbol("a", 25, 20, dot_below=99.0)])
    (note,) = paper.place(scene, CAMERA.zoomed(0.1), frozenset())
    assert (note.dot, note.size_px) == (False, 19.0)


def test_symbols_are_smaller_over_a_district(placer: Placer) -> None:
    sides = [placer.symbol_px(scale) for scale in (0.01, 0.3, 1, 4, 16)]
    assert sides == sorted(sides)
    assert sides[0] > 10
    assert sides[-1] == 24
