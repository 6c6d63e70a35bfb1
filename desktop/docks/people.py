"""Who is near and on duty now: stations by distance, their people, telephones and kit."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.support.theme import Theme
from desktop.support.wording import word
from desktop.widgets.rich import bold, colored, safe
from desktop.widgets.styled import on_plane
from plans.analysis.nearby import Duty, Near
from plans.model.appliance import Appliance
from plans.model.catalog import Catalog, Styled

COMPASS = (
    ("北", "N"),
    ("东北", "NE"),
    ("东", "E"),
    ("东南", "SE"),
    ("南", "S"),
    ("西南", "SW"),
    ("西", "W"),
    ("西北", "NW"),
)


def compass(bearing_deg: float, language: str) -> str:
    """A bearing (degrees clockwise from north) as one of eight directions."""
    zh, en = COMPASS[round(bearing_deg / 45) % 8]
    return zh if language == "zh" else en


class People(QScrollArea):
    """A list of stations; the nearest first."""

    def __init__(self, catalog: Catalog, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._theme = theme
        self._near: list[Near] = []
        self._appliances: list[Appliance] = []
        self._now = dt.datetime.now()
        self._language = "zh"
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._renew()

    def show_near(
        self, near: list[Near], appliances: list[Appliance], now: dt.datetime, language: str
    ) -> None:
        """Show stations as of a moment (local time)."""
        self._near, self._appliances, self._now, self._language = near, appliances, now, language
        self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.widget() is None:
            self._fill()

    def _renew(self) -> None:
        """Fill anew, or when it is next looked at: unseen labels make every restyling slow."""
        if self.isVisible():
            self._fill()
        elif (old := self.takeWidget()) is not None:
            old.deleteLater()

    def _fill(self) -> None:
        content = on_plane(QWidget(), "surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(0)
        head = self._label(
            self.tr("On duty at {time}").format(time=self._now.strftime("%Y-%m-%d %H:%M")),
            "tiny",
            self._theme.chrome.text_dim,
        )
        head.setContentsMargins(0, 0, 0, 6)
        column.addWidget(head)
        if not self._near:
            column.addWidget(
                self._label(
                    self.tr("No stations are recorded. Import a roster (File › Import)."),
                    "body",
                    self._theme.chrome.text_dim,
                )
            )
        for near in self._near:
            column.addWidget(self._station(near))
        column.addStretch(1)
        self.setWidget(content)

    def _station(self, near: Near) -> QWidget:
        station, chrome = near.station, self._theme.chrome
        kind = self._catalog.stations.get(station.kind)
        box = QFrame()
        box.setObjectName("stationBox")
        box.setStyleSheet(f"#stationBox {{ border-top: 1px solid {chrome.line}; }}")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        role = self._theme.hex(kind.role) if kind and kind.role else chrome.text
        said = kind.text_in(self._language) if kind else ""
        name = bold(station.name_in(self._language))
        column.addWidget(self._rich(f"{name} {colored(f'· {said}', role)}"))
        column.addWidget(self._rich(self._where(near), dim=True))
        for duty in near.on_duty:
            column.addWidget(self._rich(self._duty(duty)))
        if not near.on_duty and station.kind in ("fire_station", "micro_main"):
            nobody = self.tr("Nobody is on the roster for now")
            column.addWidget(self._rich(colored(nobody, chrome.warn)))
        vehicles = [a for a in self._appliances if a.station_id == station.id]
        if vehicles:
            column.addWidget(self._rich(self._vehicles(vehicles)))
        if station.kit:
            column.addWidget(self._rich(self._kit(near), dim=True))
        return box

    def _duty(self, duty: Duty) -> str:
        dim = self._theme.chrome.text_dim
        post = self._row_text(self._catalog.posts, duty.post)
        parts = [safe(duty.person.name), colored(post, dim)]
        if duty.person.telephone:
            parts.append(bold(duty.person.telephone))
        ends = self.tr("until {time}").format(time=duty.until.strftime("%H:%M"))
        return " ".join([*parts, colored(ends, dim)])

    def _where(self, near: Near) -> str:
        """How far and where, always saying what sort of distance it is."""
        station, far = near.station, near.straight_line_m
        if far == 0.0:
            first = self.tr("In this building")
        else:
            text = f"{far / 1000:.1f} km" if far >= 1000 else f"{far:.0f} m"
            kind = word("distance.straight_line", self._language)
            first = f"{text} {compass(near.bearing_deg, self._language)} ({kind})"
        parts = [safe(first)]
        parts += [safe(part) for part in (station.floor_label, station.district) if part]
        if station.telephone:
            parts.append(bold(station.telephone))
        return " · ".join(parts)

    def _vehicles(self, vehicles: list[Appliance]) -> str:
        orange, dim = self._theme.hex("aerial"), self._theme.chrome.text_dim
        parts = []
        for vehicle in vehicles:
            cls = self._row_text(self._catalog.classes, vehicle.cls)
            name = safe(vehicle.call_sign or vehicle.name)
            parts.append(f"{colored('▪', orange)} {name} {colored(cls, dim)}")
        return " &nbsp;".join(parts)

    def _kit(self, near: Near) -> str:
        today = self._now.date()
        parts = []
        for item in near.station.kit:
            text = f"{self._row_text(self._catalog.kit, item.item)} ×{item.count}"
            if item.expires_on is not None and item.expires_on < today:
                expired = f"{text} {self.tr('expired')}"
                parts.append(colored(expired, self._theme.chrome.missing))
            else:
                parts.append(safe(text))
        return safe(self.tr("Kit: ")) + ("、" if self._language == "zh" else ", ").join(parts)

    def _row_text(self, table: dict[str, Styled], key: str) -> str:
        row = table.get(key)
        return row.text_in(self._language) if row else key

    def _label(self, text: str, size: str, color: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setStyleSheet(f"color: {color}; font-size: {getattr(self._theme.sizes, size)}px;")
        return label

    def _rich(self, html: str, dim: bool = False) -> QLabel:
        label = QLabel(html)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if dim:
            color = QColor(self._theme.chrome.text_dim).name()
            label.setStyleSheet(f"color: {color}; font-size: {self._theme.sizes.tiny}px;")
        return label
