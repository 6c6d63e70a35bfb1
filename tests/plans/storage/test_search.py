"""Buildings are found by any clue, best first, with the reason, on both databases alike."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.binder import Binder
from plans.model.building import Building, Name, NameKind
from plans.model.change import added, change


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def district(request: pytest.FixtureRequest, tmp_path_factory, make) -> Iterator[Binder]:
    """A few buildings, invented, for the tests that only ask."""
    if request.param == "sqlite":
        opened = Binder.create(tmp_path_factory.mktemp("district") / "district.binder")
    else:
        server = request.getfixturevalue("postgres_server")
        opened = Binder.open(server.url(server.make()))
    with opened:
        _fill(opened, make)
        yield opened


def _fill(binder: Binder, make) -> None:
    old, english, alias = NameKind.OLD, NameKind.ENGLISH, NameKind.ALIAS
    buildings = [
        make.building(
            "示例广场A座",
            names=(Name("Sample Plaza Tower A", english), Name("第一百货大楼", old)),
            address="临江新区长乐路128号",
            address_en="128 Changle Road",
            code="LJ-0001",
        ),
        make.building("示例广场", names=(Name("Sample Plaza", english),), code="LJ-0002"),
        make.building("临江示例小学", names=(Name("示小", alias),), code="LJ-0003"),
        make.building("平安冷库", names=(Name("Ping'an Cold Store", english),), code="NH 2031"),
        make.building("重庆大厦", address="平安路9号", code="LJ-0005"),
        make.building("Église Saint-Éloi", code="X1"),
        make.building("蓝天公寓B座"),
        make.building("蓝天公寓A座"),
    ]
    binder.drafting.commit(added("import", *buildings))


def _first(binder: Binder, query: str) -> tuple[str, str] | None:
    matches = binder.library.search(query)
    return (matches[0].name, matches[0].matched_by) if matches else None


@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("示例广场", "示例广场", "name"),
        ("示例广场a", "示例广场A座", "name"),
        ("广场A座", "示例广场A座", "name"),
        ("小学", "临江示例小学", "name"),
        ("LJ-0001", "示例广场A座", "code"),
        ("lj0001", "示例广场A座", "code"),
        ("0003", "临江示例小学", "code"),
        ("nh2031", "平安冷库", "code"),
        ("NH-20", "平安冷库", "code"),
        ("第一百货", "示例广场A座", "old_name"),
        ("diyibaihuo", "示例广场A座", "old_name"),
        ("示小", "临江示例小学", "alias"),
        ("sample plaza t", "示例广场A座", "english"),
        ("sampleplazatower", "示例广场A座", "english"),
        ("pingan cold", "平安冷库", "english"),
        ("Tower", "示例广场A座", "english"),
        ("shiliguangchang", "示例广场", "pinyin"),
        ("shi li guang chang", "示例广场", "pinyin"),
        ("guangch", "示例广场", "pinyin"),
        ("chongqing", "重庆大厦", "pinyin"),
        ("zhonging", "重庆大厦", "similar"),
        ("zhongqing", "重庆大厦", "pinyin"),
        ("slgc", "示例广场", "initials"),
        ("gc", "示例广场", "initials"),
        ("cqds", "重庆大厦", "initials"),
        ("长乐路128", "示例广场A座", "address"),
        ("changlelu", "示例广场A座", "address"),
        ("eglise", "Église Saint-Éloi", "name"),
        ("SAINT ELOI", "Église Saint-Éloi", "name"),
        ("ｓｌｇｃ", "示例广场", "initials"),
    ],
)
def test_any_clue(district: Binder, query: str, name: str, reason: str) -> None:
    assert _first(district, query) == (name, reason)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("示例guang A", "示例广场A座"),
        ("A座 示例", "示例广场A座"),
        ("长乐路 广场", "示例广场A座"),
        ("tower 长乐", "示例广场A座"),
        ("示例guang", "示例广场"),
        ("小学 linjiang", "临江示例小学"),
    ],
)
def test_words_may_stand_in_several_fields(district: Binder, query: str, name: str) -> None:
    assert _first(district, query) is not None
    assert district.library.search(query)[0].name == name


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("示立广场", "示例广场"),  # sounds the same
        ("示侧广场", "示例广场"),  # looks the same
        ("shiliguagnchang", "示例广场"),
        ("smaple plaza", "示例广场"),
        ("chonqing", "重庆大厦"),
        ("蓝大公寓", "蓝天公寓B座"),
        ("LJ-00O1", "示例广场A座"),
        ("pinganlengkou", "平安冷库"),
    ],
)
def test_a_typing_mistake_still_finds(district: Binder, query: str, name: str) -> None:
    assert name in [match.name for match in district.library.search(query)[:3]]


def test_exact_stands_before_prefix_before_contains(district: Binder) -> None:
    names = [match.name for match in district.library.search("示例广场")]
    assert names[:2] == ["示例广场", "示例广场A座"]
    names = [match.name for match in district.library.search("示例")]
    assert names == ["示例广场", "示例广场A座", "临江示例小学"]


def test_the_reason_is_the_best_field_that_answers(any_binder: Binder, make) -> None:
    """An address that begins with what was typed does not hide the name that holds it."""
    english = NameKind.ENGLISH
    any_binder.drafting.commit(
        added(
            "import",
            make.building(
                "示例广场A座",
                names=(Name("Sample Plaza Tower A", english),),
                address="A座，示例大道1号",
                address_en="Tower A, 1 Sample Avenue",
            ),
            make.building("邻楼", address_en="Tower Avenue 3", names=(Name("Flower A", english),)),
        )
    )
    reasons = {
        query: [(one.name, one.matched_by) for one in any_binder.library.search(query)]
        for query in ("tower a", "a座", "tower")
    }
    assert reasons["tower a"][0] == ("示例广场A座", "english")
    assert ("邻楼", "address") in reasons["tower a"]
    assert reasons["a座"] == [("示例广场A座", "name")]
    assert dict(reasons["tower"]) == {"示例广场A座": "english", "邻楼": "address"}


def test_name_stands_before_address(district: Binder) -> None:
    matches = district.library.search("平安")
    assert [(match.name, match.matched_by) for match in matches] == [
        ("平安冷库", "name"),
        ("重庆大厦", "address"),
    ]
    assert matches[1].matched_text == "平安路9号"


def test_scores_never_rise_and_limits_hold(district: Binder) -> None:
    scores = [match.score for match in district.library.search("s")]
    assert scores == sorted(scores, reverse=True)
    assert len(district.library.search("l", limit=2)) == 2
    assert district.library.search("l", limit=0) == []


@pytest.mark.parametrize("query", ["", "  ", "***", "no such thing anywhere", "龘龘龘龘"])
def test_nothing_is_found(district: Binder, query: str) -> None:
    assert district.library.search(query) == []


def test_the_index_follows_the_building(any_binder: Binder, make) -> None:
    _fill(district := any_binder, make)
    building = district.library.building(district.library.resolve("平安冷库"))
    renamed = msgspec.structs.replace(building, name="康泰冷库")
    district.drafting.commit(change("building.describe", {building.id: (building, renamed)}))
    assert _first(district, "康泰") == ("康泰冷库", "name")
    assert "平安冷库" not in [match.name for match in district.library.search("平安冷库")]
    district.drafting.undo()
    assert _first(district, "平安冷库") == ("平安冷库", "name")
    assert district.library.search("康泰") == []
    district.drafting.commit(change("x", {building.id: (building, None)}))
    assert _first(district, "平安冷库") != ("平安冷库", "name")


def test_a_building_of_very_many_long_names_is_found_by_the_first_ones(
    any_binder: Binder, make
) -> None:
    names = tuple(Name(f"别名{number}号" * 30, NameKind.ALIAS) for number in range(300))
    building: Building = make.building("示例" * 200, names=names, code="C" * 300)
    any_binder.drafting.commit(added("import", building))
    assert any_binder.library.search("示例")[0].id == building.id
    assert any_binder.library.search("别名49")[0].id == building.id
    assert any_binder.library.building(building.id) == building


@settings(max_examples=60, deadline=None)
@given(query=st.text(max_size=30))
def test_whatever_is_typed_is_answered(district: Binder, query: str) -> None:
    district.library.search(query)
