"""The catalog's tables are whole, and a row is read, ranked and found as it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from plans.model.catalog import (
    Catalog,
    FactRow,
    Kind,
    Row,
    load_catalog,
    text_of_unit,
    text_of_value,
)
from plans.model.fact import Fact, FactValue

ASSETS = Path(__file__).resolve().parents[3] / "assets"
SYMBOLS = ASSETS / "symbols"
COLORS = {"currentcolor", "#000", "#000000", "#fff", "#ffffff", "none"}
CHINESE = re.compile("[\u4e00-\u9fff]")
ROLES = {
    *("fire", "water", "escape", "aerial", "hazard", "structure", "access", "utility", "micro"),
    "people",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ASSETS / "catalog", tmp_path / "catalog"))


# the tables that ship


def test_there_are_enough_kinds_and_facts(catalog: Catalog) -> None:
    assert len(catalog.kinds) >= 80
    assert len(catalog.facts_of("building")) >= 60


def test_every_kind_is_whole(catalog: Catalog) -> None:
    layers = {layer.id for layer in catalog.layers}
    for kind in catalog.kinds.values():
        assert kind.layer in layers, kind.id
        assert kind.role in ROLES, kind.id
        assert 1 <= kind.rank <= 100, kind.id
        assert 0 <= kind.far_rank < kind.rank, kind.id
        assert kind.zoom[1] == 0 or kind.zoom[0] < kind.zoom[1], kind.id
        assert set(kind.facts) <= catalog.facts.keys(), kind.id
        assert all("feature" in catalog.facts[key].of for key in kind.facts), kind.id
        assert re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", kind.pinyin), kind.id
        assert len(kind.pinyin.split()) >= len(CHINESE.findall(kind.zh)), kind.id
        assert kind.note_zh, kind.id
        assert kind.note_en, kind.id


def test_every_text_is_in_both_languages(catalog: Catalog) -> None:
    rows: list[Row | FactRow] = [*catalog.layers, *catalog.kinds.values(), *catalog.groups]
    rows += catalog.facts.values()
    for table in (catalog.uses, catalog.classes, catalog.stations, catalog.posts, catalog.kit):
        rows += table.values()
    for row in rows:
        assert row.zh, row
        assert row.en, row
        assert not CHINESE.search(row.en), row
    assert all(CHINESE.search(kind.zh) or kind.zh == "AED" for kind in catalog.kinds.values())


def test_every_fact_is_whole(catalog: Catalog) -> None:
    groups = {group.id for group in catalog.groups}
    for row in catalog.facts.values():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row.key), row.key
        assert row.group in groups, row.key
        assert 0 <= row.weight <= 3, row.key
        assert row.review_months >= 0, row.key
        assert set(row.of) <= {"building", "feature", "appliance"}, row.key
        assert bool(row.choices) == (row.type in ("choice", "choices")), row.key
        assert len({choice.id for choice in row.choices}) == len(row.choices), row.key


def test_every_kind_has_its_own_symbol(catalog: Catalog) -> None:
    symbols = [kind.symbol for kind in catalog.kinds.values()]
    assert len(set(symbols)) == len(symbols)
    assert all((SYMBOLS / f"{symbol}.svg").is_file() for symbol in symbols)


def test_no_symbol_lies_about_unused(catalog: Catalog) -> None:
    used = {kind.symbol for kind in catalog.kinds.values()}
    assert {path.stem for path in SYMBOLS.glob("*.svg")} == used


@pytest.mark.parametrize("path", sorted(SYMBOLS.glob("*.svg")), ids=lambda path: path.stem)
def test_symbols_have_only_the_three_colours(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    painted = re.findall(r'(?:fill|stroke|stop-color)\s*[=:]\s*"?\s*([^";]+)', svg)
    assert {color.strip().lower() for color in painted} <= COLORS
    assert 'viewBox="0 0 48 48"' in svg
    assert not re.search(r"<(image|script|style|text|use|foreignObject)\b|href", svg)


# who wins

DECISIVE = (
    *("stair.enclosed", "stair.smokeproof", "stair.scissor", "stair.external"),
    *("lift.firefighting", "entrance.main", "entrance", "control_room"),
    *("fdc.hydrant_low", "fdc.hydrant_high", "fdc.sprinkler_low", "fdc.sprinkler_high"),
    *("hydrant.municipal", "hydrant.private", "hydrant.underground"),
)
GIVING_WAY = ("standpipe", "hose_reel", "extinguisher", "monitor", "call_point", "lift.passenger")


def test_what_decides_stays_when_symbols_crowd(catalog: Catalog) -> None:
    least = min(catalog.kinds[kind].rank for kind in DECISIVE)
    assert least > max(catalog.kinds[kind].rank for kind in GIVING_WAY)
    for kind in (one for one in DECISIVE if one.startswith("hydrant")):
        assert 0 < catalog.kinds[kind].far_rank < least, "far from the building it gives way"


def test_symbols_shrink_and_then_are_dots(catalog: Catalog) -> None:
    scale = catalog.symbols
    assert 96 / 0.0254 / 4500 < scale.dot_below < 96 / 0.0254 / 3500  # 1:4000 at 96 dpi
    scales = [0.001, 0.05, 0.3, scale.dot_below, 1.5, 3, 6, 10, 400]
    for values in ([scale.share_at(at) for at in scales], [scale.dot_px_at(at) for at in scales]):
        assert values == sorted(values)
    assert scale.share_at(400) == 1.0
    assert scale.share_at(scale.share[1][0]) == pytest.approx(scale.share[1][1])


def test_a_layer_has_its_heading_on_floors(catalog: Catalog) -> None:
    site, structure = catalog.layers[0], catalog.layers[1]
    assert site.on_floor.zh != site.zh == "总平面"
    assert site.on_floor.en != site.en == "Site"
    assert structure.on_floor == structure


# a row


def test_a_row_added_is_there(copy: Path) -> None:
    row = (
        '\n[[kind]]\nid = "foghorn"\nzh = "雾角"\nen = "Foghorn"\nlayer = "site"\nform = "point"\n'
        'symbol = "foghorn"\nrole = "people"\npinyin = "wu jiao"\nwords = ["汽笛"]\n'
    )
    with (copy / "kinds.toml").open("a", encoding="utf-8") as file:
        file.write(row)
    catalog = load_catalog(copy)
    assert catalog.kinds["foghorn"].text_in("en") == "Foghorn"
    for query in ("雾", "wujiao", "wj", "FOG", "汽笛"):
        assert catalog.find_kinds(query)[0].id == "foghorn", query


def test_an_id_that_stands_twice_is_refused(copy: Path) -> None:
    text = (copy / "kinds.toml").read_text(encoding="utf-8")
    first = "[[kind]]" + text.split("\n[[kind]]")[1]
    (copy / "kinds.toml").write_text(text + "\n" + first, encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        load_catalog(copy)


def test_a_wrong_row_is_named(copy: Path) -> None:
    text = (copy / "kinds.toml").read_text(encoding="utf-8")
    (copy / "kinds.toml").write_text(text.replace('form = "area"', 'form = "cube"', 1), "utf-8")
    with pytest.raises(msgspec.ValidationError, match="kind"):
        load_catalog(copy)


def test_every_kind_is_found_by_each_of_its_names(catalog: Catalog) -> None:
    for kind in catalog.kinds.values():
        initials = "".join(part[0] for part in kind.pinyin.split())
        for query in (kind.zh, kind.en, kind.pinyin, initials):
            assert kind in catalog.find_kinds(query), (kind.id, query)


def test_beginnings_go_before_initials_and_contents(catalog: Catalog) -> None:
    found = catalog.find_kinds("消防")
    assert found
    first = [kind.zh.startswith("消防") for kind in found]
    assert first[0]
    assert catalog.find_kinds("") == sorted(catalog.kinds.values(), key=lambda kind: -kind.rank)
    assert catalog.find_kinds("qqqq") == []


def test_zoom_range() -> None:
    kind = Kind(
        id="k", zh="k", en="k", layer="site", form="point", symbol="", role="fire", zoom=(0.5, 4)
    )
    assert [kind.shown_at(scale) for scale in (0.4, 0.5, 4, 4.1)] == [False, True, True, False]
    assert msgspec.structs.replace(kind, zoom=(0.5, 0)).shown_at(999)


def test_width_recorded_goes_before_the_row(catalog: Catalog) -> None:
    assert catalog.width_m("road", ()) == catalog.kinds["road"].width_m > 0
    assert catalog.width_m("road", (Fact(key="width_m", value=9),)) == 9
    assert catalog.width_m("road", (Fact(key="width_m", value=-9),)) > 0
    assert catalog.width_m("martian", ()) == 0


def test_layers_stand_in_file_order(catalog: Catalog) -> None:
    assert list(catalog.layer_order) == [layer.id for layer in catalog.layers]


def test_facts_come_in_group_order(catalog: Catalog) -> None:
    order = [group.id for group in catalog.groups]
    places = [order.index(row.group) for row in catalog.facts_of("building")]
    assert places == sorted(places)


CHOICE = FactRow(
    key="c",
    zh="c",
    en="c",
    type="choices",
    group="identity",
    choices=(Row(id="steel", zh="钢", en="Steel"), Row(id="wood", zh="木", en="Wood")),
)
NUMBER = FactRow(key="n", zh="n", en="n", type="number", group="identity", digits=1)


@pytest.mark.parametrize(
    ("row", "value", "zh", "en"),
    [
        (None, True, "是", "Yes"),
        (None, 2016, "2016.00", "2016.00"),
        (NUMBER, 2016, "2016.0", "2016.0"),
        (NUMBER, 12345.67, "12,345.7", "12,345.7"),
        (CHOICE, ("steel", "wood"), "钢、木", "Steel, Wood"),
        (CHOICE, "bamboo", "bamboo", "bamboo"),
        (None, "<b>", "<b>", "<b>"),
    ],
)
def test_values_as_text(row: FactRow | None, value: FactValue, zh: str, en: str) -> None:
    assert text_of_value(row, value, "zh") == zh
    assert text_of_value(row, value, "en") == en


def test_units_as_text() -> None:
    assert [text_of_unit(unit, "en") for unit in ("person", "m³")] == ["people", "m³"]
    assert text_of_unit("person", "zh") == "人"
