"""Tiles: painted little by little, only where something changed, with the same pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
import numpy as np
import pytest
import shapely
from PySide6.QtGui import QImage, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.look import PlanLook
from desktop.canvas.scene import Scene
from desktop.canvas.styles import Styles
from desktop.canvas.tiles import KEPT_TILES, TILE_PX, Tiles
from plans.drawing.siteplan import site_marks
from plans.model.catalog import Catalog
from plans.model.feature import Feature

CAMERA = Camera(x_m=3.3, y_m=-7.7, px_per_m=9.3, turn_deg=0.0, width=900, height=700)
Seen = Callable[[Tiles, Camera], np.ndarray]


@pytest.fixture
def styles(plan_look: PlanLook) -> Styles:
    return Styles(plan_look.theme, plan_look.catalog)


@pytest.fixture
def seen(as_array: Callable[[QImage], np.ndarray]) -> Seen:
    def draw(tiles: Tiles, camera: Camera = CAMERA) -> np.ndarray:
        image = QImage(camera.width, camera.height, QImage.Format.Format_RGB32)
        image.fill(0xFF00FF00)
        painter = QPainter(image)
        tiles.draw(painter, camera)
        painter.end()
        return as_array(image)

    return draw


def finished(tiles: Tiles, camera: Camera = CAMERA) -> Tiles:
    while tiles.advance(camera, 1000.0):
        pass
    return tiles


@pytest.mark.parametrize("turn", [0.0, 33.0])
def test_many_small_slices_paint_what_one_large_one_does(
    site_scene: Scene, styles: Styles, seen: Seen, turn: float
) -> None:
    camera = CAMERA.turned_to(turn)
    at_once = seen(finished(Tiles(site_scene, styles, 1.0, "ground"), camera), camera)
    slowly = Tiles(site_scene, styles, 1.0, "ground")
    slices = 1
    while slowly.advance(camera, 0.0):
        slices += 1
    assert slices >= 3
    assert (seen(slowly, camera) == at_once).all()


def test_a_view_is_covered_when_its_tiles_are_ready(site_scene: Scene, styles: Styles) -> None:
    tiles = Tiles(site_scene, styles, 1.0, "ground")
    assert not tiles.covers(CAMERA)
    assert tiles.advance(CAMERA, 0.0)
    assert finished(tiles).covers(CAMERA)
    assert not tiles.covers(CAMERA.panned(3 * TILE_PX, 0))
    assert not finished(Tiles(site_scene, styles)).covers(CAMERA)  # what is clear covers nothing


def moved(features: list[Feature], kind: str, by: float) -> list[Feature]:
    """One feature of the kind shifted east."""
    at = next(i for i, one in enumerate(features) if one.kind == kind)
    shape = shapely.affinity.translate(features[at].shape, by)
    return [*features[:at], msgspec.structs.replace(features[at], shape=shape), *features[at + 1 :]]


@pytest.mark.parametrize(
    ("kind", "repainted"),
    [("tree", 1), ("building.footprint", 6), ("water_body", 6), ("fire_lane", 6), ("road", 6)],
)
def test_only_tiles_over_what_changed_are_painted_anew(
    site: list[Feature], catalog: Catalog, styles: Styles, seen: Seen, kind: str, repainted: int
) -> None:
    camera = replace(CAMERA, px_per_m=4.0)
    tiles = finished(Tiles(Scene(site_marks(site, catalog, "zh")), styles, 1.0, "ground"), camera)
    later = Scene(site_marks(moved(site, kind, 1.5), catalog, "zh"))
    before = dict(tiles._now.tiles)
    tiles.replace_scene(later, styles)
    assert tiles.covers(camera)  # the old tiles stand in
    finished(tiles, camera)
    fresh = [key for key, tile in tiles._now.tiles.items() if tile is not before.get(key)]
    assert 1 <= len(fresh) <= repainted
    whole = finished(Tiles(later, styles, 1.0, "ground"), camera)
    assert (seen(tiles, camera) == seen(whole, camera)).all()


def test_the_same_scene_again_paints_nothing(
    site: list[Feature], catalog: Catalog, styles: Styles
) -> None:
    tiles = finished(Tiles(Scene(site_marks(site, catalog, "zh")), styles, 1.0, "ground"))
    before = dict(tiles._now.tiles)
    tiles.replace_scene(Scene(site_marks(site, catalog, "zh")), styles)
    assert tiles._now.tiles == before
    assert not tiles.advance(CAMERA, 0.0)


def test_a_change_in_the_middle_of_a_tile_begins_it_anew(
    site: list[Feature], catalog: Catalog, styles: Styles, seen: Seen
) -> None:
    tiles = Tiles(Scene(site_marks(site, catalog, "zh")), styles, 1.0, "ground")
    assert tiles.advance(CAMERA, 0.0)
    later = Scene(site_marks(site[1:], catalog, "zh"))
    tiles.replace_scene(later, styles)
    assert (seen(finished(tiles)) == seen(finished(Tiles(later, styles, 1.0, "ground")))).all()


def test_the_last_picture_stands_in_while_zooming(
    site_scene: Scene, styles: Styles, seen: Seen
) -> None:
    tiles = finished(Tiles(site_scene, styles, 1.0, "ground"))
    closer = CAMERA.zoomed(1.3)
    stretched = seen(tiles, closer)
    assert (stretched == [0, 255, 0]).all(axis=2).mean() < 0.01
    sharp = seen(finished(tiles, closer), closer)
    assert (np.abs(sharp.astype(int) - stretched).max(axis=2) < 40).mean() > 0.8


def test_a_pan_only_copies(site_scene: Scene, styles: Styles, seen: Seen) -> None:
    tiles = finished(Tiles(site_scene, styles, 1.0, "ground"))
    here = seen(tiles)
    panned = CAMERA.panned(40, 25)
    there = seen(finished(tiles, panned), panned)
    assert (there[25:, 40:] == here[:-25, :-40]).all()


def test_hidden_layers_are_gone_after_forgetting(
    site_scene: Scene, styles: Styles, seen: Seen
) -> None:
    tiles = finished(Tiles(site_scene, styles, 1.0, "ground"))
    tiles.hidden = frozenset(layer.id for layer in styles.catalog.layers)
    tiles.forget()
    assert tiles.covers(CAMERA)
    blank = seen(finished(tiles))
    assert len(np.unique(blank.reshape(-1, 3), axis=0)) == 1


def test_far_tiles_are_let_go(site_scene: Scene, styles: Styles) -> None:
    tiles = Tiles(site_scene, styles, 1.0, "ground")
    for step in range(KEPT_TILES // 4):
        finished(tiles, CAMERA.panned(step * TILE_PX * 3, 0))
    assert len(tiles._now.tiles) <= KEPT_TILES + 9


def test_tiles_have_the_pixels_of_the_screen(site_scene: Scene, styles: Styles) -> None:
    tiles = finished(Tiles(site_scene, styles, 2.0, "ground"))
    assert {tile.width() for tile in tiles._now.tiles.values()} == {2 * TILE_PX}
