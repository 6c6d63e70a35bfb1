"""Changes as bytes: small ones plain, large ones compressed, old ones still readable."""

from __future__ import annotations

import zlib

import msgspec
import pytest
import shapely

from plans.model.change import added, change
from plans.model.ids import SITE
from plans.storage import change_log


def test_large_changes_are_compact(make) -> None:
    trees = [make.feature(SITE, "tree", shapely.Point(i * 1.25, i)) for i in range(5000)]
    data = change_log.pack(added("import", *trees))
    assert len(data) < 5000 * 90
    assert change_log.unpack("import", data) == added("import", *trees)


def test_an_edit_is_small_and_readable(make) -> None:
    wall = make.feature(SITE)
    moved = msgspec.structs.replace(wall, shape=shapely.LineString([(1, 1), (2, 2)]))
    made = change("feature.move", {wall.id: (wall, moved)})
    data = change_log.pack(made)
    assert data[:1] == b"-"
    (row,) = msgspec.msgpack.decode(data[1:])
    assert row[0] == "feature"
    assert row[1]["kind"] == "wall"
    assert change_log.unpack("feature.move", data) == made


def test_fields_may_come_and_go_between_versions() -> None:
    old = {"id": "a", "name": "示例", "a_field_of_tomorrow": [1, {"x": None}]}
    data = b"-" + msgspec.msgpack.encode([("building", None, old)])
    (record,) = change_log.unpack("x", data).after.values()
    assert record is not None
    assert (record.id, getattr(record, "name"), getattr(record, "code")) == ("a", "示例", "")  # noqa: B009


@pytest.mark.parametrize(
    ("data", "kind"), [(b"-\xff", msgspec.DecodeError), (b"zxx", zlib.error), (b"", Exception)]
)
def test_damaged_bytes(data: bytes, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        change_log.unpack("x", data)
