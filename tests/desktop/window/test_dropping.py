"""Files dropped on a window: a binder is opened, known files are imported, others refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.window.dropping import Dropping

HOW = Qt.DropAction.CopyAction
BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dropped(window: QWidget, *names: str) -> bool:
    """Whether the window took the drag of those files, which were then dropped."""
    data = QMimeData()
    data.setUrls([QUrl(name) if "://" in name else QUrl.fromLocalFile(name) for name in names])
    enter = QDragEnterEvent(QPoint(10, 10), HOW, data, BUTTON, PLAIN)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(10, 10), HOW, data, BUTTON, PLAIN))
    return enter.isAccepted()


@pytest.mark.parametrize(
    ("names", "opens", "brings"),
    [
        (["/x/a.binder", "/x/b.csv"], ["a.binder"], []),
        (["/x/A.BINDER"], ["A.BINDER"], []),
        (["/x/a.csv", "/x/b.GeoJSON", "/x/c.exe"], [], ["a.csv", "b.GeoJSON"]),
    ],
)
def test_what_a_drop_does(
    window: QWidget, names: list[str], opens: list[str], brings: list[str]
) -> None:
    opened: list[str] = []
    brought: list[str] = []
    Dropping(
        window,
        lambda path: opened.append(path.name),
        lambda paths: brought.extend(path.name for path in paths),
    )
    assert dropped(window, *names)
    assert (opened, brought) == (opens, brings)


def test_what_is_of_no_use_is_refused(window: QWidget, tmp_path: Path) -> None:
    brought: list[object] = []
    Dropping(window, brought.append, brought.append)
    assert not dropped(window, "/x/a.exe")
    assert not dropped(window, "https://example.org/a.csv")
    assert dropped(window, str(tmp_path))
    assert brought == [[tmp_path]]
