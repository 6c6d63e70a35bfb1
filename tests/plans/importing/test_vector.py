"""Tests of Shapefile, GeoPackage and KML: real ones counted, broken ones told."""

from __future__ import annotations

import io
import struct
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Reader
from plans.importing.formats import read
from plans.importing.parsed import FeatureRow, Parsed
from plans.model.building import Datum

Write = Callable[[str, object], Path]
UTM = (
    'PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",'
    'SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],'
    'UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],'
    'PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],'
    'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)


def points_shp(*points: tuple[float, float]) -> bytes:
    """A Shapefile of points, by ESRI's white paper of 1998."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    words = 50 + 14 * len(points)
    head = struct.pack(">i5ii", 9994, 0, 0, 0, 0, 0, words) + struct.pack(
        "<2i8d", 1000, 1, min(xs), min(ys), max(xs), max(ys), 0, 0, 0, 0
    )
    return head + b"".join(
        struct.pack(">2i", n, 10) + struct.pack("<i2d", 1, *point)
        for n, point in enumerate(points, start=1)
    )


def names_dbf(*names: bytes) -> bytes:
    """A dBASE table of one column `NAME`."""
    head = struct.pack("<B3BIHH20x", 3, 120, 1, 1, len(names), 65, 21)
    field = struct.pack("<11sc4xBB14x", b"NAME", b"C", 20, 0)
    return head + field + b"\r" + b"".join(b" " + name.ljust(20) for name in names) + b"\x1a"


@pytest.fixture
def parsed(reader: Reader) -> Callable[..., Parsed]:
    def made(path: Path, **asked: object) -> Parsed:
        return read(path, Asked(path=str(path), **asked), reader)  # type: ignore[arg-type]

    return made


@pytest.fixture
def hydrants(write: Write) -> Callable[..., Path]:
    """Write a Shapefile of two named hydrants in the files asked for."""

    def made(*endings: str, encoding: str = "gb18030", cpg: str = "") -> Path:
        files: dict[str, bytes] = {
            ".dbf": names_dbf("北门消火栓".encode(encoding), "南门消火栓".encode(encoding)),
            ".prj": UTM.encode(),
            ".cpg": cpg.encode(),
        }
        for ending in endings:
            write(f"消火栓{ending}", files[ending])
        return write("消火栓.shp", points_shp((500_000, 3_400_000), (500_100, 3_400_000)))

    return made


def features(parsed: Parsed) -> list[FeatureRow]:
    return [row for row in parsed.rows if isinstance(row, FeatureRow)]


def refused(reads: Callable[[], object]) -> str:
    with pytest.raises(InputError) as caught:
        reads()
    return str(caught.value.facts["reason"])


@pytest.mark.corpus
def test_real_footprints_in_a_zip(corpus: Path, parsed: Callable[..., Parsed]) -> None:
    """14 768 outlines in UTM 17N, Freeport on Grand Bahama."""
    got = parsed(corpus / "site" / "freeport_Building_Footprint_shp.zip")
    assert got.table == "shapefile"
    assert got.seen.layers == (("Building_Footprint", "", 14_768),)
    assert (got.seen.crs is not None and "UTM" in got.seen.crs.upper()) or "32617" in got.seen.crs
    kinds = Counter(row.kind for row in features(got))
    assert set(kinds) == {"building.footprint"}
    assert [one for one in got.unread if not one.note] == []
    assert kinds.total() == 14_768
    west, south, east, north = got.seen.bbox_deg or (0, 0, 0, 0)
    assert -79.1 < west < east < -77.8
    assert 26.4 < south < north < 27.0


@pytest.mark.corpus
def test_a_real_geopackage(corpus: Path, parsed: Callable[..., Parsed]) -> None:
    """Four layers of a quarter of Prague; tessellation cells are nothing a plan shows."""
    got = parsed(corpus / "site" / "bubenec_prague.gpkg")
    assert {name: count for name, _, count in got.seen.layers} == {
        "tessellation": 144, "buildings": 144, "streets": 35, "plots": 407,
    }  # fmt: skip
    kinds = Counter(row.kind for row in features(got))
    assert kinds == {"building.footprint": 144, "road": 35, "plot": 407}
    assert [(one.place, one.reason) for one in got.unread if one.reason == "no_kind"] == [
        ("layer tessellation", "no_kind")
    ]
    west, south, east, north = got.seen.bbox_deg or (0, 0, 0, 0)
    assert 14.39 < west < east < 14.42
    assert 50.09 < south < north < 50.12


@pytest.mark.corpus
def test_real_hydrants_in_kml(corpus: Path, parsed: Callable[..., Parsed]) -> None:
    got = parsed(corpus / "site" / "freeport_fire_hydrants.kml")
    assert [count for *_, count in got.seen.layers] == [176]
    assert all(row.kind.startswith("hydrant") for row in features(got))
    assert len(features(got)) == 176
    assert got.seen.bbox_deg == pytest.approx((-78.766, 26.494, -78.554, 26.594), abs=0.001)


def test_a_shapefile_with_the_files_beside_it(
    hydrants: Callable[..., Path], parsed: Callable[..., Parsed]
) -> None:
    """Metres by its .prj; names in GB 18030, though nothing says so."""
    got = parsed(hydrants(".dbf", ".prj"))
    assert [row.label for row in features(got)] == ["北门消火栓", "南门消火栓"]
    lon, lat = shapely.get_coordinates(shapely.from_wkb(features(got)[0].wkb))[0]
    assert (lon, lat) == pytest.approx((117.0, 30.73), abs=0.01)
    assert "encoding" in {question.about for question in got.questions}


def test_its_cpg_is_believed(hydrants: Callable[..., Path], parsed: Callable[..., Parsed]) -> None:
    got = parsed(hydrants(".dbf", ".prj", ".cpg", encoding="utf-8", cpg="UTF-8"))
    assert [row.label for row in features(got)] == ["北门消火栓", "南门消火栓"]
    assert "encoding" not in {question.about for question in got.questions}


def test_without_prj_it_asks_and_takes_the_answer(
    hydrants: Callable[..., Path], parsed: Callable[..., Parsed]
) -> None:
    path = hydrants(".dbf")
    with pytest.raises(Undecided) as caught:
        parsed(path)
    assert caught.value.facts["reason"] == "crs"
    assert caught.value.facts["text"] == "500000…500100, 3.4e+06…3.4e+06"
    got = parsed(path, crs="EPSG:32650")
    assert shapely.get_coordinates(shapely.from_wkb(features(got)[0].wkb))[0] == pytest.approx(
        (117.0, 30.73), abs=0.01
    )
    assert refused(lambda: parsed(path, crs="none")) == "crs_unknown"
    assert refused(lambda: parsed(path, datum=Datum.GCJ02)) == "not_degrees"


def test_a_missing_table_is_told(
    hydrants: Callable[..., Path], parsed: Callable[..., Parsed]
) -> None:
    got = parsed(hydrants(".prj"))
    assert [(one.reason, one.text) for one in got.unread if one.note] == [("shp_parts", ".dbf")]


def test_links_in_kml_are_told_not_followed(write: Write, parsed: Callable[..., Parsed]) -> None:
    place = "<Point><coordinates>114.3,30.6</coordinates></Point>"
    path = write(
        "消火栓.kml",
        "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
        "<NetworkLink><Link><href>elsewhere.kml</href></Link></NetworkLink>"
        f"<Placemark><name>消火栓</name>{place}</Placemark></Document></kml>",
    )
    got = parsed(path)
    assert got.seen.layers == (
        ("消火栓", "", 1),
    )  # a document without a name is called as its file
    assert "network_link" in {one.reason for one in got.unread}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("doc.kml", path.read_bytes())
    assert len(features(parsed(write("消火栓.kmz", stream.getvalue())))) == len(features(got))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.shp", b"", "empty"),
        ("a.shp", b"\x00" * 200, "not_shapefile"),
        ("a.shp", points_shp((1, 2))[:60], "not_shapefile"),
        ("a.shp", points_shp((1, 2), (3, 4))[:-20], "cut_off"),
        ("a.gpkg", b"", "empty"),
        ("a.gpkg", b"no database", "not_geopackage"),
        ("a.gpkg", b"SQLite format 3\x00" + b"\x00" * 900, "not_geopackage"),
        ("a.kml", b"", "empty"),
        ("a.kml", b"<gpx/>", "not_kml"),
        ("a.kml", b"<kml><Placemark>", "xml"),
        ("a.kml", b"<kml/>", "empty_map"),
        ("a.kmz", b"PK\x03\x04", "zip"),
    ],
)
def test_broken_ones(
    write: Write, parsed: Callable[..., Parsed], name: str, data: bytes, reason: str
) -> None:
    path = write(name, data)
    assert refused(lambda: parsed(path)) == reason


@pytest.mark.corpus
def test_a_torn_geopackage(corpus: Path, write: Write, parsed: Callable[..., Parsed]) -> None:
    whole = (corpus / "site" / "bubenec_prague.gpkg").read_bytes()
    for cut in (4_096, len(whole) // 3):
        assert refused(lambda n=cut: parsed(write("a.gpkg", whole[:n]))) == "not_geopackage"
