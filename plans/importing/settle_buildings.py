"""Buildings, their facts and floors from parsed rows, matched to those the binder has."""

from __future__ import annotations

import msgspec

from plans.errors import Undecided
from plans.importing.ledger import Ledger
from plans.importing.levels import level_of
from plans.importing.nearness import far_ones
from plans.importing.parsed import BuildingRow, FloorRow
from plans.importing.rules import plain
from plans.model.building import Building, Name, Placing
from plans.model.fact import Fact, Facts, fact_of, with_fact
from plans.model.floor import Floor
from plans.model.ids import BuildingId, FloorId, new_id


def settle_buildings(ledger: Ledger, rows: list[BuildingRow], *, only_facts: bool) -> None:
    """Bring buildings in: by code, else by name and address, they meet the ones already there.

    With `only_facts` no building is made: a row of an unknown building is missed.
    """
    far = far_ones(ledger, [(row.lon, row.lat) for row in rows])
    for row, away_km in zip(rows, far, strict=True):
        if away_km is not None:
            ledger.miss(row.place, "too_far", f"{row.name or row.code}, {away_km:,} km")
            continue
        before = _same_building(ledger, row)
        if before is None and only_facts:
            ledger.miss(row.place, "no_such_building", row.name)
            continue
        start = before or Building(id=BuildingId(new_id()), name=row.name or row.code)
        after = _merged(ledger, start, row, only_facts=only_facts)
        if only_facts and after != before:
            ledger.counts["fact"] += len(row.facts)
        stored = before if before is not None and before.id not in ledger.records else None
        ledger.put(after, stored)


def said_building(ledger: Ledger) -> Building | None:
    """The building the user named for all files, made when that was wished; None: named none.

    Raises `Undecided` for one the binder does not hold, with the names that come near.
    """
    wish = ledger.wish
    if wish.new_building:
        known = ledger.building_named(wish.new_building)
        return known or ledger.put(Building(id=BuildingId(new_id()), name=wish.new_building))
    if not wish.building:
        return None
    found = ledger.building_named(wish.building)
    if found is None:
        near = ledger.names_like(wish.building)
        reason = "unlike_building" if near else "unknown_building"
        raise Undecided(ledger.source, reason=reason, text=wish.building, near=", ".join(near))
    return found


def _same_building(ledger: Ledger, row: BuildingRow) -> Building | None:
    if row.code and (ids := ledger.building_ids(row.code)):
        coded = [one for one in map(ledger.building, ids) if plain(one.code) == plain(row.code)]
        if coded:
            return coded[0]
    for building_id in ledger.building_ids(row.name) if row.name else ():
        one = ledger.building(building_id)
        if row.code and one.code and plain(row.code) != plain(one.code) and row.code != row.name:
            continue
        if row.address and one.address and plain(row.address) != plain(one.address):
            continue
        return one
    return None


def _merged(ledger: Ledger, one: Building, row: BuildingRow, *, only_facts: bool) -> Building:
    facts = _merged_facts(ledger, one.facts, row.facts, row.place)
    if only_facts:
        return msgspec.structs.replace(one, facts=facts)
    names = [*one.names]
    known = {(plain(name.text)) for name in names} | {plain(one.name)}
    for name in _names(row, one):
        if plain(name.text) not in known:
            names.append(name)
            known.add(plain(name.text))
    placing = one.placing
    if row.lon is not None and row.lat is not None:
        turned = one.placing.rotation_deg if one.placing else 0.0
        placing = Placing(
            lon=row.lon,
            lat=row.lat,
            rotation_deg=turned if row.rotation_deg is None else row.rotation_deg,
            datum=row.datum,
        )
    return msgspec.structs.replace(
        one,
        names=tuple(names),
        address=row.address or one.address,
        address_en=row.address_en or one.address_en,
        code=row.code or one.code,
        use=row.use or one.use,
        placing=placing,
        facts=facts,
        revision=row.revision or one.revision,
        revised_on=row.revised_on or one.revised_on,
    )


def _names(row: BuildingRow, one: Building) -> list[Name]:
    """The row's other names; its own too when the building goes by another."""
    own = [Name(row.name)] if row.name and plain(row.name) != plain(one.name) else []
    return [*own, *row.names]


def _merged_facts(ledger: Ledger, old: Facts, new: Facts, place: str) -> Facts:
    """New facts over old ones; a checked value does not give way to an unchecked one."""
    for fact in new:
        stored = fact_of(old, fact.key)
        if stored is not None and _outranks(stored, fact):
            if stored.value != fact.value:
                text = f"{fact.key}: {stored.value} / {fact.value}"
                ledger.note(place, "kept_verified", text)
            continue
        old = with_fact(old, fact)
    return old


def _outranks(stored: Fact, fact: Fact) -> bool:
    if not stored.verified_by or stored.verified_on is None:
        return False
    return fact.verified_on is None or not fact.verified_by or fact.verified_on < stored.verified_on


# ---------------------------------------------------------------------- floors


def settle_floors(ledger: Ledger, rows: list[FloorRow]) -> None:
    """Bring floors in: by their label they meet the ones the building has."""
    for row in sorted(rows, key=lambda row: bool(row.typical)):
        building = ledger.building_named(row.building)
        if building is None:
            ledger.miss(row.place, "no_such_building", row.building)
            continue
        before = floor_labelled(ledger, building.id, row.label)
        after = _floor(ledger, building.id, row, before)
        if row.typical:
            same = floor_labelled(ledger, building.id, row.typical)
            if same is None or same.id == after.id:
                ledger.note(row.place, "no_such_floor", row.typical)
            else:
                after = msgspec.structs.replace(after, typical=same.id)
        ledger.put(after, before)


def _floor(ledger: Ledger, building_id: BuildingId, row: FloorRow, old: Floor | None) -> Floor:
    start = old or new_floor(ledger, building_id, row.label, row.level, quiet=_is_told(row))
    return msgspec.structs.replace(
        start,
        level=start.level if row.level is None else row.level,
        elevation_m=start.elevation_m if row.elevation_m is None else row.elevation_m,
        height_m=row.height_m or start.height_m,
        use=row.use or start.use,
        use_en=row.use_en or start.use_en,
        refuge=start.refuge if row.refuge is None else row.refuge,
    )


def _is_told(row: FloorRow) -> bool:
    return row.elevation_m is not None and row.height_m is not None


def floor_labelled(ledger: Ledger, building_id: BuildingId, label: str) -> Floor | None:
    """The building's floor of that label, or None."""
    wanted = plain(label)
    floors = ledger.floors(building_id)
    return next((floor for floor in floors if plain(floor.label) == wanted), None)


def new_floor(
    ledger: Ledger, building_id: BuildingId, label: str, level: int | None, *, quiet: bool = False
) -> Floor:
    """A floor the building does not have yet, its figures assumed (and asked about)."""
    floors = ledger.floors(building_id)
    if level is None:
        level = _level_of(label, floors)
    if level is None:
        level = max((floor.level for floor in floors), default=-1) + 1
        ledger.ask("assumed_level", f"{label} = {level}")
    if not quiet:
        ledger.ask("assumed_height", f"{ledger.storey_height_m:g}")
    below = next((floor for floor in floors if floor.level == level - 1), None)
    above = next((floor for floor in floors if floor.level == level + 1), None)
    elevation_m = level * ledger.storey_height_m
    if below is not None:
        elevation_m = below.top_m
    elif above is not None:
        elevation_m = above.elevation_m - ledger.storey_height_m
    return Floor(
        id=FloorId(new_id()),
        building_id=building_id,
        label=label,
        level=level,
        elevation_m=round(elevation_m, 3),
        height_m=ledger.storey_height_m,
    )


def _level_of(label: str, floors: list[Floor]) -> int | None:
    """The storey of a label. Where the ground floor goes by G, GF, EG, 0 ..., 1 is the next."""
    word = plain(label)
    counts_from_ground = any(plain(floor.label) in _GROUND for floor in floors)
    return int(word) if word.isdigit() and counts_from_ground else level_of(label)


_GROUND = frozenset({"g", "gf", "eg", "rdc", "0", "ground", "groundfloor"})
