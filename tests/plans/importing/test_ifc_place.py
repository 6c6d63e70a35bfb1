"""Tests of places: degrees, true north, map conversions, places nobody chose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ifcopenshell
import pytest

from plans.geometry.placing import straight_line_m
from plans.importing.ifc_place import degrees, in_wgs84, place_of, shifted
from plans.importing.ifc_rules import IfcRules, load_ifc_rules
from plans.model.building import Datum

Open = Callable[..., tuple[Any, Any]]


@pytest.fixture(scope="module")
def rules(catalog_folder: Path) -> IfcRules:
    return load_ifc_rules(catalog_folder)


@pytest.fixture
def opened(house: Any) -> Open:
    def made(site: str = "$,$,$", north: str = "$", *more: str) -> tuple[Any, Any]:
        one = house()
        one.places(site)
        for line in more:
            one.add(line.replace("@", one.context))
        number = int(one.context.removeprefix("#")) - 1
        if north != "$":
            way = one.add(f"IFCDIRECTION({north})")
            one.lines[number] = one.lines[number].replace(",$);", f",{way});")
        file = ifcopenshell.file.from_string(one.text())
        return file, file.by_type("IfcSite")[0]

    return made


@pytest.mark.parametrize(
    ("angle", "wanted"),
    [((41, 52, 27, 840000), 41.8744), ((-87, -38, -21, -839999), -87.6393999997), ((0, 0, -1), -1 / 3600),
     ((8, 26, 11), 8.436388889), ((1,), None), (None, None), ("x", None), ((1, 61, 0), None),
     ((1, 0, 0, 2_000_000), None), (("a", 0, 0), None)],
)  # fmt: skip
def test_degrees_of_minutes_and_seconds(angle: object, wanted: float | None) -> None:
    assert degrees(angle) == (None if wanted is None else pytest.approx(wanted, abs=1e-8))


def test_a_site_somewhere_is_placed_and_asked_about(opened: Open, rules: IfcRules) -> None:
    file, site = opened("(31,13,30,500000),(121,28,20,250000),$", "(0.,1.)")
    place = place_of(file, site, (0.0, 0.0), rules)
    assert (place.lat, place.lon) == (pytest.approx(31.2251389), pytest.approx(121.4722917))
    assert (place.rotation_deg, place.question) == (0.0, "place_from_file")
    moved = place_of(file, site, (100.0, 0.0), rules)
    assert moved.lon is not None
    assert moved.lat is not None
    assert straight_line_m(place.lon or 0, place.lat or 0, moved.lon, moved.lat) == pytest.approx(
        100, 0.01
    )
    assert moved.lon < (place.lon or 0)
    back = shifted(moved, (100.0, 0.0))
    assert back.lon == pytest.approx(place.lon, abs=1e-6)
    assert shifted(moved, (0.0, 0.0)) == moved


def test_a_place_in_a_shifted_datum_is_brought_home(opened: Open, rules: IfcRules) -> None:
    file, site = opened("(31,13,30,500000),(121,28,20,250000),$")
    place = place_of(file, site, (0.0, 0.0), rules)
    assert in_wgs84(place, None) == place
    home = in_wgs84(place, Datum.GCJ02)
    assert 300 < straight_line_m(place.lon or 0, place.lat or 0, home.lon or 0, home.lat or 0) < 700


@pytest.mark.parametrize(
    ("site", "why"),
    [("$,$,$", "place_unknown"), ("(0,0,0),(0,0,0),$", "place_unknown"),
     ("(35,42,0,0),(139,46,0,0),$", "place_coarse"),
     ("(42,21,31,181945),(-71,-3,-24,-263305),$", "place_template"),
     ("(95,1,1),(10,1,1),$", "place_unknown")],
)  # fmt: skip
def test_places_nobody_chose_are_not_taken(
    opened: Open, rules: IfcRules, site: str, why: str
) -> None:
    file, found = opened(site)
    place = place_of(file, found, (0.0, 0.0), rules)
    assert (place.lon, place.question) == (None, why)


def test_true_north_turns_the_axes(opened: Open, rules: IfcRules) -> None:
    file, site = opened("$,$,$", "(0.766044443,0.642787610)")
    assert place_of(file, site, (0.0, 0.0), rules).rotation_deg == pytest.approx(50.0)
    file, site = opened("$,$,$")
    assert place_of(file, site, (0.0, 0.0), rules).rotation_deg is None
    file, site = opened("$,$,$", "(0.,0.)")
    assert place_of(file, site, (0.0, 0.0), rules).rotation_deg is None


def test_a_map_conversion_goes_before_the_site(opened: Open, rules: IfcRules) -> None:
    conversion = ["IFCPROJECTEDCRS('EPSG:32632',$,$,$,$,$,$)",
                  "IFCMAPCONVERSION(@,#{crs},500000.,5450000.,0.,0.,1.,1.)"]  # fmt: skip
    file, site = opened("(1,2,3,4),(5,6,7,8),$", "$", conversion[0])
    crs = file.by_type("IfcProjectedCRS")[0].id()
    file, site = opened("(1,2,3,4),(5,6,7,8),$", "$", conversion[0],
                        conversion[1].replace("{crs}", str(crs)))  # fmt: skip
    place = place_of(file, site, (0.0, 0.0), rules)
    assert (place.question, place.crs) == ("place_from_map", "EPSG:32632")
    assert place.lon == pytest.approx(9.0, abs=1e-6)
    assert place.lat == pytest.approx(49.2, abs=0.05)
    assert place.rotation_deg == pytest.approx(90.0, abs=1e-3)


def test_a_map_nobody_knows_falls_back_to_the_site(opened: Open, rules: IfcRules) -> None:
    crs = "IFCPROJECTEDCRS('Local grid',$,$,$,$,$,$)"
    file, _ = opened("$,$,$", "$", crs)
    number = file.by_type("IfcProjectedCRS")[0].id()
    file, site = opened("(31,13,30,500000),(121,28,20,250000),$", "$", crs,
                        f"IFCMAPCONVERSION(@,#{number},5.,5.,0.,0.,1.,1.)")  # fmt: skip
    assert place_of(file, site, (0.0, 0.0), rules).question == "place_from_file"
