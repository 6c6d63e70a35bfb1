"""Looks asked for by property take hold, also after the widget is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.support.look import Look
from desktop.widgets.styled import of_kind, on_plane, typeset


def test_type_sizes(window: QWidget, look: Look) -> None:
    label = typeset(QLabel("148", window), "figure")
    label.show()
    assert label.font().pixelSize() == look.theme.sizes.figure
    typeset(label, "tiny", strong=True)
    label.ensurePolished()
    assert label.font().pixelSize() == look.theme.sizes.tiny
    assert label.font().bold()


def test_tone_colors_the_text(window: QWidget, look: Look) -> None:
    label = typeset(QLabel("x", window), tone="danger")
    label.show()
    label.ensurePolished()
    assert label.palette().windowText().color().name() == look.theme.chrome.danger


def test_plane_and_kind(window: QWidget, look: Look) -> None:
    panel = on_plane(QWidget(window), "raised")
    panel.resize(200, 80)
    button = of_kind(QPushButton("Go", panel), "primary")
    panel.show()
    image = panel.grab().toImage()
    assert (
        image.pixelColor(image.width() - 2, image.height() - 2).name() == look.theme.chrome.raised
    )
    assert button.property("kind") == "primary"
