"""What is known of each building, and how far: most of Sample Plaza, less of the others."""

from __future__ import annotations

from typing import Any

from .facts_plaza import PLAZA
from .facts_small import SMALL
from .records import Known

VERIFIERS = ("示例大队防火参谋（示例）", "剖面路特勤站站长（示例）", "图例街站指导员（示例）")
FRESH = ("2026-09-02", "2026-06-18", "2026-03-27", "2026-10-14")
OLD = ("2024-05-16", "2024-11-08", "2025-02-20")
SOURCES = {"V": "实地熟悉", "S": "高层建筑档案", "U": "单位填报"}


def known() -> dict[str, list[Known]]:
    """Building code to its facts; the letter before each value says how far it can be trusted:
    V verified in 2026, S verified long ago, U told but not checked."""
    return {code: _facts(rows) for code, rows in {**PLAZA, **SMALL}.items()}


def _facts(rows: dict[str, tuple[str, Any]]) -> list[Known]:
    out = []
    for n, (key, (trust, value)) in enumerate(rows.items()):
        by = VERIFIERS[n % len(VERIFIERS)] if trust != "U" else ""
        on = {"V": FRESH[n % len(FRESH)], "S": OLD[n % len(OLD)], "U": ""}[trust]
        out.append(Known(key, value, SOURCES[trust], by, on))
    return out
