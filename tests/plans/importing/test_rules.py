"""Tests of the guess table."""

from __future__ import annotations

import pytest

from plans.importing.columns import FIELDS
from plans.importing.rules import FactWords, KindWords, Rules, plain
from plans.model.catalog import Catalog


def test_every_row_names_what_the_catalog_has(rules: Rules, catalog: Catalog) -> None:
    for guess in rules.guess:
        assert guess.kind or guess.record
        assert not guess.kind or guess.kind in catalog.kinds
        assert not guess.also or catalog.kinds[guess.also].form == "point"
        assert guess.record in ("", "building", "station")
        assert not guess.station or guess.station in catalog.stations
    for row in rules.property:
        assert row.fact in catalog.facts
    assert rules.indoor_kinds <= set(catalog.kinds)


def test_every_table_and_heading_is_read(rules: Rules) -> None:
    assert {table.id for table in rules.table} == set(FIELDS)
    fields = {field for fields in FIELDS.values() for field in fields}
    assert {heading.field for heading in rules.heading} == fields
    for heading in rules.heading:
        assert set(heading.only) <= set(FIELDS)


@pytest.mark.parametrize(
    ("properties", "form", "name", "kind"),
    [
        ({"emergency": "fire_hydrant"}, "point", "", "hydrant.municipal"),
        (
            {"emergency": "fire_hydrant", "fire_hydrant:type": "underground"},
            "point", "", "hydrant.underground",
        ),
        ({"building": "yes"}, "area", "", "building.footprint"),
        ({"building": "no"}, "area", "", ""),
        ({"highway": "footway"}, "line", "", "path"),
        ({"highway": "residential"}, "line", "", "road"),
        ({"natural": "tree"}, "point", "", "tree"),
        ({"natural": "water"}, "area", "", "water_body"),
        ({"landuse": "grass"}, "area", "", "green"),
        ({"barrier": "fence"}, "line", "", "fence"),
        ({"barrier": "gate"}, "point", "", "gate"),
        ({"amenity": "fire_station"}, "point", "", "fire_station"),
        ({"indoor": "room", "level": "0"}, "area", "", "room"),
        ({"indoor": "corridor"}, "area", "", "corridor"),
        ({"indoor": "wall"}, "line", "", "wall"),
        ({"door": "hinged"}, "point", "", "door"),
        ({"type": "window"}, "area", "", "window"),
        ({"type": "building_outline"}, "area", "", "outline"),
        ({"type": "floor_opening"}, "area", "", "opening"),
        ({"Style": "Dry Barrel", "Colour": "Red"}, "point", "fire_hydrants", "hydrant.municipal"),
        ({"x": 1}, "point", "市政消火栓", "hydrant.municipal"),
        ({"power": "generator", "generator:source": "solar"}, "area", "", "solar"),
        ({"x": 1}, "point", "anything", ""),
    ],
)  # fmt: skip
def test_guesses(
    rules: Rules, properties: dict[str, object], form: str, name: str, kind: str
) -> None:
    guess = rules.guessed(properties, form, name)
    assert (guess.kind if guess else "") == kind


def test_only_keeps_the_words_that_are_there(rules: Rules) -> None:
    short = rules.only(frozenset({"label", "level"}))
    assert (short.names, short.levels, short.floors) == (("label",), ("level",), ())
    assert short.guess == rules.guess


def test_words_for_facts(catalog: Catalog, rules: Rules) -> None:
    words = FactWords(catalog, rules, "building")
    for word in ("height_m", "建筑高度", "Height", "建筑高度（米）", "HEIGHT M"):
        row = words.row(word)
        assert row is not None
        assert row.key == "height_m"
    assert words.row("no such thing") is None


def test_a_key_counts_for_any_owner(catalog: Catalog, rules: Rules) -> None:
    row = FactWords(catalog, rules, "feature").row("height_m")
    assert row is not None
    assert row.key == "height_m"


def test_words_for_kinds(catalog: Catalog) -> None:
    words = KindWords(catalog)
    assert words.kind("hydrant.municipal") == "hydrant.municipal"
    assert words.kind(catalog.kinds["standpipe"].zh) == "standpipe"
    assert words.kind(catalog.kinds["standpipe"].en.upper()) == "standpipe"
    assert words.kind("水泵接合器") == ""  # several kinds answer to it
    assert words.kind("nothing") == ""


def test_plain_folds_case_width_and_blanks() -> None:
    assert plain("Ｂuilding_ Name：") == plain("building-name") == "buildingname"
