"""Writes every file of the sample: `python -m assets.samples.authoring` from the project root."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import facts, people, pictures, plaza, site, small, small_site, tables
from .writing import write_floor, write_site

FOLDER = Path(__file__).resolve().parent.parent / "plaza"


def main() -> None:
    """Draw everything and write it; prints what was written."""
    rows = [*plaza.rows(), *small.rows()]
    shutil.rmtree(FOLDER / "floors", ignore_errors=True)
    files: dict[tuple[str, str], str] = {}
    features = 0
    for row in rows:
        for floor in row.floors:
            if floor.draw is not None:
                drawn = floor.draw()
                features += len(drawn)
                files[row.code, floor.label] = write_floor(
                    FOLDER, row.code, row.name, floor.label, row.frame, drawn
                )
    for file, (name, drawn) in site.layers(
        small.footprints(), small_site.details(), people.symbols()
    ).items():
        features += write_site(FOLDER, file, name, drawn)
    tables.write(FOLDER, rows, files, facts.known())
    people.write(FOLDER, rows)
    pictures.write(FOLDER)
    size = sum(f.stat().st_size for f in FOLDER.rglob("*") if f.is_file())
    print(f"{len(files)} floors, {features} features, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
