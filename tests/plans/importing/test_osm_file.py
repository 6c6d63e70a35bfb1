"""Tests of OpenStreetMap files as nodes, ways and relations."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.asked import Limits, Reader
from plans.importing.osm_file import OsmData, read_osm
from plans.importing.rules import Rules
from plans.model.catalog import Catalog
from plans.progress import silent

Write = Callable[[str, object], Path]

XML = """<?xml version='1.0' encoding='UTF-8'?>
<osm version='0.6' generator='JOSM'>
  <way id='-10'><nd ref='-1'/><nd ref='-2'/><nd ref='-9'/><tag k='building' v='yes'/></way>
  <way id='-11' action='delete'><nd ref='-1'/><tag k='building' v='yes'/></way>
  <node id='-1' lat='45.18' lon='5.72'/>
  <node id='-2' lat='45.181' lon='5.72'><tag k='name' v='示例 &amp; 样例'/></node>
  <node id='7' lat='1' lon='2' visible='false'><tag k='name' v='gone'/></node>
  <node id='8' lat='NaN' lon='2'/><node id='x' lat='1' lon='2'/><node id='9' lat='100' lon='2'/>
  <relation id='3'><member type='way' ref='-10' role='outer'/><tag k='type' v='multipolygon'/></relation>
</osm>"""


@pytest.fixture
def osm(reader: Reader, write: Write) -> Callable[..., OsmData]:
    def made(content: object, name: str = "a.osm") -> OsmData:
        return read_osm(write(name, content), reader, silent)

    return made


def refused(osm: Callable[..., OsmData], content: object, name: str = "a.osm") -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        osm(content, name)
    return str(caught.value.facts["reason"]), str(caught.value.facts["place"])


def test_an_editors_own_file(osm: Callable[..., OsmData]) -> None:
    data = osm(XML)
    [node] = data.nodes
    assert (node.id, node.lon, node.lat, node.tags) == (-2, 5.72, 45.181, {"name": "示例 & 样例"})
    way = data.ways[-10]
    assert (list(data.ways), way.points.tolist(), way.lost) == (
        [-10], [[5.72, 45.18], [5.72, 45.181]], 1,
    )  # fmt: skip
    [relation] = data.relations
    assert [(m.type, m.ref, m.role) for m in relation.members] == [("way", -10, "outer")]
    assert data.bad == 2


def test_gzipped_in_several_members(osm: Callable[..., OsmData]) -> None:
    half = len(XML) // 2
    both = gzip.compress(XML[:half].encode()) + gzip.compress(XML[half:].encode())
    assert len(osm(both, "a.osm.gz").ways) == 1
    assert len(osm(gzip.compress(XML.encode()), "a.osm").ways) == 1


def test_entities_are_refused(osm: Callable[..., OsmData]) -> None:
    bomb = '<!DOCTYPE osm [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><osm><node id="1">&b;</node></osm>'
    assert refused(osm, bomb) == ("xml_entities", "")
    secret = '<!DOCTYPE osm [<!ENTITY x SYSTEM "file:///etc/passwd">]><osm>&x;</osm>'
    assert refused(osm, secret) == ("xml_entities", "")


@pytest.mark.parametrize(
    ("content", "name", "reason", "place"),
    [
        ("", "a.osm", "empty", ""),
        (XML[:300], "a.osm", "xml", "line 3, column 147"),
        ("<kml/>", "a.osm", "not_osm", ""),
        ('{"type": "Point"}', "a.osm", "not_osm", "line 1, column 1"),
        (gzip.compress(XML.encode())[:200], "a.osm.gz", "cut_off", ""),
        (b"\x1f\x8b" + bytes(30), "a.osm.gz", "cut_off", ""),
        (b"\x00\x01" * 200, "a.osm.pbf", "not_osm", ""),
        (XML, "a.osm.pbf", "not_osm", ""),
        ("<?xml version='1.0' encoding='x-no'?><osm/>", "a.osm", "encoding", ""),
    ],
)
def test_what_cannot_be_read(
    osm: Callable[..., OsmData], content: object, name: str, reason: str, place: str
) -> None:
    said, where = refused(osm, content, name)
    assert said == reason
    assert not place or where == place or reason == "xml"


def test_a_bomb_stops_at_the_limit(catalog: Catalog, rules: Rules, write: Write) -> None:
    reader = Reader(catalog, rules, Limits(unpacked_bytes=1_000_000))
    path = write("bomb.osm.gz", gzip.compress(b"<osm>" + b" " * 5_000_000))
    with pytest.raises(InputError, match="too_big"):
        read_osm(path, reader, silent)


def test_pbf_has_the_same(osm: Callable[..., OsmData], tmp_path: Path) -> None:
    import osmium

    path = tmp_path / "made 消防 🚒.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for id_, lon in ((1, 5.72), (2, 5.73)):
            tags = {"emergency": "fire_hydrant"} if id_ == 2 else {}
            node = osmium.osm.mutable.Node(id=id_, location=(lon, 45.18), tags=tags)
            writer.add_node(node)
        writer.add_way(osmium.osm.mutable.Way(id=5, nodes=[1, 2, 3], tags={"highway": "service"}))
        members = [("w", 5, "outer")]
        writer.add_relation(
            osmium.osm.mutable.Relation(id=6, members=members, tags={"type": "multipolygon"})
        )
    data = osm(path.read_bytes(), "b.osm.pbf")
    assert [(n.id, n.tags) for n in data.nodes] == [(2, {"emergency": "fire_hydrant"})]
    assert (data.ways[5].points.tolist(), data.ways[5].lost) == ([[5.72, 45.18], [5.73, 45.18]], 1)
    assert [m.role for m in data.relations[0].members] == ["outer"]


def test_spoiled_files_end_in_data_or_an_input_error(
    osm: Callable[..., OsmData], tmp_path: Path
) -> None:
    dice = random.Random(7)
    whole = XML.encode()
    for at in range(300):
        spoiled = bytearray(whole)
        for _ in range(dice.randint(1, 8)):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        try:
            osm(bytes(spoiled[: dice.randrange(1, len(spoiled))] if at % 3 == 0 else spoiled))
        except InputError as error:
            assert error.facts["reason"]
