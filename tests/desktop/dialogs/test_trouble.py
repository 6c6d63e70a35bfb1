"""A binder that does not open: its sentence and the offers that make sense."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.trouble import Remedy, TroubleDialog, remedies
from plans import errors
from plans.binder import Rescue
from plans.errors import (
    BinderDamaged,
    BinderError,
    BinderLocked,
    BinderMissing,
    BinderReadOnly,
    NotABinder,
)

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, BinderError)
]


FOLDER = Path("/x/a.backups")
NOTHING = Rescue(FOLDER)
COPY = Rescue(FOLDER, FOLDER / "a-1.binder", dt.datetime(2026, 1, 2, 8), 3, 1, reads=True)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_another_binder_can_always_be_chosen(kind: type[BinderError]) -> None:
    for rescue in (None, NOTHING, COPY):
        assert remedies(kind("/x/a.binder"), rescue)[-1] is Remedy.ANOTHER


@pytest.mark.parametrize("kind", [BinderDamaged, NotABinder, BinderMissing])
def test_only_what_can_work_is_offered(kind: type[BinderError]) -> None:
    error = kind("/x/a.binder")
    assert remedies(error, COPY) == (Remedy.RESTORE, Remedy.READ_ONLY, Remedy.ANOTHER)
    assert remedies(error, NOTHING) == (Remedy.ANOTHER,)
    assert remedies(error, NOTHING._replace(reads=True)) == (Remedy.READ_ONLY, Remedy.ANOTHER)
    assert Remedy.READ_ONLY not in remedies(error, COPY, read_only_failed=True)


def test_a_copy_is_no_help_where_the_file_is_sound() -> None:
    assert remedies(BinderReadOnly("/x/a.binder"), COPY) == (Remedy.READ_ONLY, Remedy.ANOTHER)
    locked = BinderLocked("/x/a.binder")
    assert remedies(locked, None, read_only_failed=True) == (Remedy.RETRY, Remedy.ANOTHER)


def test_what_is_chosen(window: QWidget) -> None:
    dialog = TroubleDialog(BinderLocked("/x/a.binder"), "en", window)
    dialog.show()
    assert dialog.buttons[Remedy.RETRY].isDefault()
    dialog.buttons[Remedy.READ_ONLY].click()
    assert dialog.chosen is Remedy.READ_ONLY
    assert not dialog.isVisible()


def test_closing_chooses_nothing(window: QWidget) -> None:
    dialog = TroubleDialog(NotABinder("/x/a.binder"), "en", window)
    dialog.show()
    dialog.reject()
    assert dialog.chosen is None


def test_what_was_found_is_said(window: QWidget) -> None:
    dialog = TroubleDialog(BinderDamaged("/x/a.binder"), "en", window, COPY)
    dialog.show()
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("/x/a.binder", "2026-01-02 08:00", "buildings: 3", "1 newer backup", "still be"):
        assert part in said
    assert "2026-01-02 08:00" in dialog.buttons[Remedy.RESTORE].text()
    for button in dialog.buttons.values():
        assert button.width() >= button.sizeHint().width()
    dialog = TroubleDialog(BinderDamaged("/x/a.binder"), "en", window, NOTHING)
    assert any(str(FOLDER) in label.text() for label in dialog.findChildren(QLabel))
    assert list(dialog.buttons) == [Remedy.ANOTHER]
