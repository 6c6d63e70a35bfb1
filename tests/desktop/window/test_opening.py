"""Opening binders: remembered when they open, asked about when they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.application import Application
from desktop.dialogs.trouble import Remedy
from desktop.window.main import MainWindow
from plans.errors import BinderDamaged


def answer(remedy: Remedy | None) -> None:
    dialog = QApplication.activeModalWidget()
    dialog.buttons[remedy].click() if remedy else dialog.reject()  # type: ignore[union-attr]


def test_a_binder_that_is_gone_is_forgotten(
    main: MainWindow, tmp_path: Path, stocked: Path
) -> None:
    gone = tmp_path / "gone.binder"
    main.state.keep_binder(str(gone))
    QTimer.singleShot(0, lambda: answer(None))
    assert not main.opening.open(gone)
    assert str(gone) not in main.state.recent_binders()
    assert main.desk.open.path == stocked


def test_another_one_is_chosen_instead(
    main: MainWindow, tmp_path: Path, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.binder"
    bad.write_bytes(b"")
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(stocked), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    QTimer.singleShot(0, lambda: answer(Remedy.ANOTHER))
    assert main.opening.open(bad)
    assert asked == [str(stocked.parent)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert not main.opening.ask()


def test_who_edits_comes_from_the_settings(main: MainWindow, stocked: Path) -> None:
    main.settings.set("who", "某甲")
    assert main.opening.open(stocked)
    assert main.desk.open.who == "某甲"


def test_a_damaged_binder_comes_back_from_its_copy(main: MainWindow, stocked: Path) -> None:
    main.desk.open.backup()
    main.close_binder()
    content = stocked.read_bytes()
    damaged = content[:4096] + b"\xff" * (len(content) - 4096)
    stocked.write_bytes(damaged)
    QTimer.singleShot(0, lambda: answer(Remedy.RESTORE))
    assert main.opening.open(stocked)
    assert main.desk.open.library.count() == 2
    (kept,) = stocked.parent.glob("*.damaged-*.binder")
    assert kept.read_bytes() == damaged
    assert any(str(kept) in notice.text for notice in main.notices.standing)


def test_a_binder_that_may_only_be_read_is_opened_for_reading(
    main: MainWindow, stocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main.close_binder()
    monkeypatch.setattr("plans.storage.opening.os.access", lambda *_: False)
    assert main.opening.open(stocked)
    assert main.desk.open.read_only
    assert main.desk.open.library.count() == 2
    assert any("reading only" in notice.text for notice in main.notices.standing)


@pytest.mark.fault
def test_a_damaged_binder_without_a_backup_offers_what_can_work(
    main: MainWindow, tmp_path: Path, stocked: Path
) -> None:
    torn = tmp_path / "torn.binder"
    whole = bytearray(stocked.read_bytes())
    for at in range(4_096, len(whole), 1_024):
        whole[at : at + 200] = b"\xff" * 200
    torn.write_bytes(whole)
    offered: list[Remedy] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        offered.extend(dialog.buttons)  # type: ignore[union-attr]
        dialog.reject()  # type: ignore[union-attr]

    QTimer.singleShot(0, look)
    assert not main.opening.open(torn)
    assert offered == [Remedy.ANOTHER]
    assert torn.read_bytes() == bytes(whole)
    assert main.desk.open.path == stocked


@pytest.mark.fault
def test_a_binder_that_fails_in_the_middle_of_work_is_asked_about_once(
    main: MainWindow, application: Application, stocked: Path
) -> None:
    seen: list[list[Remedy]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        application.meet(BinderDamaged(str(stocked)))  # another one while it stands
        seen.append(list(dialog.buttons))  # type: ignore[union-attr]
        dialog.reject()  # type: ignore[union-attr]

    QTimer.singleShot(0, look)
    application.meet(BinderDamaged(str(stocked)))
    [offered] = seen
    assert Remedy.ANOTHER in offered
    assert Remedy.READ_ONLY not in offered
    assert main.desk.open.path == stocked
    application.meet(BinderDamaged("/another/one.binder"))  # of no window: nothing to ask
