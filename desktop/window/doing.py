"""What the actions do, each in a line or two; `desktop.actions` says when and by which key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QInputDialog

from desktop.support.log import log_folder
from desktop.support.notices import Level
from desktop.support.wording import sentence
from desktop.window.layersmenu import layers_menu
from plans.errors import PlansError

if TYPE_CHECKING:
    from desktop.window.main import MainWindow

ZOOM_STEP = 1.4


class Doing:
    """The window as the actions see it (`desktop.actions.action.Doer`)."""

    def __init__(self, window: MainWindow) -> None:
        self._w = window

    # file

    def open_binder(self) -> None:
        self._w.opening.ask()

    def new_binder(self) -> None:
        self._w.beginning.ask()

    def open_sample(self) -> None:
        self._w.beginning.sample()

    def recent_binders(self) -> list[Path]:
        return [Path(path) for path in self._w.state.recent_binders() if Path(path).exists()]

    def open_recent(self, path: Path) -> None:
        self._w.opening.open(path)

    def new_window(self) -> None:
        binder = self._w.desk.binder
        self._w.new_window_asked.emit(binder.path if binder is not None else None)

    def close_binder(self) -> None:
        self._w.close_binder()

    def import_files(self) -> None:
        self._w.bringing.ask()

    def print_sheets(self) -> None:
        self._w.printing.preview()

    def export_pdf(self) -> None:
        self._w.printing.ask_pdf()

    def show_settings(self) -> None:
        from desktop.dialogs.settings import SettingsDialog

        SettingsDialog(self._w.settings, self._w).show()

    def quit(self) -> None:
        self._w.close()

    # edit

    def undo(self) -> None:
        self._w.undoing.undo()

    def redo(self) -> None:
        self._w.undoing.redo()

    # go

    def align_drawing(self) -> None:
        """Lay the floor's drawing anew; of several the user says which."""
        underlays = self._w.showing.own_underlays()
        names = [underlay.name for underlay in underlays]
        at = 0
        if len(names) > 1:
            title = QCoreApplication.translate("Doing", "Align drawing")
            said = QCoreApplication.translate("Doing", "Which drawing?")
            name, chosen = QInputDialog.getItem(self._w, title, said, names, 0, False)
            if not chosen:
                return
            at = names.index(name)
        made = self._w.laying.align(underlays[at]) if underlays else None
        if made is not None:
            self._w.desk.open.drafting.commit(made)
            self._w.undoing.offer(
                QCoreApplication.translate("Doing", "{name} lies anew.").format(name=names[at])
            )

    def find(self) -> None:
        if self._w.desk.binder is None:
            self._w.welcome.ask_first()
            return
        self._w.top.search.setFocus()
        self._w.top.search.selectAll()

    def back(self) -> None:
        """One step back: the feature, then the floor, then the building."""
        desk = self._w.desk
        if self._w.stage.stepper.leave():
            return
        if desk.selected is not None:
            desk.select(None)
        elif desk.floor is not None:
            desk.open_site()
        elif desk.building is not None:
            desk.close_building()
        self._w.stage.canvas.setFocus()

    def floor_up(self) -> None:
        self._w.desk.step_floor(1)

    def floor_down(self) -> None:
        self._w.desk.step_floor(-1)

    def first_floor(self) -> None:
        desk = self._w.desk
        if desk.floors:
            desk.open_floor(desk.ground_floor().id)

    def show_site(self) -> None:
        self._w.desk.open_site()

    def next_feature(self) -> None:
        self._w.stage.stepper.step(1)

    def previous_feature(self) -> None:
        self._w.stage.stepper.step(-1)

    def show_section(self) -> None:
        self._w.show_left(True)
        self._w.left.section.setFocus()

    def show_card(self) -> None:
        self._w.show_right(True)
        self._w.right.show_tab("card")
        self._w.right.card.setFocus()

    def show_people(self) -> None:
        self._w.show_right(True)
        self._w.right.show_tab("people")
        self._w.right.people.setFocus()

    def show_gaps(self) -> None:
        self._w.show_right(True)
        self._w.right.show_tab("gaps")
        self._w.right.gaps.setFocus()

    def copy_card(self) -> None:
        QGuiApplication.clipboard().setText(self._w.right.card.as_text())
        self._w.notices.show(
            Level.OK, QCoreApplication.translate("Doing", "The card is on the clipboard.")
        )

    # view

    def fit(self) -> None:
        self._w.stage.canvas.fit()

    def fit_all(self) -> None:
        self._w.showing.show_all()

    def zoom_in(self) -> None:
        self._w.stage.canvas.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self._w.stage.canvas.zoom(1 / ZOOM_STEP)

    def rotate_north(self) -> None:
        canvas = self._w.stage.canvas
        canvas.turn_to(-canvas.picture.north_deg)

    def rotate_building(self) -> None:
        desk, canvas = self._w.desk, self._w.stage.canvas
        placing = desk.building.placing if desk.building else None
        on_site = desk.floor is None
        canvas.turn_to(-placing.rotation_deg if placing is not None and on_site else 0.0)

    def toggle_ghost(self) -> None:
        self._w.settings.set("ghost_floor", not self._w.settings.flag("ghost_floor"))

    def toggle_legend(self) -> None:
        self._w.settings.set("legend_open", not self._w.settings.flag("legend_open"))

    def toggle_layers(self) -> None:
        """A menu of the catalog's layers and of the underlays' layers, each with a tick."""
        menu = layers_menu(self._w)
        menu.aboutToHide.connect(self._w.refresh_actions)  # the press had switched its button on
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def toggle_left_panel(self) -> None:
        self._w.show_left(not self._w.left.isVisible())

    def toggle_right_panel(self) -> None:
        self._w.show_right(not self._w.right.isVisible())

    def toggle_theme(self) -> None:
        self._w.look.switch_theme()

    def toggle_language(self) -> None:
        self._w.look.switch_language()

    def toggle_full_screen(self) -> None:
        if self._w.isFullScreen():
            self._w.showNormal()
        else:
            self._w.showFullScreen()
        self._w.refresh_actions()

    def reset_layout(self) -> None:
        self._w.state.reset_layout()
        self._w.lay_out_anew()

    # help

    def show_command_palette(self) -> None:
        from desktop.dialogs.command_palette import CommandPalette

        CommandPalette(self._w.actions_.commands(), self._w).show()

    def show_help(self) -> None:
        from desktop.dialogs.help import HelpDialog
        from desktop.dialogs.symbols import SymbolsPage

        look = self._w.look
        symbols = SymbolsPage(self._w.desk.catalog, look.theme, look.language)
        HelpDialog(self._w.actions_.key_groups(), look.language, self._w, symbols).show()

    def show_about(self) -> None:
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self._w).show()

    def open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def show_trouble(self, error: PlansError) -> None:
        self._w.notices.show(Level.DANGER, sentence(error, self._w.look.language))
