"""The files of the invented sample district, in the order in which the importers need them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from plans.errors import InputError
from plans.importing.batch import in_order


class SampleFile(msgspec.Struct, frozen=True):
    """One source file of the sample and its size in bytes."""

    path: Path
    size: int


def sample_files(folder: Path) -> list[SampleFile]:
    """The sample's files in order. Raises `InputError` when the folder holds none."""
    files = [SampleFile(path, path.stat().st_size) for path in in_order([folder])]
    if not files:
        raise InputError(folder, reason="missing")
    return files
