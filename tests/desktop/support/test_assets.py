"""Assets are found where the package says."""

from __future__ import annotations

from desktop.support import assets


def test_folders_exist() -> None:
    for folder in (assets.themes(), assets.translations(), assets.icons(), assets.catalog()):
        assert folder.is_dir()


def test_both_themes_and_languages_ship() -> None:
    assert {path.stem for path in assets.themes().glob("*.toml")} == {"day", "night"}
    names = {path.name for path in assets.translations().glob("*.ts")}
    assert names == {"preplan_zh.ts", "preplan_en.ts"}
