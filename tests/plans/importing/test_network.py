"""Tests of EPANET networks: the real ones counted and drawn, broken ones told with their line."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from plans.errors import InputError
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.network import NOT_DRAWN, read
from plans.importing.parsed import FeatureRow, NetworkRow, Parsed
from plans.importing.rules import Rules
from plans.model.catalog import Catalog

Read = Callable[..., Parsed]

SMALL = """[TITLE]
示例管网

[JUNCTIONS]
J1  10
J2  12
[RESERVOIRS]
R1  50
[TANKS]
T1  40 3 1 5 12 0
[PIPES]
P1  R1 J1 100 300 100 0 Open
P2  J1 J2 250 150 100 0 Open
P3  J2 T1  80 150 100 0 Open
[VALVES]
V1  J1 T1 100 TCV 30 0
[OPTIONS]
Units LPS
[COORDINATES]
R1 500000 3400000
J1 500100 3400000
J2 500100 3400250
T1 500180 3400250
[VERTICES]
P2 500150 3400100
[END]
"""


@pytest.fixture
def network(catalog: Catalog, rules: Rules, tmp_path: Path) -> Read:
    def made(source: str | bytes | Path, crs: str = NOT_DRAWN) -> Parsed:
        path = source if isinstance(source, Path) else tmp_path / "管网.inp"
        if not isinstance(source, Path):
            path.write_bytes(source.encode() if isinstance(source, str) else source)
        return read(path, Asked(path=str(path), crs=crs), Reader(catalog, rules, Limits()))

    return made


def counts(parsed: Parsed) -> dict[str, int]:
    row = parsed.rows[0]
    assert isinstance(row, NetworkRow)
    return row.counts


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "units", "km", "found"),
    [
        ("Net1", "GPM", 19.364, (9, 1, 1, 12, 1, 0)),
        ("latin1", "GPM", 19.364, (9, 1, 1, 12, 1, 0)),
        ("Net3", "GPM", 65.749, (92, 2, 3, 117, 2, 0)),
        ("ky4", "GPM", 260.241, (959, 1, 4, 1156, 2, 0)),
        ("Todini_Fig2_solA_CMH", "CMH", 8.0, (6, 1, 0, 8, 0, 0)),
    ],
)
def test_real_networks(
    corpus: Path, network: Read, name: str, units: str, km: float, found: tuple[int, ...]
) -> None:
    parsed = network(corpus / "epanet" / f"{name}.inp")
    sorts = ("junctions", "reservoirs", "tanks", "pipes", "pumps", "valves")
    assert tuple(counts(parsed).get(sort, 0) for sort in sorts) == found
    assert parsed.seen.network["units"] == units
    assert parsed.seen.network["pipe_length_m"] == pytest.approx(km * 1000, rel=1e-3)


@pytest.mark.corpus
def test_a_city_in_feet_is_drawn_where_it_lies(corpus: Path, network: Read) -> None:
    """EPSG:3091 (Kentucky, feet) puts the network into Kentucky: 36.5 to 39.2 N, 82 to 90 W."""
    parsed = network(corpus / "epanet/ky4.inp", "EPSG:3091")
    features = [row for row in parsed.rows if isinstance(row, FeatureRow)]
    west, south, east, north = shapely.total_bounds(shapely.from_wkb([f.wkb for f in features]))
    assert -90 < west < east < -82
    assert 36.4 < south < north < 39.3
    assert sum(feature.kind == "water_main" for feature in features) == 1_156
    sizes = [fact.value for f in features for fact in f.facts if fact.key == "main_diameter_mm"]
    assert (min(sizes), max(sizes)) == (76.2, 406.4)


@pytest.mark.corpus
@pytest.mark.fault
def test_a_broken_network_is_refused_with_its_line(corpus: Path, network: Read) -> None:
    with pytest.raises(InputError) as caught:
        network(corpus / "epanet/bad_syntax.inp")
    facts = caught.value.facts
    assert (facts["reason"], facts["place"]) == ("network_fault", "line 330")
    assert "[FOO]" in str(facts["text"])


def test_mains_bend_and_valves_lie_between(network: Read) -> None:
    parsed = network(SMALL, "EPSG:4546")
    features = {row.label: row for row in parsed.rows if isinstance(row, FeatureRow)}
    assert {row.kind for row in features.values()} == {
        "water_main", "water_junction", "water_source", "water_tower", "water_valve",
    }  # fmt: skip
    assert len(shapely.from_wkb(features["P2"].wkb).coords) == 3
    valve = shapely.from_wkb(features["V1"].wkb)
    ends = [shapely.from_wkb(features[name].wkb) for name in ("J1", "T1")]
    assert valve.x == pytest.approx((ends[0].x + ends[1].x) / 2, abs=1e-6)
    assert all(row.outdoor for row in features.values())


def test_its_coordinates_are_never_guessed(network: Read) -> None:
    with pytest.raises(InputError) as caught:
        network(SMALL, "")
    assert caught.value.facts["reason"] == "crs"
    assert "500000" in str(caught.value.facts["text"])
    with pytest.raises(InputError) as caught:
        network(SMALL, "EPSG:4326")
    assert caught.value.facts["reason"] == "not_degrees"
    with pytest.raises(InputError) as caught:
        network(SMALL, "EPSG:999999")
    assert caught.value.facts["reason"] == "crs_unknown"


def test_a_sketch_is_kept_and_not_drawn(network: Read) -> None:
    parsed = network(SMALL, NOT_DRAWN)
    assert [type(row) for row in parsed.rows] == [NetworkRow]
    assert counts(parsed) == {
        "junctions": 2, "reservoirs": 1, "tanks": 1, "pipes": 3, "valves": 1,
    }  # fmt: skip


def test_a_node_without_a_place_is_told(network: Read) -> None:
    parsed = network(SMALL.replace("J2 500100 3400250\n", ""), "EPSG:4546")
    assert [(one.place, one.reason) for one in parsed.unread] == [("node J2", "no_place")]
    labels = {row.label for row in parsed.rows if isinstance(row, FeatureRow)}
    assert {"P1", "J1"} <= labels
    assert not {"P2", "P3", "J2"} & labels


@pytest.mark.fault
@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ("*HEADING\nan Abaqus model\n*NODE\n1, 0, 0\n", "network", ""),
        ("[PIPES]\n", "network_empty", ""),
        (SMALL.replace("J2  12", "J2  abc"), "network_fault", "line 6"),
        (SMALL.replace("P2  J1 J2", "P2  J1 ZZ"), "network_fault", "line 13"),
        (b"\x00\x01\x02", "binary", ""),
        (b"", "empty", ""),
    ],
)
def test_what_is_no_network_is_told(
    network: Read, source: str | bytes, reason: str, place: str
) -> None:
    with pytest.raises(InputError) as caught:
        network(source)
    assert (caught.value.facts["reason"], caught.value.facts["place"]) == (reason, place)


@pytest.mark.fault
def test_torn_networks_end_in_a_result_or_a_sentence(network: Read) -> None:
    dice = random.Random(5)
    good = SMALL.encode()
    for _ in range(120):
        data = bytearray(good)
        for _ in range(dice.randint(1, 10)):
            data[dice.randrange(len(data))] = dice.choice(b"0123456789 \nAZ[]-.;eE\xff")
        try:
            network(bytes(data[: dice.randint(20, len(data))]), "EPSG:4546")
        except InputError as error:
            assert error.facts["reason"]
