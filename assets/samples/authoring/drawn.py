"""One thing drawn, before it is written to a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Drawn:
    """One feature in local metres."""

    kind: str
    shape: BaseGeometry
    label: str = ""
    label_en: str = ""
    rotation_deg: float = 0.0
    facts: dict[str, Any] = field(default_factory=dict)
