"""Laying pages on floors: reads them in a child process, asks where they lie; aligns drawings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.canvas.look import PlanLook
from desktop.canvas.styles import Styles
from desktop.desk import Desk
from desktop.dialogs.laying import Ground, Laid, LayingDialog
from desktop.support import assets
from desktop.support.look import Look
from desktop.support.tasks import Tasks
from desktop.support.wording import sentence
from desktop.window.plansource import floor_plan
from desktop.window.underlays import Underlays
from plans.errors import InputError, PlansError
from plans.geometry.aligning import scale_of
from plans.importing.parsed import DrawingRow, PictureRow
from plans.model.attachment import LINEWORK, Underlay
from plans.model.change import Change, change
from plans.model.floor import Floor
from plans.model.ids import BuildingId
from plans.model.pyramid import decoded
from plans.progress import Progress

if TYPE_CHECKING:
    from plans.importing.asked import Asked
    from plans.importing.parsed import Parsed


class Laying(QObject):
    """Opens the dialog for a file or for an underlay that is there, and brings its pages."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        tasks: Tasks,
        plan_look: Callable[[], PlanLook],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._look, self._tasks, self._window = desk, look, tasks, window
        self._plan_look = plan_look

    def ask(
        self,
        path: Path,
        building: BuildingId,
        floor: str,
        run: Callable[[QDialog], bool],
        page: int = 1,
    ) -> Laid | None:
        """Where a page of a file lies on a floor; None when the user turned back."""
        look = self._plan_look()
        ground = self._ground(building, floor, look)
        dialog = LayingDialog(look, path.name, floor, ground, self._window)

        def bring(number: int) -> None:
            task = self._tasks.run(lambda progress: _read(path, number, progress))
            task.done.connect(dialog.show_page)
            task.failed.connect(told)

        def told(error: PlansError) -> None:
            dialog.trouble(sentence(error, self._look.language))

        dialog.page_wanted.connect(bring)
        bring(page)
        return dialog.laid() if run(dialog) else None

    def align(self, underlay: Underlay) -> Change | None:
        """The change that lays an underlay of the open floor anew; None: the user turned back."""
        desk, look = self._desk, self._plan_look()
        assert desk.building is not None
        assert desk.floor is not None
        ground = self._ground(desk.building.id, desk.floor.label, look, without=underlay)
        dialog = LayingDialog(look, underlay.name, desk.floor.label, ground, self._window)
        dialog.show_page(_row_of(underlay, desk.open.attachments.blob(underlay.sha256)))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        laid = dialog.laid() if accepted else None
        dialog.deleteLater()
        if laid is None or laid.matrix == underlay.matrix:
            return None
        after = msgspec.structs.replace(underlay, matrix=laid.matrix)
        return change("underlay.align", {underlay.id: (underlay, after)})

    def _ground(
        self, building: BuildingId, label: str, look: PlanLook, without: Underlay | None = None
    ) -> Ground:
        """The floor, or the next one below that has something to align with."""
        binder = self._desk.open
        floors = sorted(binder.library.floors(building), key=lambda floor: -floor.level)
        own = next((floor for floor in floors if floor.label == label), None)
        below = [floor for floor in floors if own is None or floor.level <= own.level]
        found = [self._ground_of(floor, look, without) for floor in below]
        middle = found[0].middle if own is not None and found else None
        ground = next((one for one in found if not one.is_empty), Ground(label))
        return (
            ground
            if middle is None
            else Ground(ground.name, middle, ground.features, ground.scene, ground.underlays)
        )

    def _ground_of(self, floor: Floor, look: PlanLook, without: Underlay | None) -> Ground:
        binder = self._desk.open
        plan = floor_plan(binder, floor, look.catalog, self._look.language)
        underlays = Underlays()
        found = [pair for pair in underlays.of(binder, floor) if pair[0] != without]
        styles = Styles(look.theme, look.catalog)
        painters = underlays.painters(found, styles, look, dimmed=not plan.scene.is_empty)
        box = plan.scene.extent()
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if box else (0.0, 0.0)
        return Ground(floor.label, middle, plan.features, plan.scene, painters)


def _read(path: Path, page: int, progress: Progress) -> DrawingRow | PictureRow:
    """One page in a child process. Raises `InputError`."""
    from plans.importing.asked import Asked
    from plans.importing.running import read_files

    asked: Asked = Asked(path=str(path), page=page)
    found: Parsed | InputError
    [(_, found)] = read_files([asked], assets.catalog(), progress=progress)
    if isinstance(found, InputError):
        raise found
    [row] = found.rows
    assert isinstance(row, DrawingRow | PictureRow)
    return row


def _row_of(underlay: Underlay, data: bytes) -> DrawingRow | PictureRow:
    """An underlay as the page it came from; what scale it has is its own."""
    metres = scale_of(underlay.matrix)
    if underlay.media_type == LINEWORK:
        return DrawingRow(name=underlay.name, linework=data, unit="m", metres=metres)
    drawn = decoded(data)
    return PictureRow(
        name=underlay.name,
        pyramid=data,
        width_px=drawn.width,
        height_px=drawn.height,
        metres=metres,
    )
