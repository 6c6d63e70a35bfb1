"""The authoring of the invented sample district: small modules that draw it, floor by floor.

`python -m assets.samples.authoring` (from the project root) writes everything in `../plaza`
anew, the same every time; `python -m assets.samples.authoring.check` inspects what was written.
Everything is invented: places, names, numbers. Telephone numbers begin with 0000 and cannot be
dialled.

Conventions of the files
- Degrees are WGS-84 with 9 decimals. A floor is drawn in its building's local metres (y up) and
  placed by: east = x cos r - y sin r, north = x sin r + y cos r; lon/lat = transverse Mercator
  (ellipsoid WGS 84, k = 1, no false origin) about the building's lon/lat; r = 旋转角 of
  buildings.csv, counter-clockwise from east. Sample Plaza's three buildings share r; each has an
  origin of its own (podium: middle of its grid; towers: middle of the tower).
- A floor file says of itself "building" (unit code) and "floor" (label) at its top level. Floors
  without a file name the floor they show in `typical` of floors.csv. `level` 0 is 1F, -1 is B1.
- Properties of a feature: kind, label, label_en, rotation_deg, then facts by key.
  rotation_deg is counter-clockwise from the building's local x axis on a floor, from east on the
  site. A stair.flight's or ramp's rotation_deg is the direction of travel upwards.
- Walls are centre lines with width_m, not cut at doors. A door or window is a line of two points
  on a wall: first the hinge jamb; the leaf opens to the left of the line. door.double opens both
  leaves to that side; door.sliding has no leaf.
- Rooms, corridors, lobbies, refuge areas and openings tile a floor without overlap; parking bays,
  stair flights, compartments and furniture lie upon them. Stairs, lifts and shafts are rooms
  without a label: their symbol carries it. A room without label else is part of a larger one.
- Every door has width_m (door.sliding and window: clear_width_m, since width_m of a kind of line
  is its drawn thickness). Fire doors carry fire_rating_min. Furniture, columns and parking bays
  have no label or rotation_deg.
- Site files: ground, roads, footprints, water, access, stations. building.footprint carries
  height_m. Houses with a plan are in footprints by name, their lanes and hazards in access.
- Tables are UTF-8 with a byte order mark. buildings.csv has a brigade's Chinese headings; facts
  and floors name the building in building_code; persons, shifts, appliances and kit name the
  station by its code, shifts the person by name. facts.csv holds choices by id, several joined
  by ";". A fact without verified_by is unverified; verified_by is a post, never a person.
- shifts.csv: 24 h from starts_at, again every 3 days in three turns (chiefs every 2), so that at
  any moment somebody is on duty at each station, main micro-station and duty point.
- Pictures are drawings, marked 示意图 ILLUSTRATION.
"""
