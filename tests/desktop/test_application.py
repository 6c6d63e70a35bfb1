"""The program: windows come and go, each with its desk; the last binder opens again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.application import Application, make_app


def test_there_is_one_qt_application(qapp: QApplication) -> None:
    assert make_app() is qapp


def test_the_first_window_opens_the_last_binder(
    application: Application, binder_path: Path
) -> None:
    application.state.keep_binder(str(binder_path))
    application.state.keep_binder(str(binder_path.with_name("gone.binder")))
    application.start(None)
    (window,) = application.windows
    assert window.desk.open.path == binder_path
    window.close()
    application.settings.set("open_last_binder", False)
    application.start(None)
    assert application.windows[-1].desk.binder is None


def test_each_window_has_its_own_desk(application: Application, binder_path: Path) -> None:
    first = application.open_window(binder_path)
    first.actions_.do("file.new_window")
    assert len(application.windows) == 2
    second = application.windows[1]
    assert second.desk is not first.desk
    assert second.desk.open.id == first.desk.open.id
    first.close()
    assert second.desk.open.library.count() == 0
