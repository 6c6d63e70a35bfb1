"""How plans are drawn for a person: theme, family, sizes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.support.theme import Theme
from plans.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class PlanLook:
    """Theme, catalog, type family; sizes as shares of the normal ones; pixels per logical pixel."""

    theme: Theme
    catalog: Catalog
    family: str
    symbol_scale: float = 1.0
    text_scale: float = 1.0
    dpr: float = 1.0
