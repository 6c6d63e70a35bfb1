"""A machine without Qt's system libraries hears one sentence, not a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop.support.qtneeds import LIBRARIES, ensure_qt, missing_sentence


def lacking(library: str) -> ImportError:
    return ImportError(f"{library}: cannot open shared object file: No such file or directory")


@pytest.mark.parametrize(("library", "debian", "fedora"), LIBRARIES)
def test_package_is_named(library: str, debian: str, fedora: str) -> None:
    for language in ("zh", "en"):
        said = missing_sentence(lacking(f"{library}.1"), language)
        assert debian in said
        assert fedora in said
        assert f"{library}.1" in said
        assert "\n" not in said


def test_unknown_library_is_named_as_it_is() -> None:
    assert "libodd.so.3" in missing_sentence(lacking("libodd.so.3"), "en")


def test_exit_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    def load() -> None:
        raise lacking("libEGL.so.1")

    with pytest.raises(SystemExit) as left:
        ensure_qt("en", load)
    assert left.value.code == 3
    assert "libegl1" in capsys.readouterr().err


def test_loads_here() -> None:
    ensure_qt("en")


def test_needs_no_qt_itself() -> None:
    code = "import sys, desktop.support.qtneeds; print('PySide6' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
