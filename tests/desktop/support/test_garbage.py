"""The collector is held while the program starts and works again afterwards."""

from __future__ import annotations

import contextlib
import gc

from desktop.support.garbage import held, hold, release


def test_hold_and_release() -> None:
    hold()
    try:
        assert not gc.isenabled()
    finally:
        release()
    assert gc.isenabled()
    gc.unfreeze()


def test_held_for_a_while_and_back_after_a_failure() -> None:
    with contextlib.suppress(ZeroDivisionError), held():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
