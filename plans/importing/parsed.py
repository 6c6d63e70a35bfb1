"""What stands in a file, before it is fitted to a binder: plain rows that cross a pipe.

Shapes are WKB in degrees (lon, lat; WGS-84). References to other records are the words the file
uses (a code or a name); `settle` finds whom they mean.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from plans.importing.draft import Question, Unread
from plans.model.building import Datum, Name
from plans.model.fact import Facts
from plans.model.station import KitItem


class BuildingRow(msgspec.Struct, frozen=True, kw_only=True, tag="building"):
    """A building, or facts of one (then `name` may be the only clue)."""

    name: str = ""
    code: str = ""
    names: tuple[Name, ...] = ()
    address: str = ""
    address_en: str = ""
    use: str = ""
    lon: float | None = None
    lat: float | None = None
    rotation_deg: float | None = None
    datum: Datum = Datum.WGS84
    facts: Facts = ()
    revision: str = ""
    revised_on: dt.date | None = None
    place: str = ""


class FloorRow(msgspec.Struct, frozen=True, kw_only=True, tag="floor"):
    """A floor of a building; `typical` is the label of the floor whose features it shows too."""

    building: str
    label: str
    level: int | None = None
    elevation_m: float | None = None
    height_m: float | None = None
    use: str = ""
    use_en: str = ""
    refuge: bool | None = None
    typical: str = ""
    place: str = ""


class FeatureRow(msgspec.Struct, frozen=True, kw_only=True, tag="feature", gc=False):
    """A feature. `floors` are floor labels, `levels` storey numbers (0 the first above ground);
    with neither, and no `indoor`, it lies on the site. With `local` its shape is in metres of the
    building's axes, already in the form its kind is drawn in. `outdoor` things (a road, a hydrant)
    stay there even when the user names a floor for the file. `address` is a footprint's, in one
    line."""

    kind: str
    wkb: bytes
    label: str = ""
    label_en: str = ""
    rotation_deg: float = 0.0
    facts: Facts = ()
    building: str = ""
    floors: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    indoor: bool = False
    outdoor: bool = False
    local: bool = False
    address: str = ""
    place: str = ""


class StationRow(msgspec.Struct, frozen=True, kw_only=True, tag="station"):
    """A station by its own words; `parent` is the code or name of its main station."""

    name: str
    kind: str = ""
    name_en: str = ""
    code: str = ""
    lon: float | None = None
    lat: float | None = None
    building: str = ""
    floor: str = ""
    telephone: str = ""
    district: str = ""
    parent: str = ""
    kit: tuple[KitItem, ...] = ()
    place: str = ""


class PersonRow(msgspec.Struct, frozen=True, kw_only=True, tag="person"):
    """A person on a roster."""

    name: str
    post: str = ""
    telephone: str = ""
    station: str = ""
    place: str = ""


class ShiftRow(msgspec.Struct, frozen=True, kw_only=True, tag="shift"):
    """A turn of duty."""

    station: str
    person: str
    post: str = ""
    starts_at: dt.datetime
    hours: float = 24.0
    every_days: int = 0
    place: str = ""


class ApplianceRow(msgspec.Struct, frozen=True, kw_only=True, tag="appliance"):
    """A vehicle."""

    name: str
    station: str = ""
    cls: str = ""
    call_sign: str = ""
    facts: Facts = ()
    place: str = ""


class KitRow(msgspec.Struct, frozen=True, kw_only=True, tag="kit"):
    """One line of a station's kit."""

    station: str
    item: KitItem
    place: str = ""


class ThingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A feature a drawing proposes: its shape is WKB in the drawing's metres."""

    kind: str
    wkb: bytes
    label: str = ""
    rotation_deg: float = 0.0
    facts: Facts = ()


class DrawingRow(msgspec.Struct, frozen=True, kw_only=True, tag="drawing"):
    """A drawing for the underlay of a floor, with what it says of itself.

    `linework` is an encoded `Linework` in metres at `unit`; of a page it is in points, each
    `metres` long on the floor, 0 when nothing tells it. `declared` is the unit the file names,
    `certain` whether doors and size agree on `unit`; `door_m` is the usual door at that unit.
    `floors` are the labels and levels of the floors its title names, the one it is laid beneath
    first; `things` what it proposes for the plan; `page_size` is the whole page's width and
    height in points.
    """

    name: str
    linework: bytes
    unit: str
    declared: str = ""
    certain: bool = True
    door_m: float | None = None
    version: str = ""
    code_page: str = ""
    entities: dict[str, int] = {}
    layers: int = 0
    blocks: int = 0
    width_m: float = 0.0
    height_m: float = 0.0
    floors: tuple[tuple[str, int | None], ...] = ()
    things: tuple[ThingRow, ...] = ()
    metres: float = 1.0
    page_size: tuple[float, float] = (0.0, 0.0)
    page: int = 1
    pages: int = 1
    place: str = ""


class PictureRow(msgspec.Struct, frozen=True, kw_only=True, tag="picture"):
    """A picture of a floor for its underlay: a photo, a scan, a page of a PDF.

    `pyramid` is an encoded `Pyramid` whose lower left lies at `left`, `bottom` of the whole page
    and whose pixels are `pixel` wide, in units of the page (pixels of a picture, points of a PDF).
    `metres` is the length of a unit on the floor, 0 when nothing tells it. `page` counts from 1.
    """

    name: str
    pyramid: bytes
    width_px: int
    height_px: int
    pixel: float = 1.0
    left: float = 0.0
    bottom: float = 0.0
    metres: float = 0.0
    page: int = 1
    pages: int = 1
    place: str = ""


class NetworkRow(msgspec.Struct, frozen=True, kw_only=True, tag="network"):
    """A water network kept whole for later hydraulics: its EPANET text as UTF-8, and how many
    `junctions`, `reservoirs`, `tanks`, `pipes`, `pumps`, `valves` the engine found."""

    name: str
    data: bytes
    counts: dict[str, int]
    place: str = ""


class PhotoRow(msgspec.Struct, frozen=True, kw_only=True, tag="photo"):
    """A photo beside the table: `file` is relative to the table's folder.

    With `label` or `kind` it belongs to that feature (on `floor`, or on the site without one),
    else to the building.
    """

    file: str
    building: str = ""
    floor: str = ""
    kind: str = ""
    label: str = ""
    caption: str = ""
    caption_en: str = ""
    taken_on: dt.date | None = None
    taken_by: str = ""
    place: str = ""


ParsedRow = (
    BuildingRow
    | FloorRow
    | FeatureRow
    | StationRow
    | PersonRow
    | ShiftRow
    | ApplianceRow
    | KitRow
    | PhotoRow
    | DrawingRow
    | PictureRow
    | NetworkRow
)


class Seen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a reader saw of a file as a whole, for the report: `unit_m` metres in one unit of it,
    `crs` the coordinate system, `layers` (name, role, entities) of a drawing, how many `entities`,
    `texts` and table `rows_read`, `extents_m` (x0, y0, x1, y1) in metres,
    `bbox_deg` (west, south, east, north), `products` of a building model by their sort, and of a
    water `network` its counts, length of pipes and flow unit;
    `buildings` where the file counts them itself."""

    unit_m: float | None = None
    crs: str | None = None
    layers: tuple[tuple[str, str, int], ...] = ()
    entities: int | None = None
    texts: int | None = None
    extents_m: tuple[float, float, float, float] | None = None
    bbox_deg: tuple[float, float, float, float] | None = None
    buildings: int | None = None
    rows_read: int | None = None
    products: dict[str, int] = {}
    network: dict[str, int | float | str] = {}


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read from one file. `table` is the kind of table, or the format.

    `building`, `floor` and `typical` are what the file says of itself as a whole.
    """

    source: str
    table: str
    rows: tuple[ParsedRow, ...] = ()
    unread: tuple[Unread, ...] = ()
    questions: tuple[Question, ...] = ()
    building: str = ""
    floor: str = ""
    typical: str = ""
    seen: Seen = Seen()
