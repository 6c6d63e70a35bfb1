"""Golden files: what was drawn when somebody last looked at it and was content.

`pytest --update-golden tests/golden` keeps what is drawn now; look at it before committing it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

HERE = Path(__file__).resolve().parent
SHARE, LEVELS = 0.995, 2
"""That share of the pixels may not be further off than that many levels of a channel."""

KeepsText = Callable[[str, str], None]
KeepsPicture = Callable[[str, QImage], None]


@pytest.fixture
def same_text(request: pytest.FixtureRequest) -> KeepsText:
    """`same_text(name, text)`: the text is what `name.txt` holds."""

    def compare(name: str, text: str) -> None:
        kept = HERE / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            kept.write_text(text + "\n", encoding="utf-8", newline="\n")
        assert text.split("\n") == kept.read_text(encoding="utf-8").rstrip("\n").split("\n")

    return compare


@pytest.fixture
def same_picture(request: pytest.FixtureRequest) -> KeepsPicture:
    """`same_picture(name, image)`: the image is what `name.png` holds, or nearly.

    What differs is kept beside the test's other files, under pytest's base folder. Fonts are
    drawn a little differently on every system, so pictures are compared on Linux only.
    """
    if sys.platform != "linux":
        pytest.skip("pictures are compared on Linux")
    folder = request.getfixturevalue("tmp_path")

    def compare(name: str, image: QImage) -> None:
        kept = HERE / f"{name}.png"
        if request.config.getoption("--update-golden"):
            assert image.save(str(kept))
        old, new = pixels(QImage(str(kept))), pixels(image)
        assert old.shape == new.shape
        off = np.abs(old.astype(int) - new.astype(int)).max(axis=2)
        alike = float((off <= LEVELS).mean())
        if alike < SHARE:
            image.save(str(folder / f"{name}-now.png"))
            shown = np.where(off > LEVELS, 0, 255).astype(np.uint8)
            height, width = shown.shape
            QImage(shown.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).save(
                str(folder / f"{name}-difference.png")
            )
        assert alike >= SHARE, f"{alike:.2%} of {name} is as it was; see {folder}"

    return compare


def pixels(image: QImage) -> np.ndarray:
    """An image as an array (height, width, 3) of red, green, blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()
