"""How a plan is drawn for a person: sizes as shares of the normal ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.canvas.look import PlanLook
from desktop.canvas.picture import Picture


def test_symbols_and_texts_grow_with_the_look(picture: Picture, plan_look: PlanLook) -> None:
    def sizes() -> tuple[float, float]:
        picture.place_notes()
        notes = picture.notes
        return (
            max(note.size_px for note in notes if not note.lines),
            max(note.size_px for note in notes if note.lines),
        )

    before = sizes()
    picture.set_look(replace(plan_look, symbol_scale=1.5, text_scale=1.3))
    assert sizes() == pytest.approx((before[0] * 1.5, before[1] * 1.3))
