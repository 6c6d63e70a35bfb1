"""The layers menu: what of the plan is shown, by layer; then the layers of its underlays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from plans.model.pyramid import Pyramid

if TYPE_CHECKING:
    from desktop.window.main import MainWindow


def layers_menu(window: MainWindow) -> QMenu:
    """A menu with a tick for each layer that is shown."""
    menu = QMenu(window)
    hidden = window.stage.canvas.picture.hidden
    for row in window.desk.catalog.layers:
        layer = row if window.desk.floor is None else row.on_floor
        action = menu.addAction(layer.text_in(window.look.language))
        action.setCheckable(True)
        action.setChecked(layer.id not in hidden)
        action.triggered.connect(partial(window.toggle_layer, layer.id))
    showing = window.showing
    for underlay, drawn in showing.underlay_layers():
        name = underlay.name.replace("&", "&&")
        if isinstance(drawn, Pyramid):
            layers, into = [name], menu
        else:
            layers = [layer.name.replace("&", "&&") for layer in drawn.layers]
            into = menu.addMenu(name)
        for index, text in enumerate(layers):
            action = into.addAction(text)
            action.setCheckable(True)
            action.setChecked(not showing.is_underlay_layer_hidden(underlay, drawn, index))
            action.triggered.connect(partial(showing.toggle_underlay_layer, underlay, drawn, index))
    return menu
