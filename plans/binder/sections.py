"""A building's section from a binder, with the basements it shares with another building."""

from __future__ import annotations

from plans.binder.binder import Binder
from plans.drawing.section import Section, section
from plans.errors import NotFound
from plans.model.building import Building
from plans.model.fact import fact_of, number_of
from plans.model.floor import Floor

BASEMENTS_IN = "basements_in"
"""The fact that names the building whose plan holds the basements: its code or its name."""


def section_of(binder: Binder, building: Building) -> Section | None:
    """The section of a building; None when it has no floors.

    A building that is named but not in the binder adds nothing.
    """
    owner, shared = _basements(binder, building)
    return section(
        binder.library.floors(building.id),
        binder.drafting.spans(building.id),
        height_m=number_of(building.facts, "height_m"),
        shared=shared,
        shared_with=owner,
    )


def _basements(binder: Binder, building: Building) -> tuple[Building | None, list[Floor]]:
    fact = fact_of(building.facts, BASEMENTS_IN)
    if fact is None or not str(fact.value).strip():
        return None, []
    try:
        owner = binder.library.building(binder.library.resolve(str(fact.value)))
    except NotFound:
        return None, []
    if owner.id == building.id:
        return None, []
    return owner, [floor for floor in binder.library.floors(owner.id) if floor.level < 0]
