"""Tests of whole drawings: the real ones of the corpus, broken and hostile ones."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import ezdxf
import msgspec
import pytest

from plans.errors import InputError
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.batch import FileReport
from plans.importing.dxf import read
from plans.importing.parsed import DrawingRow, Parsed
from plans.importing.rules import Rules
from plans.model.catalog import Catalog
from plans.model.linework import Linework, decoded

Read = Callable[..., Parsed]
ODD = "dxf/broken_or_odd/"


@pytest.fixture
def drawn(catalog: Catalog, rules: Rules, catalog_folder: Path) -> Read:
    reader = Reader(catalog, rules, Limits(), catalog_folder)

    def made(path: Path, unit: str = "") -> Parsed:
        return read(path, Asked(path=str(path), unit=unit), reader)

    return made


def row(parsed: Parsed) -> DrawingRow:
    [only] = parsed.rows
    assert isinstance(only, DrawingRow)
    return only


def texts(parsed: Parsed) -> set[str]:
    return {text.text for text in work(parsed).texts}


def work(parsed: Parsed) -> Linework:
    return decoded(row(parsed).linework)


def told(parsed: Parsed) -> set[str]:
    return {unread.reason for unread in parsed.unread}


@pytest.mark.corpus
def test_an_office_in_millimetres(corpus: Path, drawn: Read) -> None:
    parsed = drawn(corpus / "dxf/wrld_office_cad.dxf")
    got = row(parsed)
    assert (got.unit, got.declared, got.certain) == ("mm", "mm", True)
    assert got.width_m == pytest.approx(57.9, abs=0.1)
    assert got.height_m == pytest.approx(27.9, abs=0.1)
    assert sum(got.entities.values()) == 5_583
    assert (got.layers, got.blocks, got.code_page) == (16, 53, "ANSI_1251")
    assert got.version.startswith("AC1032")
    assert got.door_m == pytest.approx(0.81, abs=0.1)
    assert not parsed.questions
    roles = {layer.role for layer in work(parsed).layers}
    assert {"walls", "doors", "windows"} <= roles


@pytest.mark.corpus
def test_a_house_in_inches_that_says_millimetres(corpus: Path, drawn: Read) -> None:
    parsed = drawn(corpus / "dxf/house_floorplan_inches.dxf")
    got = row(parsed)
    assert (got.unit, got.declared, got.certain) == ("in", "mm", False)
    assert [question.about for question in parsed.questions] == ["unit"]
    assert "mm → in" in parsed.questions[0].text
    assert any("58'-0\"" in text for text in texts(parsed))
    assert {layer.role for layer in work(parsed).layers} >= {"walls"}


@pytest.mark.corpus
def test_the_users_unit_ends_the_question(corpus: Path, drawn: Read) -> None:
    parsed = drawn(corpus / "dxf/house_floorplan_inches.dxf", "in")
    assert not parsed.questions
    assert 20 < row(parsed).width_m < 30


@pytest.mark.corpus
def test_tarch_proxies_are_drawn(corpus: Path, drawn: Read) -> None:
    parsed = drawn(corpus / "dxf/gh109_tarch_proxy.dxf")
    got = row(parsed)
    assert got.entities["ACAD_PROXY_ENTITY"] == 25
    assert (got.unit, got.declared) == ("mm", "")
    assert {"房间", "天正单行文字输入", "185.39", "24370"} <= texts(parsed)
    linework = work(parsed)
    walls = {n for n, layer in enumerate(linework.layers) if layer.role == "walls"}
    assert walls & set(linework.segment_layers.tolist())
    assert got.width_m == pytest.approx(26.9, abs=0.3)


@pytest.mark.corpus
def test_a_missing_picture_does_not_blow_up_the_plan(corpus: Path, drawn: Read) -> None:
    parsed = drawn(corpus / "dxf/ISO-Office.dxf")
    got = row(parsed)
    assert got.unit == "m"
    assert got.width_m < 30
    assert got.height_m < 30
    assert "outside" in told(parsed)


@pytest.mark.corpus
def test_far_from_the_origin_stays_sharp(corpus: Path, drawn: Read) -> None:
    parsed = drawn(corpus / "dxf/korean_window_schedule.dxf")
    linework = work(parsed)
    assert abs(linework.origin[0]) > 10_000
    assert abs(linework.segments).max() < 100
    assert any("\uac00" <= character <= "\ud7a3" for text in texts(parsed) for character in text)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("dxf/sample_AC1018_binary.dxf", "AC1018"),
        ("dxf/sample_AC1009_ascii.dxf", "AC1009"),
        (ODD + "recover01.dxf", "AC1009"),
        (ODD + "R12_with_trash_beyond_EOF.dxf", "AC1009"),
        (ODD + "bin_dxf_r2000.dxf", "AC1015"),
        (ODD + "duplicate_handles.dxf", "AC1015"),
    ],
)
def test_odd_drawings_are_read(corpus: Path, drawn: Read, name: str, version: str) -> None:
    parsed = drawn(corpus / name)
    got = row(parsed)
    assert got.version.startswith(version)
    linework = work(parsed)
    assert len(linework.segments) or linework.texts
    if "recover" in name:
        assert "drawing_repaired" in told(parsed)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["layout_broken_links.dxf", "dxf_unicode.dxf"])
def test_an_empty_drawing_is_said_to_be_empty(corpus: Path, drawn: Read, name: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(corpus / ODD / name)
    assert caught.value.facts["reason"] == "empty_drawing"


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name",
    ["gh109_tarch_proxy.dwg", "Dynblocks_house_2018.dwg", "example_2018.dwg", "sample_AC1032.dwg"],
)
def test_dwg(corpus: Path, drawn: Read, name: str) -> None:
    parsed = drawn(corpus / "dwg" / name)
    linework = work(parsed)
    assert len(linework.segments) > 20
    assert 0 < row(parsed).width_m < 500
    if name.startswith("Dynblocks"):
        assert row(parsed).declared == "in"
    if name.startswith("gh109"):
        assert "房间" in texts(parsed)


@pytest.mark.corpus
def test_a_cut_off_drawing_is_read_or_refused(corpus: Path, drawn: Read, tmp_path: Path) -> None:
    for source in ("dxf/gh109_tarch_proxy.dxf", "dxf/sample_AC1018_binary.dxf",
                   "dwg/gh109_tarch_proxy.dwg"):  # fmt: skip
        data = (corpus / source).read_bytes()
        for share in (0.02, 0.5, 0.98):
            path = tmp_path / f"cut{Path(source).suffix}"
            path.write_bytes(data[: int(len(data) * share)])
            try:
                parsed = drawn(path)
            except InputError as error:
                assert error.facts["reason"] in ("drawing", "empty_drawing", "dwg_version")
            else:
                assert parsed.rows


@pytest.mark.parametrize("suffix", [".dxf", ".dwg"])
def test_rubbish_is_refused(drawn: Read, tmp_path: Path, suffix: str) -> None:
    chance = random.Random(7)
    for content in (b"\0" * 900, b"hello\n" * 50, b"AutoCAD Binary DXF\r\n\x1a\0" + b"\xff" * 99,
                    b"AC1032" + chance.randbytes(4_000), b"AC1006" + b"\0" * 200,
                    chance.randbytes(4_000), b"0\nSECTION\n2\nENTITIES\n0\n"):  # fmt: skip
        path = tmp_path / f"rubbish{suffix}"
        path.write_bytes(content)
        with pytest.raises(InputError) as caught:
            drawn(path)
        assert caught.value.facts["reason"] in ("drawing", "empty_drawing", "dwg_version")


def test_an_old_dwg_names_its_version(drawn: Read, tmp_path: Path) -> None:
    path = tmp_path / "old.dwg"
    path.write_bytes(b"AC1009" + b"\0" * 500)
    with pytest.raises(InputError) as caught:
        drawn(path)
    assert caught.value.facts["reason"] == "dwg_version"
    assert caught.value.facts["text"] == "AC1009"


@pytest.mark.parametrize("version", ["R2013", "R2004"])
@pytest.mark.parametrize("page", ["gbk", "utf-8"])
def test_chinese_in_bytes_the_drawing_does_not_declare(
    drawn: Read, tmp_path: Path, version: str, page: str
) -> None:
    """ANSI_1252 is declared; R2013 must be UTF-8, whatever it declares."""
    doc = ezdxf.new(version, units=6)
    doc.layers.add("LAYERNAME")
    space = doc.modelspace()
    space.add_lwpolyline([(0, 0), (20, 0), (20, 10)], dxfattribs={"layer": "LAYERNAME"})
    space.add_text("TEXTONE", height=1)
    space.add_mtext("TEXTTWO")
    path = tmp_path / "wrong page.dxf"
    doc.saveas(path)
    data = path.read_bytes()
    for name, said in (
        ("LAYERNAME", "墙体"),
        ("TEXTONE", "消防泵房"),
        ("TEXTTWO", "楼梯间\\P前室"),
    ):
        data = data.replace(name.encode(), said.encode(page))
    path.write_bytes(data)
    parsed = drawn(path)
    assert texts(parsed) == {"消防泵房", "楼梯间", "前室"}
    layers = {layer.name: layer.role for layer in work(parsed).layers}
    assert layers["墙体"] == "walls"
    is_right = (version, page) == ("R2013", "utf-8")
    assert [question.about for question in parsed.questions] == ([] if is_right else ["encoding"])
    msgspec.msgpack.encode(parsed)


def test_torn_bytes_end_in_a_result(drawn: Read, tmp_path: Path) -> None:
    """Bytes of no page, in names, texts and the header."""
    doc = ezdxf.new("R2013", units=6)
    doc.blocks.new("BLOCKNAME").add_line((0, 0), (9, 9), {"layer": "LAYERNAME"})
    doc.modelspace().add_blockref("BLOCKNAME", (0, 0))
    doc.modelspace().add_blockref("GONENAMED", (0, 0))
    doc.modelspace().add_text("TEXTONE", height=1)
    path = tmp_path / "torn.dxf"
    doc.saveas(path)
    data = path.read_bytes()
    for name in (b"LAYERNAME", b"BLOCKNAME", b"GONENAMED", b"TEXTONE", b"ANSI_1252"):
        data = data.replace(name, b"\xff\xfe\x80 \xb7\xbf" + name[-2:])
    path.write_bytes(data)
    parsed = drawn(path)
    assert "no_block" in told(parsed)
    msgspec.msgpack.encode(parsed)


def test_strays_are_left_out_and_told(drawn: Read, tmp_path: Path) -> None:
    doc = ezdxf.new("R2013", units=6)
    for n in range(200):
        doc.modelspace().add_line((n % 20, 0), (n % 20, 10))
    doc.modelspace().add_line((1e7, 1e7), (1e7 + 1, 1e7))
    path = tmp_path / "stray.dxf"
    doc.saveas(path)
    parsed = drawn(path)
    assert row(parsed).width_m == pytest.approx(19)
    assert "far_away" in told(parsed)
    low_x, _, high_x, _ = work(parsed).bounds() or (0.0, 0.0, 0.0, 0.0)
    assert high_x - low_x == pytest.approx(19, abs=0.01)


def test_hidden_layers_stay_hidden(drawn: Read, tmp_path: Path) -> None:
    doc = ezdxf.new("R2013", units=6)
    doc.layers.add("off").off()
    doc.layers.add("frozen").freeze()
    for layer in ("0", "off", "frozen"):
        doc.modelspace().add_line((0, 0), (20, 10), {"layer": layer})
    path = tmp_path / "layers.dxf"
    doc.saveas(path)
    shown = {layer.name: layer.shown for layer in work(drawn(path)).layers}
    assert shown["0"]
    assert not shown["off"]
    assert not shown["frozen"]


def test_a_drawing_crosses_the_child(
    tmp_path: Path, bring: Callable[..., list[FileReport]]
) -> None:
    """Through the process of the importer: a broken one is reported, no more."""
    path = tmp_path / "broken.dxf"
    path.write_bytes(b"\0" * 900)
    [report] = bring(path)
    assert report.error is not None
    assert report.error.facts["reason"] == "drawing"
