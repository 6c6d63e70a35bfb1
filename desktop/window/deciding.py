"""What a file needs to know before it comes in, asked of the user: datum, table, place, floor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.desk import Desk
from desktop.dialogs.choice import Answer, ChoiceDialog
from desktop.dialogs.crs import Crs, CrsDialog
from desktop.dialogs.floor import FloorDialog
from desktop.support import assets
from desktop.support.look import Look
from desktop.support.wording import word
from desktop.window.laying import Laying
from plans.errors import Undecided
from plans.importing.asked import Import
from plans.model.building import Datum
from plans.model.ids import BuildingId


class Deciding:
    """Answers for the files of one import after the other; datums are remembered by file kind."""

    def __init__(self, desk: Desk, look: Look, laying: Laying, window: QWidget) -> None:
        self._desk, self._look, self._window = desk, look, window
        self._laying = laying
        self._datums: dict[str, Datum] = {}
        self._for_all: dict[str, str] = {}
        self._several = False
        self._open: QDialog | None = None

    def begin(self, *, several: bool) -> None:
        """Another import begins; `several` files may share an answer."""
        self._for_all.clear()
        self._several = several

    def stop(self) -> None:
        """The import is over: a question still open has nobody to answer to."""
        if self._open is not None:
            self._open.reject()

    def decide(self, error: Undecided, wish: Import) -> Import | None:
        """The wishes with what the file needed; None when the user leaves it out."""
        asks: dict[str, Callable[[Undecided, Import], Import | None]] = {
            "datum": self._datum,
            "unknown_table": self._table,
            "which_floor": self._floor,
            "elsewhere": self._place,
            "elsewhere_suits": self._place,
            "too_far": self._far,
            "no_scale": self._scale,
            "crs": self._crs,
            "model_building": self._model,
        }
        asking = asks.get(str(error.facts["reason"]))
        return asking(error, wish) if asking is not None else None

    def _datum(self, error: Undecided, wish: Import) -> Import | None:
        suffix = Path(str(error.facts["path"])).suffix.lower()
        answers = [
            Answer("wgs84", "WGS-84 / CGCS2000", _tr("From GPS, a surveyor or a municipal map")),
            Answer("gcj02", "GCJ-02", _tr("Copied from Amap or Tencent maps")),
            Answer("bd09", "BD-09", _tr("Copied from Baidu maps")),
        ]
        known = self._datums.get(suffix)
        chosen = self._ask(
            error,
            _tr("Which datum are the coordinates in?"),
            self._filled(
                _tr("{file} does not say. A wrong datum puts everything some hundred metres off."),
                error.facts,
            ),
            answers,
            known.value if known else "",
        )
        if not chosen:
            return None
        self._datums[suffix] = Datum(chosen)
        return msgspec.structs.replace(wish, datum=Datum(chosen))

    def _table(self, error: Undecided, wish: Import) -> Import | None:
        from plans.importing.rules import load_rules

        chinese = self._look.language == "zh"
        tables = load_rules(assets.catalog()).table
        chosen = self._ask(
            error,
            _tr("What does the table hold?"),
            self._filled(_tr("It cannot be told from the headings of {file}: {text}"), error.facts),
            [Answer(table.id, table.zh if chinese else table.en) for table in tables],
            "",
        )
        return msgspec.structs.replace(wish, table=chosen) if chosen else None

    def _place(self, error: Undecided, wish: Import) -> Import | None:
        facts = dict(error.facts)
        for role in ("building", "suits"):
            if facts[f"{role}_id"]:
                found = self._desk.open.library.building(BuildingId(str(facts[f"{role}_id"])))
                facts[role] = found.name_in(self._look.language)
        name = Path(str(facts["path"])).stem
        answers = [
            Answer("here", _tr("Into {building} all the same").format(**facts)),
            Answer("new", _tr("As a new building “{name}”").format(name=name)),
            Answer("site", _tr("Onto the site"), _tr("Not on a floor, but on the map around")),
        ]
        if facts["suits"]:
            text = _tr("Into {suits}").format(**facts)
            answers.insert(0, Answer("suits", text, _tr("That is where it lies")))
        chosen = self._ask(
            error,
            _tr("This is not {building}").format(**facts),
            self._filled(
                _tr("{file} lies some {away} from {building}. Where does it belong?"), facts
            ),
            answers,
            "suits" if facts["suits"] else "new",
        )
        if not chosen:
            return None
        far = "take" if facts["is_far"] and chosen != "suits" else wish.far
        if chosen == "suits":
            return msgspec.structs.replace(wish, building=str(facts["suits_id"]))
        if chosen == "new":
            return msgspec.structs.replace(wish, building="", new_building=name, far=far)
        return msgspec.structs.replace(wish, place=chosen, far=far)

    def _far(self, error: Undecided, wish: Import) -> Import | None:
        some_near = error.facts["n"] != error.facts["total"]
        answers = [Answer("take", _tr("Take all of it"), _tr("The binder then covers both places"))]
        if some_near:
            text = _tr("Leave out what is far away")
            answers.insert(0, Answer("leave", text, _tr("Only what lies near comes in")))
        chosen = self._ask(
            error,
            _tr("That is far away"),
            word("reason.too_far", self._look.language, **error.facts),
            answers,
            "leave" if some_near else "",
        )
        return msgspec.structs.replace(wish, far=chosen) if chosen else None

    def _scale(self, error: Undecided, wish: Import) -> Import | None:
        facts = error.facts
        laid = self._laying.ask(
            Path(str(facts["path"])),
            BuildingId(str(facts["building"])),
            str(facts["floor"]),
            self._run,
            int(str(facts["page"])),
        )
        if laid is None:
            return None
        return msgspec.structs.replace(wish, page=laid.page, matrix=laid.matrix, crop=laid.crop)

    def _model(self, error: Undecided, wish: Import) -> Import | None:
        facts = error.facts
        answers = [
            Answer("new", _tr("As a new building “{text}”").format(**facts)),
            Answer(
                "here",
                _tr("Into {building}").format(**facts),
                _tr("Its floors take what the model has at the same level"),
            ),
        ]
        chosen = self._ask(
            error,
            _tr("Whose model is this?"),
            self._filled(_tr("{file} is a model of a whole building. Which one?"), facts),
            answers,
            "",
        )
        if chosen == "new":
            return msgspec.structs.replace(wish, building="", new_building=str(facts["text"]))
        return msgspec.structs.replace(wish, place="here") if chosen else None

    def _crs(self, error: Undecided, wish: Import) -> Import | None:
        from plans.importing.systems import systems

        frame = self._desk.open.frame
        found = systems(frame.lon, frame.lat) if frame is not None else systems()
        is_network = Path(str(error.facts["path"])).suffix.lower() == ".inp"
        text = self._filled(
            _tr("{file} does not name its coordinate system. Its coordinates: {text}"),
            error.facts,
        )
        dialog = CrsDialog(
            text, [Crs(*one) for one in found], self._window, can_be_sketch=is_network
        )
        return msgspec.structs.replace(wish, crs=dialog.chosen) if self._run(dialog) else None

    def _floor(self, error: Undecided, wish: Import) -> Import | None:
        library = self._desk.open.library
        chinese = self._look.language == "zh"
        text = _tr("{file} does not say which building and floor it shows.")
        dialog = FloorDialog(
            self._filled(text, error.facts),
            [(row.id, row.name_in("zh" if chinese else "en")) for row in library.list()],
            lambda id_: [floor.label for floor in reversed(library.floors(BuildingId(id_)))],
            self._window,
        )
        if not self._run(dialog):
            return None
        known = dialog.building_id
        return msgspec.structs.replace(
            wish,
            building=known,
            new_building="" if known else dialog.building_name,
            floor=dialog.floor_label,
        )

    def _ask(
        self, error: Undecided, title: str, text: str, answers: list[Answer], first: str
    ) -> str:
        reason = str(error.facts["reason"])
        if self._for_all.get(reason) in {answer.key for answer in answers}:
            return self._for_all[reason]
        same = _tr("The same for the other files") if self._several else ""
        dialog = ChoiceDialog(title, text, answers, self._window, first=first, same=same)
        self._run(dialog)
        if dialog.for_all:
            self._for_all[reason] = dialog.chosen
        return dialog.chosen

    def _run(self, dialog: QDialog) -> bool:
        self._open = dialog
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            self._open = None
            dialog.deleteLater()

    @staticmethod
    def _filled(text: str, facts: Mapping[str, object]) -> str:
        return text.format(file=Path(str(facts["path"])).name, **facts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deciding", text)
