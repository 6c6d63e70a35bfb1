"""From desk to views: what is open is read, drawn and put on every panel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.canvas.camera import Box
from desktop.canvas.scene import Scene
from desktop.desk import Desk
from desktop.support.look import Look
from desktop.support.notices import Level, Notices
from desktop.support.settings import Settings
from desktop.support.tasks import Tasks
from desktop.support.wording import sentence
from desktop.window.finding import Finding
from desktop.window.overplan import OverPlan
from desktop.window.overview import Overview, alike, grown, overview, within
from desktop.window.plansource import Plan, floor_plan, ghost_scene, is_wide
from desktop.window.sectionpanel import SectionPanel
from desktop.window.sidepanel import SidePanel
from desktop.window.sitereading import SiteReading
from desktop.window.stage import Stage
from desktop.window.underlays import Drawn, Underlays
from plans.analysis.completeness import completeness
from plans.analysis.nearby import stations_near
from plans.binder import Binder
from plans.binder.sections import section_of
from plans.errors import PlansError
from plans.model.attachment import Underlay
from plans.model.feature import Feature
from plans.model.ids import SITE, BuildingId, FloorId

READ_AROUND_M = 220.0
"""How much more of the site is read than is seen, so that a pan meets no edge."""


class Showing(QObject):
    """Follows the desk and the look."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        settings: Settings,
        tasks: Tasks,
        notices: Notices,
        stage: Stage,
        left: SectionPanel,
        right: SidePanel,
        finding: Finding,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._look, self._settings, self._tasks = desk, look, settings, tasks
        self._notices, self._finding = notices, finding
        self._stage, self._left, self._right = stage, left, right
        self._plan: Plan | None = None
        self._reading = SiteReading(tasks, self)
        self._reading.read.connect(self._site_read)
        self._reading.failed.connect(self._site_failed)
        self._fit: Box | None = None
        self._binder: Binder | None = None
        self._overview, self._known = Overview(), ("", 0, 0)
        self._shown_place = ""
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self.show_people)
        self._minute.start()
        self._over = OverPlan(desk, look, settings, stage, self)
        self._underlays = Underlays()
        desk.building_opened.connect(self.show_building)
        desk.building_changed.connect(self._building_changed)
        desk.place_opened.connect(self.show_place)
        desk.underlays_changed.connect(self._underlays_changed)
        desk.features_changed.connect(self._features_changed)
        desk.rosters_changed.connect(self.show_people)
        desk.selection_changed.connect(self.show_selection)
        stage.canvas.camera_moved.connect(self._camera_moved)
        stage.outside_asked.connect(self.show_all)
        left.section.shared_chosen.connect(self._open_shared)

    def _open_shared(self, building_id: str, floor_id: str) -> None:
        """A basement that another building's plan holds."""
        self._desk.open_building(BuildingId(building_id))
        self._desk.open_floor(FloorId(floor_id))

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read."""
        return self._reading.is_idle

    def show_legend(self) -> None:
        """The kinds in view, when the legend is wanted."""
        self._over.show_legend()

    def binder_changed(self) -> None:
        """Another binder lies on the desk, or none."""
        self._plan, self._shown_place = None, ""
        fresh, self._binder = self._binder is not self._desk.binder, self._desk.binder
        self._reading.forget()
        if self._desk.binder is None:
            self._stage.canvas.picture.set_plan({}, Scene(), same_place=False, on_site=False)
            self._stage.canvas.refresh()
            self._stage.set_outside("")
            self._stage.set_hint("")
            self._left.show_section(False)
            self._left.buildings.show_hits([])
            self._right.hide()
            self._stage.set_title("", "")
            self._over.show_legend()
            return
        self.redraw(fresh=fresh)

    def building_of(self, feature: Feature | None) -> str:
        """The building a footprint on the site stands for; empty for the open one and others."""
        if feature is None or self._plan is None:
            return ""
        found = self._plan.buildings.get(feature.id, "")
        building = self._desk.building
        return "" if building is not None and building.id == found else found

    # the building

    def show_building(self) -> None:
        """Section, card, people and gaps of the open building."""
        self._show_section()
        self._show_card()
        self.show_people()
        self._shown_place = ""

    def _building_changed(self) -> None:
        self.show_building()
        self._over.show_title()

    def _show_section(self) -> None:
        desk = self._desk
        if desk.building is None:
            self._left.show_section(False)
            self.show_buildings()
            return
        self._left.section.set_language(self._look.language)
        self._left.section.set_section(section_of(desk.open, desk.building))
        self._left.show_section(True)

    def _show_card(self) -> None:
        building = self._desk.building
        self._right.setVisible(building is not None and self._right.property("wanted") is not False)
        if building is not None:
            today = self._desk.now().date()
            found = completeness(building, self._desk.catalog, today)
            self._right.show_building(building, found, self._look.language, today)

    def show_people(self) -> None:
        """Who is on duty at this moment."""
        building, binder = self._desk.building, self._desk.binder
        if building is None or binder is None:
            return
        now = self._desk.now()
        rosters = binder.rosters
        near = stations_near(
            building, rosters.stations(), rosters.persons(), rosters.shifts(), now, limit=12
        )
        self._right.people.show_near(near, rosters.appliances(), now, self._look.language)

    def show_buildings(self) -> None:
        """The list while no building is open."""
        self._left.buildings.show_hits(self._finding.hits(""))

    # the place

    def show_place(self) -> None:
        """The floor or the site on the canvas."""
        desk = self._desk
        self._left.section.set_current(desk.floor.id if desk.floor else None)
        if desk.floor is not None:
            self._show_floor()
        elif desk.binder is not None:
            self._show_site()
        self._over.show_title()
        self._over.show_outside(self._overview)

    def _show_floor(self) -> None:
        desk, canvas = self._desk, self._stage.canvas
        floor, building = desk.floor, desk.building
        self._reading.forget()
        assert floor is not None
        assert building is not None
        place = f"floor:{building.id}"
        was_here = self._shown_place == place
        plan = floor_plan(desk.open, floor, desk.catalog, self._look.language)
        picture = canvas.picture
        picture.north_deg = -(building.placing.rotation_deg if building.placing else 0.0)
        extent = picture.extent()
        canvas.home = picture.content = None
        picture.set_plan(plan.features, plan.scene, same_place=False, on_site=False)
        self._show_underlays()
        self._show_ghost()
        if not was_here:
            picture.camera = picture.camera.turned_to(0.0)
        same = was_here and alike(extent, picture.extent())
        self._put(plan, place, keep_camera=same and not plan.scene.is_empty)
        self._stage.set_hint(
            ""
            if plan.features or picture.underlays
            else QCoreApplication.translate(
                "Showing",
                "Nothing is drawn on this floor yet.\nImport a drawing (DXF, DWG) or a GeoJSON"
                " of the floor: File › Import files, or drop it here.",
            )
        )

    def _show_underlays(self) -> None:
        """The drawings beneath the open floor; dimmed once its walls are drawn."""
        desk, picture = self._desk, self._stage.canvas.picture
        assert desk.floor is not None
        try:
            found = self._underlays.of(desk.open, desk.floor)
        except ValueError:
            found = []
            said = QCoreApplication.translate(
                "Showing", "The drawing beneath this floor is damaged. Import it again."
            )
            self._notices.show(Level.DANGER, said)
        dimmed = any(feature.kind == "wall" for feature in picture.features.values())
        picture.set_underlays(
            self._underlays.painters(found, picture.styles, picture.look, dimmed=dimmed)
        )

    def underlay_layers(self) -> list[tuple[Underlay, Drawn]]:
        """The drawings beneath the open floor, for the layers menu."""
        floor = self._desk.floor
        return [] if floor is None else self._underlays.of(self._desk.open, floor)

    def own_underlays(self) -> list[Underlay]:
        """The underlays of the open floor itself, not of the typical floor it follows."""
        floor = self._desk.floor
        return [one for one, _ in self.underlay_layers() if floor and one.place == floor.id]

    def is_underlay_layer_hidden(self, underlay: Underlay, drawn: Drawn, layer: int) -> bool:
        """Whether a layer of a drawing is switched off."""
        return layer in self._underlays.hidden(underlay, drawn)

    def toggle_underlay_layer(
        self, underlay: Underlay, drawn: Drawn, layer: int, _checked: bool = False
    ) -> None:
        """Switch a layer of a drawing on or off."""
        self._underlays.toggle(underlay, drawn, layer)
        self._show_underlays()
        self._stage.canvas.refresh()

    def _show_ghost(self) -> None:
        desk = self._desk
        below = desk.floor_below() if self._settings.flag("ghost_floor") else None
        self._stage.canvas.picture.set_ghost(
            None
            if below is None
            else ghost_scene(desk.open, below, desk.catalog, self._look.language)
        )

    def _show_site(self) -> None:
        desk, picture = self._desk, self._stage.canvas.picture
        picture.north_deg = 0.0
        picture.set_ghost(None)
        picture.set_underlays(())
        if not self._shown_place.startswith("site"):
            picture.camera = picture.camera.turned_to(0.0)
        self._stage.set_hint("")
        box = self._site_box()
        if box is None:
            empty = Plan({}, Scene(), {})
            picture.set_plan({}, empty.scene, same_place=False, on_site=True)
            self._put(empty, "site", keep_camera=False)
            self._stage.set_hint(
                QCoreApplication.translate(
                    "Showing",
                    "No map is recorded yet.\nImport a GeoJSON of roads, footprints and"
                    " hydrants: File › Import files, or drop it here.",
                )
            )
            return
        self._fit = self._stage.canvas.home = box
        place = f"site:{desk.building.id if desk.building else ''}"
        if self._shown_place == place and self._plan is not None:
            self._fit = None
        self._shown_place = place
        self._read_site(grown(box, READ_AROUND_M))

    def _site_box(self) -> Box | None:
        """What of the site to show first: around the building, or where the buildings are."""
        desk, picture = self._desk, self._stage.canvas.picture
        building, frame = desk.building, desk.open.frame
        views = desk.catalog.views
        known = (desk.open.id, desk.open.site.count(), desk.open.library.count())
        if known != self._known:
            self._known, self._overview = known, overview(desk.open, views)
        picture.content = self._overview.everything
        if building is not None and building.placing is not None and frame is not None:
            x, y = frame.to_map(building.placing.lon, building.placing.lat)
            return grown((x, y, x, y), views.around_m)
        return self._overview.start

    def show_all(self) -> None:
        """All there is of the site, or the whole floor."""
        if self._desk.floor is None and self._overview.everything is not None:
            self._stage.canvas.fit_box(self._overview.everything)
        else:
            self._stage.canvas.fit()

    def _read_site(self, box: Box) -> None:
        desk = self._desk
        current = desk.building.id if desk.building else None
        self._reading.want((desk.open, box, desk.catalog, self._look.language, current))

    def _site_read(self, plan: Plan) -> None:
        if self._desk.floor is not None or self._desk.binder is None:
            return
        picture = self._stage.canvas.picture
        known = picture.on_site and self._fit is None
        picture.set_plan(plan.features, plan.scene, same_place=known, on_site=True)
        self._put(plan, self._shown_place, keep_camera=True)
        if self._fit is not None:
            self._stage.canvas.fit_box(self._fit)
            self._fit = None

    def _site_failed(self, error: PlansError) -> None:
        self._notices.show(Level.DANGER, sentence(error, self._look.language))

    def _put(self, plan: Plan, place: str, *, keep_camera: bool) -> None:
        self._plan, self._shown_place = plan, place
        self._stage.canvas.show_plan(keep_camera=keep_camera)
        self._over.show_legend()

    def _camera_moved(self) -> None:
        plan, canvas = self._plan, self._stage.canvas
        if self._desk.floor is None and plan is not None and plan.box is not None:
            seen = canvas.camera.box()
            margin = max(seen[2] - seen[0], seen[3] - seen[1]) * 0.5 + READ_AROUND_M
            wanted = grown(seen, margin)
            nearer = is_wide(plan.box) and not is_wide(wanted)
            if (nearer or not within(seen, plan.box)) and self._reading.is_idle:
                everything = self._overview.everything
                if nearer or everything is None or not within(everything, plan.box):
                    self._read_site(wanted)

    def _features_changed(self, place: str, _ids: object) -> None:
        desk = self._desk
        if place == SITE:
            if desk.floor is None and self._plan is not None and self._plan.box is not None:
                self._read_site(self._plan.box)
        elif desk.floor is not None and place in (desk.floor.id, desk.floor.typical):
            plan = floor_plan(desk.open, desk.floor, desk.catalog, self._look.language)
            self._stage.canvas.picture.set_plan(
                plan.features, plan.scene, same_place=True, on_site=False
            )
            self._put(plan, self._shown_place, keep_camera=True)
        if desk.building is not None and any(floor.id == place for floor in desk.floors):
            self._show_section()
            self._left.section.set_current(desk.floor.id if desk.floor else None)

    def _underlays_changed(self, place: str) -> None:
        floor = self._desk.floor
        if floor is not None and place in (floor.id, floor.typical):
            self._show_underlays()
            self._stage.canvas.fit()

    def show_selection(self) -> None:
        """The feature panel for what is chosen."""
        desk = self._desk
        self._stage.panel.show_feature(desk.selected, self._look.language, desk.now().date())
        if self._stage.canvas.picture.chosen is not desk.selected:
            self._stage.canvas.choose(desk.selected)
        self._stage.arrange()

    def redraw(self, *, fresh: bool = False) -> None:
        """Everything anew: the language or the look changed, or another binder is there."""
        if self._desk.binder is None:
            self._stage.set_title("", "")
            return
        kept = self._stage.canvas.kept()
        keep = not fresh and self._fit is None
        self.show_building()
        if self._desk.floor is not None:
            self._show_floor()
        else:
            self._plan = None
            self._show_site()
        if keep:
            self._fit = None
            self._stage.canvas.restore(kept)
        self._left.section.set_current(self._desk.floor.id if self._desk.floor else None)
        self._over.show_title()
        self._over.show_outside(self._overview)
        self.show_selection()
        self._stage.canvas.refresh()
