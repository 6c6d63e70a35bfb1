"""Which building and floor a drawing shows: one of the binder, or a new one by its name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.dialogs.floor import FloorDialog

FLOORS = {"a": ["2F", "1F"], "b": ["B1"]}


def asked(window: QWidget) -> FloorDialog:
    named = [("a", "Tower"), ("b", "Podium")]
    return FloorDialog("Which?", named, lambda id_: FLOORS.get(id_, []), window)


def test_a_building_offers_its_floors(window: QWidget) -> None:
    dialog = asked(window)
    assert (dialog.building_id, dialog.floor_label) == ("a", "1F")
    dialog.building.setEditText("Podium")
    assert dialog.building_id == "b"
    assert [dialog.floor.itemText(at) for at in range(dialog.floor.count())] == ["B1"]


def test_another_name_is_a_new_building(window: QWidget) -> None:
    dialog = asked(window)
    dialog.building.setEditText(" Annex ")
    dialog.floor.setEditText("3F")
    assert (dialog.building_id, dialog.building_name, dialog.floor_label) == ("", "Annex", "3F")
    dialog.floor.setEditText("")
    assert not dialog._go.isEnabled()
