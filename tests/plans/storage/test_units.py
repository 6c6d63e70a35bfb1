"""A change is written whole, read back the same, or refused whole, on both databases."""

from __future__ import annotations

import datetime as dt
import math

import msgspec
import pytest
import shapely
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from plans.binder import Binder
from plans.errors import Conflict
from plans.model.appliance import Appliance
from plans.model.attachment import Attachment, Underlay
from plans.model.building import Building, Name, Placing
from plans.model.change import Change, Record, added, change
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE
from plans.model.station import KitItem, Person, Shift, Station
from plans.storage import change_log

# PostgreSQL's text has no NUL, and importers take it out; lone surrogates are no text
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
metres = st.floats(-1e7, 1e7)
points = st.tuples(metres, metres)
moments = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1))


def _box(corner: tuple[float, float], width: float, height: float) -> BaseGeometry:
    return shapely.box(*corner, corner[0] + width, corner[1] + height)


shapes = st.one_of(
    points.map(shapely.Point),
    st.lists(points, min_size=2, max_size=6).map(shapely.LineString),
    st.builds(_box, points, st.floats(0.01, 1e5), st.floats(0.01, 1e5)),
    st.lists(points, max_size=4).map(shapely.MultiPoint),
    st.builds(lambda x, y, z: shapely.Point(x, y, z), metres, metres, metres),
    st.just(shapely.Polygon()),
)
values = st.one_of(
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
    st.lists(texts, max_size=3).map(tuple),
)
facts = st.lists(
    st.builds(Fact, key=texts, value=values, unit=texts, verified_on=st.none() | st.dates()),
    max_size=3,
).map(tuple)
photos = st.lists(st.uuids().map(str), max_size=2).map(tuple)
placings = st.builds(Placing, lon=metres, lat=metres, rotation_deg=metres)
names = st.lists(st.builds(Name, texts), max_size=3).map(tuple)


def _any(kind: type, **given: st.SearchStrategy[object]) -> st.SearchStrategy[Record]:
    """Records of a type: every text field anything, others as given or by their default."""
    fields = {field.name: texts for field in msgspec.structs.fields(kind) if field.type is str}
    numbers = {
        field.name: metres
        for field in msgspec.structs.fields(kind)
        if field.type is float and field.required
    }
    return st.builds(kind, **{**fields, **numbers, **given})


@st.composite
def record_sets(draw: st.DrawFn) -> list[Record]:
    """One record of every type, referring to one another.

    What refers comes before what it refers to: the order must not matter.
    """
    ids = [str(id_) for id_ in draw(st.lists(st.uuids(), min_size=10, max_size=10, unique=True))]
    own = {name: st.just(id_) for name, id_ in zip("btfewpsaxu", ids, strict=True)}
    none, days = st.none(), st.none() | st.dates()
    levels = st.integers(-9, 200)
    place = st.sampled_from([own["f"], st.just(SITE)]).flatmap(lambda chosen: chosen)
    kits = st.lists(st.builds(KitItem, item=texts, count=st.integers(0, 99)), max_size=2).map(tuple)
    return [
        draw(record)
        for record in (
            _any(Feature, id=own["e"], place=place, shape=shapes, facts=facts, photos=photos),
            _any(
                Shift,
                id=own["s"],
                station_id=own["w"],
                person_id=own["p"],
                starts_at=moments,
                every_days=st.integers(0, 30),
            ),
            _any(Person, id=own["p"], station_id=own["w"]),
            _any(Station, id=own["w"], parent_id=none, building_id=none | own["b"], kit=kits),
            _any(Floor, id=own["f"], building_id=own["b"], level=levels, typical=own["t"]),
            _any(Floor, id=own["t"], building_id=own["b"], level=levels, typical=none),
            _any(
                Building,
                id=own["b"],
                names=names,
                placing=none | placings,
                facts=facts,
                photos=photos,
                revised_on=days,
            ),
            _any(Appliance, id=own["a"], station_id=own["w"], facts=facts),
            _any(Attachment, id=own["x"], taken_on=days),
            _any(Underlay, id=own["u"], place=own["f"], matrix=st.tuples(*[metres] * 6)),
        )
    ]


def _stored(binder: Binder, records: list[Record]) -> dict[str, Record]:
    """What the binder holds of those records now."""
    found: list[Record] = []
    for record in records:
        match record:
            case Building():
                found += [binder.library.building(row.id) for row in binder.library.list()]
                for row in binder.library.list():
                    found += binder.library.floors(row.id)
            case Feature() if record.place == SITE:
                found += binder.site.all()
            case Feature():
                found += binder.drafting.features(record.place).values()
            case Underlay():
                found += binder.attachments.underlays(record.place)
    rosters = binder.rosters
    found += rosters.stations() + rosters.persons() + rosters.shifts() + rosters.appliances()
    found += binder.attachments.list()
    wanted = {record.id for record in records}
    return {record.id: record for record in found if record.id in wanted}


@settings(
    max_examples=25,
    deadline=None,
    phases=set(Phase) - {Phase.shrink, Phase.explain},
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(records=record_sets())
def test_records_come_back_as_they_went(any_binder: Binder, records: list[Record]) -> None:
    made = added("import", *records)
    any_binder.drafting.commit(made)
    try:
        any_binder.drafting._floors.clear()
        assert _stored(any_binder, records) == {record.id: record for record in records}
        seq = any_binder.audit(1)[0].seq
        assert any_binder.audit.change(seq) == made
    finally:
        any_binder.drafting.undo()
    assert _stored(any_binder, records) == {}


@given(records=record_sets())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_change_is_packed_and_unpacked(records: list[Record]) -> None:
    both = added("a", *records).then(change("b", {records[0].id: (records[0], None)}))
    for made in (added("import", *records), both, both.inverted()):
        assert change_log.unpack(made.label, change_log.pack(made)) == made


def test_a_stale_change_is_refused_whole(any_binder: Binder, make) -> None:
    building = make.building()
    floor = make.floor(building)
    wall, door = make.feature(floor.id), make.feature(floor.id, "door")
    any_binder.drafting.commit(added("import", building, floor, wall, door))
    renamed = msgspec.structs.replace(wall, label="东墙")
    any_binder.drafting.commit(change("feature.describe", {wall.id: (wall, renamed)}))
    again = msgspec.structs.replace(wall, label="西墙")
    stale = change("feature.describe", {door.id: (door, None), wall.id: (wall, again)})
    with pytest.raises(Conflict) as caught:
        any_binder.drafting.commit(stale)
    assert caught.value.facts == {"id": wall.id, "kind": "feature", "reason": "changed"}
    any_binder.drafting._floors.clear()
    assert any_binder.drafting.features(floor.id) == {wall.id: renamed, door.id: door}
    assert [row.label for row in any_binder.audit()] == ["feature.describe", "import"]


def test_a_record_that_is_gone_or_there_already_is_a_conflict(any_binder: Binder, make) -> None:
    building = make.building()
    erase = change("x", {building.id: (building, None)})
    with pytest.raises(Conflict):
        any_binder.drafting.commit(erase)
    any_binder.drafting.commit(added("x", building))
    with pytest.raises(Conflict) as caught:
        any_binder.drafting.commit(added("x", building))
    assert caught.value.facts == {"id": building.id, "kind": "building", "reason": "exists"}
    assert any_binder.library.count() == 1


def test_nothing_may_refer_to_what_is_not_there(any_binder: Binder, make) -> None:
    building = make.building()
    floor = make.floor(building)
    any_binder.drafting.commit(added("x", building, floor, make.feature(floor.id)))
    with pytest.raises(Conflict):
        any_binder.drafting.commit(change("x", {floor.id: (floor, None)}))
    with pytest.raises(Conflict):
        any_binder.drafting.commit(added("x", make.floor(make.building())))
    assert any_binder.library.floors(building.id) == [floor]


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_fact_without_a_finite_value_changes_nothing(
    any_binder: Binder, make, value: float
) -> None:
    building = make.building(facts=(Fact(key="height_m", value=value),))
    with pytest.raises(ValueError, match="finite"):
        any_binder.drafting.commit(added("x", building))
    assert any_binder.library.count() == 0


def test_an_empty_change_leaves_no_trace(any_binder: Binder, make) -> None:
    building = make.building()
    any_binder.drafting.commit(Change(label="x", before={}, after={}))
    same = Change(label="x", before={building.id: building}, after={building.id: building})
    any_binder.drafting.commit(same)
    assert any_binder.audit() == []
    assert any_binder.drafting.history.undo_label is None


def test_many_records_of_one_type(any_binder: Binder, make) -> None:
    features = [make.feature(SITE, "tree", shapely.Point(i, i)) for i in range(1203)]
    any_binder.drafting.commit(added("import", *features))
    moved = {
        item.id: (item, msgspec.structs.replace(item, shape=shapely.Point(-i, i)))
        for i, item in enumerate(features[:1101])
    }
    any_binder.drafting.commit(change("feature.move", moved))
    assert len(any_binder.site.in_box(-2000, 0, -1, 2000)) == 1100
    any_binder.drafting.commit(
        change("feature.erase", {id_: (new, None) for id_, (_, new) in moved.items()})
    )
    assert any_binder.site.count() == 102
