"""A binder that does not open: its sentence and the offers that make sense."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.trouble import Remedy, TroubleDialog, remedies
from plans import errors
from plans.errors import BinderDamaged, BinderError, BinderLocked, NotABinder

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, BinderError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_another_binder_can_always_be_chosen(kind: type[BinderError]) -> None:
    assert Remedy.ANOTHER in remedies(kind("/x/a.binder"), has_backup=False)


def test_restore_only_where_there_is_a_backup() -> None:
    error = BinderDamaged("/x/a.binder")
    assert remedies(error, has_backup=True)[0] is Remedy.RESTORE
    assert Remedy.RESTORE not in remedies(error, has_backup=False)


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


def test_sentence_and_backup_are_shown(window: QWidget) -> None:
    dialog = TroubleDialog(BinderDamaged("/x/a.binder"), "en", window, "2026-01-02 08:00")
    dialog.show()
    assert any("/x/a.binder" in label.text() for label in dialog.findChildren(QLabel))
    assert "2026-01-02 08:00" in dialog.buttons[Remedy.RESTORE].text()
    for button in dialog.buttons.values():
        assert button.width() >= button.sizeHint().width()


def test_read_only_only_where_it_can_work(window: QWidget) -> None:
    error = BinderDamaged("/x/a.binder")
    assert Remedy.READ_ONLY not in remedies(error, has_backup=False, can_read=False)
    dialog = TroubleDialog(error, "en", window, can_read=False)
    assert list(dialog.buttons) == [Remedy.ANOTHER]
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "No backup" in said
    assert "Restore" not in said
