"""The layers menu: a tick for each layer that is shown."""

from __future__ import annotations

from desktop.window.layersmenu import layers_menu
from desktop.window.main import MainWindow
from plans.model.building import Building


def test_ticks_follow_the_picture(main: MainWindow) -> None:
    main.toggle_layer("water")
    menu = layers_menu(main)
    layers = main.desk.catalog.layers
    ticks = {a.text(): a.isChecked() for a in menu.actions()[: len(layers)]}
    assert ticks == {layer.en: layer.id != "water" for layer in layers}
    menu.deleteLater()


def test_a_floor_names_its_layers_itself(main: MainWindow, house: Building) -> None:
    main.open_building(house.id)
    main.desk.step_floor(1)
    menu = layers_menu(main)
    assert menu.actions()[0].text() == main.desk.catalog.layers[0].on_floor.en
    menu.deleteLater()
