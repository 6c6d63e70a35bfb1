"""Only texts that look alike are offered, the most alike first, and noise is left out."""

from __future__ import annotations

import pytest

from plans.binder import Binder
from plans.model.building import Name, NameKind
from plans.model.change import added
from plans.storage.search_similar import LEAST, similar_rows


@pytest.fixture
def city(any_binder: Binder, make) -> Binder:
    """Many buildings that share their second half."""
    firsts = ["龙凤", "东凤", "金山", "蓝天", "平安", "长江", "和平", "新华"]
    buildings = [
        make.building(first + kind, names=(Name(f"Sample {kind_en}", NameKind.ENGLISH),))
        for first in firsts
        for kind, kind_en in (("广场", "Plaza"), ("大厦", "Tower"), ("医院", "Hospital"))
    ]
    any_binder.drafting.commit(added("x", *buildings))
    return any_binder


def _similar(binder: Binder, plain: str) -> list[tuple[float, str]]:
    with binder._store.reading() as connection:
        return [(alike, row.text) for alike, row in similar_rows(connection, plain)]


def test_the_most_alike_first(city: Binder) -> None:
    found = _similar(city, "龙风广场")
    assert found[0][1] == "龙凤广场"
    degrees = [alike for alike, _ in found]
    assert degrees == sorted(degrees, reverse=True)
    assert all(alike >= LEAST for alike in degrees)
    assert "和平医院" not in [text for _, text in found]


@pytest.mark.parametrize("plain", ["lonfgeng", "longfenguangchang", "lonfengguangchang"])
def test_mistyped_pinyin(city: Binder, plain: str) -> None:
    assert _similar(city, plain)[0][1].startswith("龙凤")


def test_too_short_or_unlike_anything(city: Binder) -> None:
    assert _similar(city, "龙") == []
    assert _similar(city, "xq") == []
    assert _similar(city, "qqqqqqqq") == []
