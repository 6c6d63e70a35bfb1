"""Underlays of the open floor: read once, drawn beneath its features, their layers switched."""

from __future__ import annotations

from collections import OrderedDict

from desktop.canvas.look import PlanLook
from desktop.canvas.styles import Styles
from desktop.canvas.underlay import UnderlayPainter
from plans.binder import Binder
from plans.model.attachment import LINEWORK, Underlay
from plans.model.floor import Floor
from plans.model.ids import UnderlayId
from plans.model.linework import Linework, decoded

KEPT = 6


class Underlays:
    """Reads linework by its hash and remembers which layers are switched off in this window."""

    def __init__(self) -> None:
        self._read: OrderedDict[str, Linework] = OrderedDict()
        self._hidden: dict[UnderlayId, frozenset[int]] = {}

    def of(self, binder: Binder, floor: Floor) -> list[tuple[Underlay, Linework]]:
        """The drawings beneath a floor, its typical floor's first; damaged ones raise
        `ValueError`."""
        places = [floor.typical] if floor.typical else []
        found = []
        for place in (*places, floor.id):
            for underlay in binder.attachments.underlays(place):
                if underlay.media_type == LINEWORK:
                    found.append((underlay, self._linework(binder, underlay.sha256)))
        return found

    def painters(
        self,
        found: list[tuple[Underlay, Linework]],
        styles: Styles,
        look: PlanLook,
        *,
        dimmed: bool,
    ) -> list[UnderlayPainter]:
        """Painters for them, their hidden layers as the user left them."""
        painters = []
        for underlay, linework in found:
            painter = UnderlayPainter(linework, underlay.matrix, styles, look.family, dimmed=dimmed)
            painter.hidden = self._hidden.get(underlay.id, painter.hidden)
            painters.append(painter)
        return painters

    def hidden(self, underlay: Underlay, linework: Linework) -> frozenset[int]:
        """Layers (by index) that are not drawn."""
        own = frozenset(i for i, layer in enumerate(linework.layers) if not layer.shown)
        return self._hidden.get(underlay.id, own)

    def toggle(self, underlay: Underlay, linework: Linework, layer: int) -> None:
        """Show a layer that is hidden, hide one that is shown."""
        self._hidden[underlay.id] = self.hidden(underlay, linework) ^ {layer}

    def _linework(self, binder: Binder, sha256: str) -> Linework:
        if sha256 not in self._read:
            self._read[sha256] = decoded(binder.attachments.blob(sha256))
            while len(self._read) > KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(sha256)
        return self._read[sha256]
