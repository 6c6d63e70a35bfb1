"""Builds the sample binder from `assets/samples` with the importers anybody's files go through."""

from __future__ import annotations

from pathlib import Path

from plans.progress import Progress, silent

TITLE = "示例区 Sample District"
NOTE = "示例数据，纯属虚构。 Invented sample data."


def build_sample(path: Path, progress: Progress = silent) -> dict[str, int]:
    """Write the sample to a new binder in place of an old one; counts of files and records.

    Built beside it and moved there when it is whole. Raises `InputError` when a source cannot be
    read: the sample is ours, so that is a fault.
    """
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        counts = _fill(part, progress)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    for old in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        old.unlink(missing_ok=True)
    part.replace(path)
    return counts


def _fill(part: Path, progress: Progress) -> dict[str, int]:
    from desktop.support import assets
    from plans.binder import Binder
    from plans.importing.batch import import_files
    from plans.model.catalog import load_catalog

    catalog = load_catalog(assets.catalog())
    with Binder.create(part, title=TITLE) as binder:
        binder.describe(note=NOTE, invented=True)
        reports = import_files(
            binder, [assets.samples() / "plaza"], catalog, assets.catalog(), progress=progress
        )
        for report in reports:
            if report.error is not None:
                raise report.error
        return {
            "files": len(reports),
            "records": sum(len(report.draft.records) for report in reports if report.draft),
            "buildings": binder.library.count(),
            "site_features": binder.site.count(),
        }
