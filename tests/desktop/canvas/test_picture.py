"""One plan as it looks: a new kind, a ghost, hidden layers, what is chosen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPointF

from desktop.canvas import picture as picture_module
from desktop.canvas.camera import Camera
from desktop.canvas.look import PlanLook
from desktop.canvas.picture import Picture
from desktop.canvas.scene import Scene
from desktop.support import assets
from desktop.support.symbols import SymbolPainter
from desktop.support.theme import Theme, load_theme
from plans.drawing.floorplan import floor_marks
from plans.drawing.marks import Mark, Pass
from plans.model.catalog import load_catalog
from plans.model.feature import Feature
from plans.model.ids import SITE, FeatureId, FloorId

Shot = Callable[[Picture], np.ndarray]


def like(pixels: np.ndarray, theme: Theme, role: str) -> int:
    """How many pixels have the role's colour."""
    color = theme.color(role)
    return int((pixels == [color.red(), color.green(), color.blue()]).all(axis=2).sum())


def test_a_kind_added_as_a_row_has_pixels_in_its_role(
    plan_look: PlanLook, shot: Shot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row in kinds.toml and a file in the symbols' folder; nothing else."""
    tables = Path(shutil.copytree(assets.catalog(), tmp_path / "catalog"))
    symbols = tmp_path / "symbols"
    symbols.mkdir()
    with (tables / "kinds.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[kind]]\nid = "foghorn"\nzh = "雾角"\nen = "Foghorn"\nlayer = "site"\n'
            'form = "point"\nsymbol = "foghorn"\nrole = "people"\npinyin = "wu jiao"\n'
        )
    (symbols / "foghorn.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
        '<rect x="4" y="4" width="40" height="40" fill="currentColor"/></svg>',
        encoding="utf-8",
    )
    monkeypatch.setattr(
        picture_module, "SymbolPainter", lambda theme: SymbolPainter(theme, symbols)
    )
    grown = load_catalog(tables)
    horn = Feature(id=FeatureId("f"), place=FloorId("p"), kind="foghorn", shape=shapely.Point(0, 0))
    made = Picture(replace(plan_look, catalog=grown))
    made.set_plan(
        {horn.id: horn}, Scene(floor_marks([horn], grown, "zh")), same_place=False, on_site=False
    )
    made.camera = replace(made.camera.resized(200, 150), px_per_m=20)
    pixels = shot(made)
    assert like(pixels, plan_look.theme, "people") > 300
    assert made.pick(QPointF(100, 75)) == [horn]


def test_day_and_night_differ_and_come_back(
    picture: Picture, plan_look: PlanLook, shot: Shot
) -> None:
    day = shot(picture)
    picture.set_look(replace(plan_look, theme=load_theme("night")))
    night = shot(picture)
    assert day.mean() > 180
    assert night.mean() < 90
    picture.set_look(plan_look)
    assert (shot(picture) == day).all()


def test_a_ghost_lies_faintly_over(picture: Picture, shot: Shot, plan_look: PlanLook) -> None:
    plain = shot(picture)
    line = shapely.LineString([(2.5, 1), (2.5, 3)])
    wall = Feature(id=FeatureId("g"), place=FloorId("p"), kind="wall", shape=line)
    picture.set_ghost(Scene(floor_marks([wall], plan_look.catalog, "zh")))
    ghostly = shot(picture)
    off = np.abs(ghostly.astype(int) - plain).max(axis=2)
    assert 0 < (off > 20).sum() < off.size * 0.05
    assert off.max() < 120
    picture.set_ghost(None)
    assert (shot(picture) == plain).all()


def test_hidden_layers_are_not_drawn_and_not_hit(picture: Picture, shot: Shot) -> None:
    plain = shot(picture)
    at = picture.camera.to_screen(9.5, 5.0)
    assert picture.pick(at)[0].kind == "standpipe"
    picture.hide_layers(frozenset({"protection"}))
    assert (shot(picture) != plain).any()
    assert picture.pick(at)[0].kind != "standpipe"
    picture.hide_layers(frozenset())
    assert (shot(picture) == plain).all()


def test_what_is_chosen_is_marked(picture: Picture, shot: Shot) -> None:
    plain = shot(picture)
    for kind in ("room", "standpipe", "wall"):
        picture.chosen = next(one for one in picture.features.values() if one.kind == kind)
        assert (shot(picture) != plain).any(), kind
    picture.chosen = None
    assert (shot(picture) == plain).all()


def test_a_ring_never_cuts_a_name(plan_look: PlanLook, shot: Shot) -> None:
    """The ring lies beneath the names: every pixel of a name stays as it was."""
    chosen = Feature(id=FeatureId("s"), place=SITE, kind="standpipe", shape=shapely.Point(0, 0))
    name = Mark(
        owner="other", order=Pass.TEXT, paint="text", role="text.planned", text="A-FL1 A-FL1",
        shape=shapely.Point(0, 0.75),
    )  # fmt: skip
    made = Picture(plan_look)
    made.set_plan({chosen.id: chosen}, Scene([name]), same_place=False, on_site=False)
    made.camera = Camera(px_per_m=20, width=200, height=120)
    letters = (shot(made) < 60).all(axis=2)[20:90]
    made.chosen = chosen
    assert letters.sum() > 50
    assert (shot(made)[20:90][letters] < 60).all()


def test_another_place_forgets_what_was_chosen(picture: Picture) -> None:
    picture.chosen = next(iter(picture.features.values()))
    picture.set_plan({}, Scene(), same_place=False, on_site=False)
    assert picture.chosen is None


def test_a_change_in_the_same_place_is_drawn_like_a_new_plan(
    picture: Picture, plan_look: PlanLook, shot: Shot
) -> None:
    shot(picture)
    features = {
        id_: msgspec.structs.replace(one, shape=shapely.affinity.translate(one.shape, 0.7, 0.2))
        if one.kind in ("column", "hose_reel", "door")
        else one
        for id_, one in picture.features.items()
    }
    scene = Scene(floor_marks(features.values(), plan_look.catalog, "en"))
    picture.set_plan(features, scene, same_place=True, on_site=False)
    changed = shot(picture)
    fresh = Picture(plan_look)
    fresh.set_plan(features, scene, same_place=False, on_site=False)
    fresh.camera = picture.camera
    assert (shot(fresh) == changed).all()


def test_an_empty_plan_is_an_empty_sheet(plan_look: PlanLook, shot: Shot) -> None:
    empty = Picture(plan_look)
    empty.camera = empty.camera.resized(60, 50)
    assert len(np.unique(shot(empty).reshape(-1, 3), axis=0)) == 1
    assert empty.extent() is None
    assert empty.pick(QPointF(5, 5)) == []


def test_a_dense_screen_shows_the_same_plan(plan_look: PlanLook, floor_scene: Scene) -> None:
    made = Picture(replace(plan_look, dpr=2.0))
    made.set_plan({}, floor_scene, same_place=False, on_site=False)
    made.camera = made.camera.resized(640, 400).fitted((0, 0, 12, 8), (20, 20, 20, 20))
    made.finish()
    assert made.notes
