"""The legend: kinds in view, by layer, most important first, without what needs no words."""

from __future__ import annotations

from collections.abc import Callable

from plans.drawing.legend import BUILDING_FABRIC, count_kinds, legend
from plans.model.catalog import Catalog
from plans.model.feature import Feature


def test_kinds_are_counted(hand_drawn: Callable[..., list[Feature]]) -> None:
    counts = count_kinds(hand_drawn("floor"))
    assert (counts["wall"], counts["window"], counts["martian"]) == (4, 2, 1)


def test_lines_by_layer_and_rank(
    hand_drawn: Callable[..., list[Feature]], catalog: Catalog
) -> None:
    counts = count_kinds([*hand_drawn("floor"), *hand_drawn("site")])
    groups = legend(counts, catalog)
    order = [layer.id for layer in catalog.layers]
    assert [order.index(group.layer.id) for group in groups] == sorted(
        order.index(group.layer.id) for group in groups
    )
    for group in groups:
        ranks = [line.kind.rank for line in group.lines]
        assert ranks == sorted(ranks, reverse=True)
        assert all(line.kind.layer == group.layer.id for line in group.lines)
        assert all(line.count == counts[line.kind.id] for line in group.lines)
    shown = {line.kind.id for group in groups for line in group.lines}
    assert shown == {kind for kind in counts if kind in catalog.kinds} - BUILDING_FABRIC


def test_fabric_names_real_kinds(catalog: Catalog) -> None:
    assert catalog.kinds.keys() >= BUILDING_FABRIC


def test_a_floor_is_not_headed_as_the_site(catalog: Catalog) -> None:
    (on_site,) = legend({"entrance": 1}, catalog)
    (on_floor,) = legend({"entrance": 1}, catalog, on_floor=True)
    assert (on_site.layer.id, on_floor.layer.id) == ("site", "site")
    assert on_site.layer.zh == "总平面"
    assert on_floor.layer.zh == "出入口与通道"
    assert on_site.lines == on_floor.lines


def test_nothing_in_view_nothing_said(catalog: Catalog) -> None:
    assert legend({}, catalog) == []
    assert legend({"aed": 0}, catalog) == []
