"""The garbage collector is off inside and as before afterwards."""

from __future__ import annotations

import gc

import pytest

from plans.storage.bulk import collecting_later


def test_off_inside_and_back_after() -> None:
    assert gc.isenabled()
    with collecting_later():
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_back_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), collecting_later():
        raise ZeroDivisionError
    assert gc.isenabled()
