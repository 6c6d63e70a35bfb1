"""The main window: builds its parts and ties desk, look and actions to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions.build import Actions
from desktop.canvas.look import PlanLook
from desktop.desk import Desk
from desktop.docks.feature import FeaturePanel
from desktop.support import fonts
from desktop.support.look import Look
from desktop.support.notices import Notices
from desktop.support.settings import Settings
from desktop.support.tasks import Tasks
from desktop.support.theme import Theme
from desktop.support.window_state import WindowState
from desktop.widgets.noticebar import NoticeBar
from desktop.window.beginning import Beginning
from desktop.window.bringing import Bringing
from desktop.window.doing import Doing
from desktop.window.dropping import Dropping
from desktop.window.finding import Finding
from desktop.window.fitting import Fitting
from desktop.window.laying import Laying
from desktop.window.now import now_of
from desktop.window.opening import Opening
from desktop.window.panels import Panels
from desktop.window.printing import Printing
from desktop.window.sectionpanel import SectionPanel
from desktop.window.showing import Showing
from desktop.window.sidepanel import SidePanel
from desktop.window.stage import Stage
from desktop.window.topbar import TopBar
from desktop.window.undoing import Undoing
from desktop.window.welcome import Welcome
from plans.model.feature import Feature
from plans.model.ids import BuildingId

TOOLS = (
    ("view.zoom_in", "view.zoom_out", "view.fit"),
    ("view.north", "view.building_up"),
    ("view.ghost", "view.layers", "view.legend"),
)


class MainWindow(QMainWindow):
    """One window on one binder."""

    new_window_asked = Signal(object)
    closed = Signal(object)

    def __init__(
        self, desk: Desk, look: Look, settings: Settings, state: WindowState, tasks: Tasks
    ) -> None:
        super().__init__()
        self.desk, self.look, self.settings, self.state = desk, look, settings, state
        desk.setParent(self)
        self.notices = Notices(self)
        self.actions_ = Actions(self, Doing(self))
        self.opening = Opening(desk, look, settings, state, self.notices, self)
        self.beginning = Beginning(look, settings, tasks, self.notices, self.opening.open, self)
        self.undoing = Undoing(desk, look, tasks, self.notices, self, self.refresh_actions)
        self.laying = Laying(desk, look, tasks, self.plan_look, self)
        self.bringing = Bringing(desk, look, tasks, self.notices, self.undoing, self.laying, self)
        self.printing = Printing(desk, look, tasks, self.notices, self)
        self._build()
        self.finding = Finding(desk, look, tasks, state.recent_buildings)
        panels = (self.stage, self.left, self.right)
        self.showing = Showing(
            desk, look, settings, tasks, self.notices, *panels, self.finding, self
        )
        self._connect()
        self._dropping = Dropping(self, self.opening.open, self.bringing.bring)
        self._fitting = Fitting(self)
        self.lay_out()
        self._theme_changed(look.theme)
        self._language_changed()
        self._binder_opened()

    def _build(self) -> None:
        theme = self.look.theme
        panel = FeaturePanel(self.desk.catalog, theme, self.desk.photo)
        tools = [[self.actions_[name] for name in group] for group in TOOLS]
        self.stage = Stage(self.plan_look(), panel, tools, self)
        self.top = TopBar(theme, self.desk.now, self)
        steps = [
            self.actions_[name]
            for name in ("go.site", "go.floor_up", "go.floor_down", "go.first_floor")
        ]
        self.left = SectionPanel(theme, steps, self)
        self.right = SidePanel(self.desk.catalog, theme, self)
        parts = self.left, self.stage, self.right
        self._split = Panels(parts, self.state, theme, self)
        begin = [self.actions_[name] for name in ("file.open", "file.new", "file.sample")]
        self.welcome = Welcome(begin, self.state.recent_binders, self)
        central = QWidget(self)
        self._body = QStackedWidget(central)
        self._body.addWidget(self._split)
        self._body.addWidget(self.welcome)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._body, 1)
        self.setCentralWidget(central)
        self.top.fill_menu(self.actions_)
        self._notice_bar = NoticeBar(self.notices, self._body, self.stage)

    def _connect(self) -> None:
        self.top.search.asked.connect(self._search)
        self.top.search.building_chosen.connect(self.open_building)
        self.left.buildings.building_chosen.connect(self.open_building)
        self.welcome.binder_chosen.connect(self.opening.open)
        self.left.section.floor_chosen.connect(self.desk.open_floor)
        self.top.theme_asked.connect(self.look.switch_theme)
        self.top.language_asked.connect(self.look.switch_language)
        self.look.theme_changed.connect(self._theme_changed)
        self.look.language_changed.connect(self._language_changed)
        self.settings.changed.connect(self._setting_changed)
        self.desk.binder_opened.connect(self._binder_opened)
        self.desk.place_opened.connect(self.refresh_actions)
        self.desk.building_opened.connect(self.refresh_actions)
        self.desk.selection_changed.connect(self.refresh_actions)
        self.stage.canvas.chosen.connect(self._chosen)
        self.stage.panel.closed.connect(self.desk.deselect)
        self.stage.legend.layer_toggled.connect(self.toggle_layer)
        self.bringing.finished.connect(self.showing.redraw)

    # the desk

    def open_building(self, building_id: str) -> None:
        """Show a building and remember it as the newest."""
        self.desk.open_building(BuildingId(building_id))
        self.state.keep_building(self.desk.open.id, building_id)
        self.stage.canvas.setFocus()

    def close_binder(self) -> None:
        """Clear the desk."""
        self.desk.close_binder()
        self._binder_opened()

    def _binder_opened(self) -> None:
        binder = self.desk.binder
        self.top.set_title(binder.title if binder else "")
        self.setWindowTitle((f"{binder.title} — " if binder else "") + self.tr("Preplan Desk"))
        self.top.search.setEnabled(binder is not None)
        self._body.setCurrentIndex(0 if binder else 1)
        self.welcome.refresh()
        self.showing.binder_changed()
        self.refresh_actions()

    def _search(self, query: str) -> None:
        self.top.search.show_hits(self.finding.hits(query))

    def _chosen(self, feature: Feature | None) -> None:
        building_id = self.showing.building_of(feature)
        if building_id:
            self.open_building(building_id)
        else:
            self.desk.select(feature)

    # the look

    def plan_look(self) -> PlanLook:
        """How plans are drawn for this person now."""
        return PlanLook(
            theme=self.look.theme,
            catalog=self.desk.catalog,
            family=fonts.family(),
            symbol_scale=self.settings.number("symbol_scale") / 100,
            text_scale=self.settings.number("text_scale") / 100,
            dpr=self.devicePixelRatioF(),
        )

    def _theme_changed(self, theme: Theme) -> None:
        for part in (self._split, self.stage, self.top, self.left, self.right):
            part.set_theme(theme)
        self.stage.canvas.picture.set_look(self.plan_look())
        self.stage.canvas.refresh()
        self.showing.show_legend()
        self.refresh_actions()

    def _language_changed(self) -> None:
        self.top.retranslate(self.look.language == "zh")
        self.stage.canvas.language = self.look.language
        self.left.retranslate()
        self.right.retranslate()
        self._binder_opened()

    def _setting_changed(self, key: str) -> None:
        if key in ("symbol_scale", "text_scale"):
            self._theme_changed(self.look.theme)
        elif key == "ghost_floor":
            self.showing.show_place()
        elif key == "legend_open":
            self.showing.show_legend()
        self.refresh_actions()

    def toggle_layer(self, layer: str, _checked: bool = False) -> None:
        """Hide or show a layer."""
        picture = self.stage.canvas.picture
        picture.hide_layers(picture.hidden ^ {layer})
        self.stage.canvas.refresh()
        self.showing.show_legend()
        self.refresh_actions()

    def show_left(self, shown: bool) -> None:
        """Show or hide the section."""
        self.left.setVisible(shown)
        self.refresh_actions()

    def show_right(self, shown: bool) -> None:
        """Show or hide the card."""
        self.right.setProperty("wanted", shown)
        self.right.setVisible(shown and self.desk.building is not None)
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Enable actions by what the window shows."""
        self.actions_.refresh(now_of(self))

    def lay_out(self) -> None:
        """Put the window where it stood last."""
        self._fitting.place(self.state.geometry("main"))
        self._split.lay_out()

    def lay_out_anew(self) -> None:
        """The layout of the first start."""
        self._fitting.place()
        self._split.lay_out()
        self.show_left(True)
        self.show_right(True)

    # Qt's own methods

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._theme_changed(self.look.theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.state.keep_geometry("main", self.saveGeometry())
        self.state.sync()
        self.desk.close_binder()
        self.closed.emit(self)
        event.accept()
