"""Tests of the sample's sources: every file is read whole by the ordinary importers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plans.binder import Binder
from plans.errors import InputError
from plans.importing.batch import FileReport
from plans.importing.sample import sample_files

SAMPLE = Path(__file__).resolve().parents[3] / "assets" / "samples" / "plaza"


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="missing"):
        sample_files(tmp_path)


def test_files_have_sizes_and_tables_come_first() -> None:
    files = sample_files(SAMPLE)
    assert all(one.size > 0 for one in files)
    endings = [one.path.suffix for one in files]
    assert endings == sorted(endings)


def test_the_whole_sample_is_read(binder: Binder, bring: Callable[..., list[FileReport]]) -> None:
    reports = bring(SAMPLE)
    for report in reports:
        assert report.error is None, report.error
        assert report.draft is not None
        assert report.draft.unread == (), (report.path, report.draft.unread[:3])
        assert {question.about for question in report.draft.questions} <= {"left_out"}
    assert binder.library.count() >= 3
    assert binder.site.count() > 500
