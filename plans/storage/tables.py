"""The tables of a binder as queries see them, the same on SQLite and PostgreSQL.

Keys between tables and indexes stand in the migrations alone: no query needs them here, and
naming PostgreSQL's options would import its dialect at every start. Text columns named after
tuples of values (`facts`, `names`, `kit`, `photos`) hold JSON, shapes are WKB, dates ISO text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

# Compared byte by byte on both databases, so a range of prefixes is a range of the index.
Plain = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


def _key(name: str = "id") -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


meta = Table(
    "meta",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    _text("binder_id"),
    _text("title"),
    Column("origin_lon", Double),
    Column("origin_lat", Double),
    _text("created_at"),
    Column("invented", Boolean, nullable=False, default=False),
    _text("note"),
)

changes = Table(
    "changes",
    metadata,
    Column(
        "seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    ),
    _text("id"),
    _text("at"),
    _text("who"),
    _text("origin"),
    _text("window"),
    _text("step"),
    _text("label"),
    Column("count", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

blobs = Table(
    "blobs",
    metadata,
    _key("sha256"),
    Column("size", BigInteger, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

buildings = Table(
    "buildings",
    metadata,
    _key(),
    Column("number", Integer, nullable=False),
    _text("name"),
    _text("name_en"),
    _text("address"),
    _text("address_en"),
    Column("code", Text, nullable=False),
    _text("use"),
    Column("lon", Double),
    Column("lat", Double),
    Column("rotation_deg", Double),
    Column("datum", Text),
    _text("revision"),
    Column("revised_on", Text),
    _text("names"),
    _text("photos"),
    _text("facts"),
)

floors = Table(
    "floors",
    metadata,
    _key(),
    Column("building_id", Text, nullable=False),
    _text("label"),
    Column("level", Integer, nullable=False),
    Column("elevation_m", Double, nullable=False),
    Column("height_m", Double, nullable=False),
    _text("use"),
    _text("use_en"),
    Column("refuge", Boolean, nullable=False),
    Column("typical", Text),
)

features = Table(
    "features",
    metadata,
    _key(),
    Column("floor_id", Text),
    _text("kind"),
    _text("label"),
    _text("label_en"),
    Column("rotation_deg", Double, nullable=False),
    Column("minx", Double),
    Column("miny", Double),
    Column("maxx", Double),
    Column("maxy", Double),
    Column("cell", BigInteger),
    _text("photos"),
    _text("facts"),
    Column("shape", LargeBinary, nullable=False),
)
"""`floor_id` NULL is the site; `cell` (see `cells.py`) is NULL on floors."""

stations = Table(
    "stations",
    metadata,
    _key(),
    _text("kind"),
    _text("name"),
    _text("name_en"),
    _text("code"),
    Column("lon", Double),
    Column("lat", Double),
    Column("building_id", Text),
    _text("floor_label"),
    _text("telephone"),
    _text("district"),
    Column("parent_id", Text),
    _text("kit"),
)

persons = Table(
    "persons",
    metadata,
    _key(),
    _text("name"),
    _text("post"),
    _text("telephone"),
    Column("station_id", Text),
)

shifts = Table(
    "shifts",
    metadata,
    _key(),
    Column("station_id", Text, nullable=False),
    Column("person_id", Text, nullable=False),
    _text("post"),
    _text("starts_at"),
    Column("hours", Double, nullable=False),
    Column("every_days", Integer, nullable=False),
)

appliances = Table(
    "appliances",
    metadata,
    _key(),
    Column("station_id", Text),
    _text("name"),
    _text("cls"),
    _text("call_sign"),
    _text("facts"),
)

attachments = Table(
    "attachments",
    metadata,
    _key(),
    _text("name"),
    _text("media_type"),
    _text("sha256"),
    _text("caption"),
    _text("caption_en"),
    Column("taken_on", Text),
    _text("taken_by"),
)

underlays = Table(
    "underlays",
    metadata,
    _key(),
    Column("place", Text, nullable=False),
    _text("name"),
    _text("media_type"),
    _text("sha256"),
    _text("matrix"),
)

search_rows = Table(
    "search_rows",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("building_id", Text, nullable=False),
    _text("field"),
    _text("text"),
    Column("plain", Plain, nullable=False),
)
"""One row per building and searchable field; the words themselves stand in `search_words` and
`search_grams`, which each database builds in its own way (see the migrations)."""
