"""What this program is, its version, and whose work it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.support.log import log_folder
from desktop.widgets.styled import on_plane, typeset

STANDS_ON: Final = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Noto Sans SC", "OFL-1.1"),
    ("Shapely, GEOS", "BSD-3-Clause, LGPL-2.1"),
    ("PROJ, pyproj", "MIT"),
    ("SQLite, SQLAlchemy, Alembic", "public domain, MIT"),
)


def program_version() -> str:
    """The installed version; a bare checkout has none."""
    try:
        return version("preplan-desk")
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """A few lines and a button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Preplan Desk"))
        on_plane(self, "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(4)
        column.addWidget(typeset(QLabel("Preplan Desk  预案台", self), "title"))
        number = program_version()
        about = self.tr("Version {number}").format(number=number) if number else ""
        column.addWidget(typeset(QLabel(f"{about}   Qt {qVersion()}".strip(), self), tone="dim"))
        column.addSpacing(12)
        says = QLabel(
            self.tr("Opens a building's pre-plan in seconds, with no network, and stays on this "
                    "machine: nothing is sent anywhere."),
            self,
        )  # fmt: skip
        says.setWordWrap(True)
        column.addWidget(says)
        column.addSpacing(12)
        for name, licence in STANDS_ON:
            column.addWidget(typeset(QLabel(f"{name} — {licence}", self), "tiny", tone="dim"))
        column.addSpacing(8)
        where = self.tr("Log: {folder}").format(folder=log_folder())
        log = typeset(QLabel(where, self), "tiny", tone="dim")
        log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        log.setWordWrap(True)
        column.addWidget(log)
        column.addSpacing(12)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(460)
