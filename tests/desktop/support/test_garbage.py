"""The collector is held while the program starts and works again afterwards."""

from __future__ import annotations

import gc

from desktop.support.garbage import hold, release


def test_hold_and_release() -> None:
    hold()
    try:
        assert not gc.isenabled()
    finally:
        release()
    assert gc.isenabled()
    gc.unfreeze()
