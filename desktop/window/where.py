"""Where dropped or chosen files go: to the open floor, to one named now, or where they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from desktop.desk import Desk
from plans.binder import Binder
from plans.importing.endings import PICTURES
from plans.model.attachment import Underlay
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.ids import SITE, BuildingId

if TYPE_CHECKING:
    from plans.importing.draft import Draft

TELLING = (".csv", ".tsv", ".xlsx", ".xlsm", ".ifc", ".ifczip", ".inp")
"""Tables, models and networks say themselves where their things are."""
DRAWINGS = (".dxf", ".dwg", ".pdf", *PICTURES)
UNITS = (
    ("mm", QT_TRANSLATE_NOOP("Bringing", "Millimetres (mm)")),
    ("cm", QT_TRANSLATE_NOOP("Bringing", "Centimetres (cm)")),
    ("m", QT_TRANSLATE_NOOP("Bringing", "Metres (m)")),
    ("in", QT_TRANSLATE_NOOP("Bringing", "Inches (in)")),
    ("ft", QT_TRANSLATE_NOOP("Bringing", "Feet (ft)")),
)


def ask_where(files: list[Path], desk: Desk, window: QWidget) -> str | None:
    """The label of the floor for files; "" is wherever they say. None: the user turned back.

    A drawing is laid beneath a floor of the open building, or beneath those its titles name;
    without a building "" is answered and the import says what is missing.
    """
    suffixes = {path.suffix.lower() for path in files}
    if suffixes <= set(TELLING):
        return ""
    if desk.floor is not None:
        return _this_floor(desk.floor.label, window)
    if suffixes <= set(DRAWINGS) and desk.building is not None:
        labels = [floor.label for floor in reversed(desk.floors)]
        ground = desk.ground_floor().label if desk.floors else "1F"
        by_title = _tr("As its titles say")
        label, chosen = QInputDialog.getItem(
            window,
            _tr("Import drawing"),
            _tr("Which floor does the drawing show? A new label makes a new floor."),
            [*(labels or ["1F"]), by_title],
            labels.index(ground) if ground in labels else 0,
        )
        if chosen and label == by_title:
            return ""
        return label.strip() if chosen and label.strip() else None
    return ""


def ask_unit(window: QWidget) -> str:
    """The unit of a drawing; empty when the user turned back."""
    names = {QCoreApplication.translate("Bringing", str(text)): unit for unit, text in UNITS}
    name, chosen = QInputDialog.getItem(
        window, _tr("Import drawing"), _tr("In which unit is it drawn?"), list(names), 0, False
    )
    return names[name] if chosen else ""


def targets(binder: Binder, draft: Draft) -> set[str]:
    """The ids of the buildings a draft goes into, `SITE` for the site. May be asked on a worker."""
    floors = {record.id: record for record in draft.records if isinstance(record, Floor)}
    places = {record.place for record in draft.records if isinstance(record, (Feature, Underlay))}
    found = {record.id for record in draft.records if isinstance(record, Building)}
    found |= {floor.building_id for floor in floors.values()}
    rest = {place for place in places if place != SITE and place not in floors}
    found |= {floor.building_id for floor in binder.library.floors_by_id(rest)}
    return {str(id_) for id_ in found} | ({str(SITE)} if SITE in places else set())


def target_names(binder: Binder, found: set[str], language: str) -> list[str]:
    """What a notice calls those targets, buildings first."""
    rows = binder.library.rows([BuildingId(id_) for id_ in found if id_ != SITE])
    names = sorted(row.name_in(language) for row in rows)
    return [*names, *([_tr("the site")] if SITE in found else [])]


def _this_floor(label: str, window: QWidget) -> str | None:
    box = QMessageBox(window)
    box.setWindowTitle(_tr("Import files"))
    box.setText(_tr("Do these files belong to floor {floor}?").format(floor=label))
    role = QMessageBox.ButtonRole
    here = box.addButton(_tr("To floor {floor}").format(floor=label), role.YesRole)
    there = box.addButton(_tr("Where the files say"), role.NoRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return label if chosen is here else "" if chosen is there else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Bringing", text)
