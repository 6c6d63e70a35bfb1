"""Finding buildings: hits for what was typed, else the recent ones and those nearest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.desk import Desk
from desktop.docks.search import Hit
from desktop.support.look import Look
from desktop.support.tasks import Tasks
from desktop.support.wording import word
from plans.binder import Binder, BuildingRow, Match
from plans.model.ids import BuildingId
from plans.progress import Progress


class Finding:
    """Answers for the open binder in the window's language."""

    def __init__(
        self, desk: Desk, look: Look, tasks: Tasks, recent_ids: Callable[[str], list[str]]
    ) -> None:
        self._desk, self._look, self._tasks = desk, look, tasks
        self._recent_ids = recent_ids

    def warm_up(self) -> None:
        """Load what a first search needs on a worker, while the user still looks."""
        binder = self._desk.binder
        if binder is not None:
            self._tasks.read(_warm, binder)

    def hits(self, query: str) -> list[Hit]:
        """Buildings for a query; for an empty one the recent, then the nearest."""
        binder, language = self._desk.binder, self._look.language
        if binder is None:
            return []
        if query.strip():
            matches = binder.library.search(query, limit=20)
            rows = {row.id: row for row in binder.library.rows([match.id for match in matches])}
            return [
                _hit(rows[match.id], language, _reason(match, rows[match.id], language))
                for match in matches
                if match.id in rows
            ]
        return self._recent_and_near()

    def _recent_and_near(self) -> list[Hit]:
        """What was open lately, then what lies nearest to the open building.

        Without one nothing is measured: a distance from nowhere in particular says nothing.
        """
        library, language = self._desk.open.library, self._look.language
        ids = [BuildingId(id_) for id_ in self._recent_ids(self._desk.open.id)][:8]
        recent = QCoreApplication.translate("Finding", "recent")
        hits = [_hit(row, language, recent) for row in library.rows(ids)]
        here = self._here()
        middle = here or library.middle()
        near = (
            library.nearby(*middle, limit=30)
            if middle
            else [(row, None) for row in library.list()[:30]]
        )
        for row, distance_m in near:
            if row.id not in ids:
                far = "" if distance_m is None or here is None else _far(distance_m)
                hits.append(_hit(row, language, "", far))
        return hits

    def _here(self) -> tuple[float, float] | None:
        """Degrees of the open building."""
        building = self._desk.building
        if building is None or building.placing is None:
            return None
        return building.placing.lon, building.placing.lat


def _warm(_progress: Progress, binder: Binder) -> None:
    binder.library.warm_up()


def _hit(row: BuildingRow, language: str, reason: str, far: str = "") -> Hit:
    return Hit(row.id, row.name_in(language), row.address_in(language), reason, far)


def _reason(match: Match, row: BuildingRow, language: str) -> str:
    """Why it was found; the text that answered, where it is not the name shown."""
    if match.matched_text == row.name_in(language) and match.matched_by == "english":
        return word("matched.name", language)
    why = word(f"matched.{match.matched_by}", language)
    other = match.matched_by in ("old_name", "alias", "code", "english")
    return f"{why} · {match.matched_text}" if other else why


def _far(distance_m: float) -> str:
    """A straight-line distance, saying from what."""
    far = f"{distance_m / 1000:.1f} km" if distance_m >= 1000 else f"{distance_m:.0f} m"
    return QCoreApplication.translate("Finding", "{distance} from here").format(distance=far)
