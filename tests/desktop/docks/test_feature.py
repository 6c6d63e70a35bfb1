"""The feature panel: kind, label, facts with their trust, photos; a new kind without code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
import shapely
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.docks.feature import FeaturePanel
from desktop.docks.trust import trust_text
from desktop.support.look import Look
from desktop.support.theme import Theme, load_theme
from desktop.widgets.trust import TrustMark
from plans.model.attachment import Attachment
from plans.model.catalog import Catalog, Kind
from plans.model.fact import Fact, Trust
from plans.model.feature import Feature
from plans.model.ids import AttachmentId, FeatureId, FloorId

Photos = dict[str, tuple[Attachment, bytes]]


@pytest.fixture
def photos() -> Photos:
    return {}


@pytest.fixture
def panel_of(
    qtbot: QtBot, day: Theme, photos: Photos, look: Look
) -> Callable[[Catalog], FeaturePanel]:
    def make(catalog: Catalog) -> FeaturePanel:
        assert look.language == "en"
        panel = FeaturePanel(catalog, day, photos.get)
        qtbot.addWidget(panel)
        return panel

    return make


@pytest.fixture
def panel(panel_of: Callable[[Catalog], FeaturePanel], catalog: Catalog) -> FeaturePanel:
    return panel_of(catalog)


def feature(kind: str, **more: object) -> Feature:
    return Feature(
        id=FeatureId("f"), place=FloorId("p"), kind=kind, shape=shapely.Point(0, 0), **more  # type: ignore[arg-type]
    )  # fmt: skip


def said(panel: FeaturePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if not label.isHidden())


def test_kind_label_note_and_facts(panel: FeaturePanel, catalog: Catalog, today: dt.date) -> None:
    kind = catalog.kinds["hydrant.municipal"]
    key = kind.facts[0]
    fact = Fact(
        key=key, value=300, source="水务图", verified_by="某甲", verified_on=dt.date(2026, 8, 1)
    )
    panel.show_feature(feature(kind.id, label="栓1", label_en="H1", facts=(fact,)), "en", today)
    assert panel.isVisibleTo(panel.parentWidget()) or not panel.isHidden()
    text = said(panel)
    for part in ("H1", kind.en, kind.note_en, catalog.facts[key].en, "300"):
        assert part in text
    marks = [mark for mark in panel.findChildren(TrustMark) if not mark.isHidden()]
    assert any("水务图" in mark.toolTip() for mark in marks)


def test_what_nobody_recorded_is_missing(
    panel: FeaturePanel, catalog: Catalog, today: dt.date
) -> None:
    panel.show_feature(feature("hydrant.municipal"), "zh", today)
    assert trust_text(Trust.MISSING, "zh") in said(panel)


def test_a_kind_added_as_a_row_has_its_rows(
    panel_of: Callable[[Catalog], FeaturePanel], catalog: Catalog, today: dt.date
) -> None:
    row = Kind(
        id="foghorn", zh="雾角", en="Foghorn", layer="site", form="point", symbol="aed",
        role="people", facts=("phone", "note"), note_en="Sounds in fog.",
    )  # fmt: skip
    grown = msgspec.structs.replace(catalog, kinds={**catalog.kinds, row.id: row})
    panel = panel_of(grown)
    panel.show_feature(feature("foghorn", facts=(Fact(key="phone", value="000"),)), "en", today)
    text = said(panel)
    for part in ("Foghorn", "Sounds in fog.", catalog.facts["phone"].en, "000"):
        assert part in text


def test_unknown_kinds_and_facts_are_shown_as_they_are(panel: FeaturePanel, today: dt.date) -> None:
    panel.show_feature(feature("martian", facts=(Fact(key="tentacles", value=7),)), "en", today)
    assert "martian" in said(panel)
    assert "tentacles" in said(panel)


def test_the_cross_closes_and_none_hides(panel: FeaturePanel, qtbot: QtBot, today: dt.date) -> None:
    panel.show_feature(feature("aed"), "en", today)
    close = next(b for b in panel.findChildren(QToolButton) if b.accessibleName())
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    panel.show_feature(None, "en", today)
    assert panel.isHidden()


def png(width: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, width // 2, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def photo(**more: object) -> Attachment:
    return Attachment(
        id=AttachmentId("a"), name="p.png", media_type="image/png", sha256="0", **more  # type: ignore[arg-type]
    )  # fmt: skip


def test_photos_are_shown_with_caption_and_day(
    panel: FeaturePanel, photos: Photos, today: dt.date
) -> None:
    taken = dt.date(2026, 5, 1)
    photos["a"] = photo(caption="南门", caption_en="South gate", taken_on=taken), png(900)
    panel.show_feature(feature("gate", photos=(AttachmentId("a"), AttachmentId("z"))), "en", today)
    pictures = [
        label for label in panel.findChildren(QLabel) if label.accessibleName() == "South gate"
    ]
    assert len(pictures) == 1
    assert 0 < pictures[0].pixmap().deviceIndependentSize().width() <= panel.width()
    assert "South gate · 2026-05-01" in said(panel)


def test_a_broken_photo_is_said(panel: FeaturePanel, photos: Photos, today: dt.date) -> None:
    photos["a"] = photo(), b"not a picture"
    panel.show_feature(feature("gate", photos=(AttachmentId("a"),)), "en", today)
    assert "p.png" in said(panel)


def test_strangers_texts_are_no_markup(
    panel: FeaturePanel, photos: Photos, today: dt.date, hostile: str
) -> None:
    photos["a"] = photo(caption=hostile), b""
    strange = feature(
        "aed",
        label=hostile,
        facts=(Fact(key="note", value=hostile, source=hostile), Fact(key=hostile, value="1")),
        photos=(AttachmentId("a"),),
    )
    panel.show_feature(strange, "zh", today)
    panel.grab()
    for label in panel.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText:
            assert "<img" not in label.text()
            assert "<b>粗" not in label.text()
        assert "<img" not in label.toolTip()
    panel.set_theme(load_theme("night"))
    panel.grab()
