"""Underlays of the open floor: read once, drawn beneath its features, their layers switched."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from desktop.canvas.look import PlanLook
from desktop.canvas.pictureunderlay import AnyUnderlay, PicturePainter
from desktop.canvas.styles import Styles
from desktop.canvas.underlay import UnderlayPainter
from plans.binder import Binder
from plans.model import linework, pyramid
from plans.model.attachment import LINEWORK, PICTURE, Underlay
from plans.model.floor import Floor
from plans.model.ids import UnderlayId
from plans.model.linework import Linework
from plans.model.pyramid import Pyramid

KEPT = 6
Drawn = Linework | Pyramid
READERS: dict[str, Callable[[bytes], Drawn]] = {
    LINEWORK: linework.decoded,
    PICTURE: pyramid.decoded,
}


class Underlays:
    """Reads drawings and pictures by their hash; remembers which layers this window hides."""

    def __init__(self) -> None:
        self._read: OrderedDict[str, Drawn] = OrderedDict()
        self._hidden: dict[UnderlayId, frozenset[int]] = {}

    def of(self, binder: Binder, floor: Floor) -> list[tuple[Underlay, Drawn]]:
        """The drawings beneath a floor, its typical floor's first; damaged ones raise
        `ValueError`."""
        places = [floor.typical] if floor.typical else []
        found = []
        for place in (*places, floor.id):
            for underlay in binder.attachments.underlays(place):
                if underlay.media_type in READERS:
                    found.append((underlay, self._read_blob(binder, underlay)))
        return found

    def painters(
        self,
        found: list[tuple[Underlay, Drawn]],
        styles: Styles,
        look: PlanLook,
        *,
        dimmed: bool,
    ) -> list[AnyUnderlay]:
        """Painters for them, their hidden layers as the user left them."""
        painters: list[AnyUnderlay] = []
        for underlay, drawn in found:
            painter: AnyUnderlay
            if isinstance(drawn, Pyramid):
                night = look.theme.name == "night"
                painter = PicturePainter(drawn, underlay.matrix, night=night, dimmed=dimmed)
            else:
                painter = UnderlayPainter(
                    drawn, underlay.matrix, styles, look.family, dimmed=dimmed
                )
            painter.hidden = self._hidden.get(underlay.id, painter.hidden)
            painters.append(painter)
        return painters

    def hidden(self, underlay: Underlay, drawn: Drawn) -> frozenset[int]:
        """Layers (by index) that are not drawn; a picture is one layer, 0."""
        layers = drawn.layers if isinstance(drawn, Linework) else ()
        own = frozenset(i for i, layer in enumerate(layers) if not layer.shown)
        return self._hidden.get(underlay.id, own)

    def toggle(self, underlay: Underlay, drawn: Drawn, layer: int) -> None:
        """Show a layer that is hidden, hide one that is shown."""
        self._hidden[underlay.id] = self.hidden(underlay, drawn) ^ {layer}

    def _read_blob(self, binder: Binder, underlay: Underlay) -> Drawn:
        sha256 = underlay.sha256
        if sha256 not in self._read:
            self._read[sha256] = READERS[underlay.media_type](binder.attachments.blob(sha256))
            while len(self._read) > KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(sha256)
        return self._read[sha256]
