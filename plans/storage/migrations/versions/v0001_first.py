"""The first schema: buildings, floors, features, rosters, attachments, changes, search.

Keys between tables are checked at the end of a transaction, so the order of the records in a
change does not matter; one that fails there is a `Conflict`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _real(name: str, *, null: bool = False) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=null)


def _texts(names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names.split()]


def _key(table: str, column: str = "id") -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=f"pk_{table}")


def _refer(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [target],
        name=f"fk_{table}_{column}",
        deferrable=True,
        initially="DEFERRED",
    )


def upgrade() -> None:
    """Make every table."""
    _binder()
    _buildings()
    _rosters()
    _papers()
    _search()


def _binder() -> None:
    op.create_table(
        "meta",
        sa.Column("row", sa.Integer(), nullable=False, autoincrement=False),
        *_texts("binder_id title created_at note"),
        _real("origin_lon", null=True),
        _real("origin_lat", null=True),
        sa.Column("invented", sa.Boolean(), nullable=False),
        _key("meta", "row"),
    )
    op.create_table(
        "changes",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            autoincrement=True,
        ),
        *_texts("id at who origin window step label"),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        _key("changes", "seq"),
        sqlite_autoincrement=True,
    )


def _buildings() -> None:
    op.create_table(
        "buildings",
        _text("id"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("name name_en address address_en code use"),
        *(_real(name, null=True) for name in ("lon", "lat", "rotation_deg")),
        _text("datum", null=True),
        _text("revision"),
        _text("revised_on", null=True),
        *_texts("names photos facts"),
        _key("buildings"),
        sa.UniqueConstraint("number", name="uq_buildings_number"),
    )
    op.create_index("ix_buildings_code", "buildings", ["code"])
    op.create_index("ix_buildings_place", "buildings", ["lat", "lon", "id"])
    # lists are read from here: the rows themselves are ten times wider, for their facts
    short = [
        "number",
        "id",
        "name",
        "name_en",
        "address",
        "address_en",
        "code",
        "use",
        "lon",
        "lat",
    ]
    op.create_index("ix_buildings_short", "buildings", short)
    op.create_table(
        "floors",
        *_texts("id building_id label"),
        sa.Column("level", sa.Integer(), nullable=False),
        _real("elevation_m"),
        _real("height_m"),
        *_texts("use use_en"),
        sa.Column("refuge", sa.Boolean(), nullable=False),
        _text("typical", null=True),
        _key("floors"),
        _refer("floors", "building_id", "buildings.id"),
        _refer("floors", "typical", "floors.id"),
    )
    op.create_index("ix_floors_building_id", "floors", ["building_id"])
    op.create_index("ix_floors_typical", "floors", ["typical"])
    op.create_table(
        "features",
        _text("id"),
        _text("floor_id", null=True),
        *_texts("kind label label_en"),
        _real("rotation_deg"),
        *(_real(name, null=True) for name in ("minx", "miny", "maxx", "maxy")),
        sa.Column("cell", sa.BigInteger()),
        *_texts("photos facts"),
        sa.Column("shape", sa.LargeBinary(), nullable=False),
        _key("features"),
        _refer("features", "floor_id", "floors.id"),
    )
    op.create_index("ix_features_floor_id", "features", ["floor_id", "kind"])
    on_site = sa.text("cell IS NOT NULL")
    op.create_index(
        "ix_features_site",
        "features",
        ["cell", "minx", "miny", "maxx", "maxy"],
        sqlite_where=on_site,
        postgresql_where=on_site,
    )


def _rosters() -> None:
    op.create_table(
        "stations",
        *_texts("id kind name name_en code"),
        _real("lon", null=True),
        _real("lat", null=True),
        _text("building_id", null=True),
        *_texts("floor_label telephone district"),
        _text("parent_id", null=True),
        _text("kit"),
        _key("stations"),
        _refer("stations", "parent_id", "stations.id"),
    )
    op.create_index("ix_stations_parent_id", "stations", ["parent_id"])
    op.create_table(
        "persons",
        *_texts("id name post telephone"),
        _text("station_id", null=True),
        _key("persons"),
        _refer("persons", "station_id", "stations.id"),
    )
    op.create_index("ix_persons_station_id", "persons", ["station_id"])
    op.create_table(
        "shifts",
        *_texts("id station_id person_id post starts_at"),
        _real("hours"),
        sa.Column("every_days", sa.Integer(), nullable=False),
        _key("shifts"),
        _refer("shifts", "station_id", "stations.id"),
        _refer("shifts", "person_id", "persons.id"),
    )
    op.create_index("ix_shifts_station_id", "shifts", ["station_id"])
    op.create_index("ix_shifts_person_id", "shifts", ["person_id"])
    op.create_table(
        "appliances",
        _text("id"),
        _text("station_id", null=True),
        *_texts("name cls call_sign facts"),
        _key("appliances"),
        _refer("appliances", "station_id", "stations.id"),
    )
    op.create_index("ix_appliances_station_id", "appliances", ["station_id"])


def _papers() -> None:
    op.create_table(
        "blobs",
        _text("sha256"),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        _key("blobs", "sha256"),
    )
    op.create_table(
        "attachments",
        *_texts("id name media_type sha256 caption caption_en"),
        _text("taken_on", null=True),
        _text("taken_by"),
        _key("attachments"),
    )
    op.create_table(
        "underlays",
        *_texts("id place name media_type sha256 matrix"),
        _key("underlays"),
        _refer("underlays", "place", "floors.id"),
    )
    op.create_index("ix_underlays_place", "underlays", ["place"])


def _search() -> None:
    plain = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "search_rows",
        sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False),
        *_texts("building_id field text"),
        sa.Column("plain", plain, nullable=False),
        _key("search_rows"),
    )
    op.create_index("ix_search_rows_building_id", "search_rows", ["building_id"])
    op.create_index("ix_search_rows_plain", "search_rows", ["plain", "id"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_words USING fts5"
            "(tokens, every, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3')"
        )
        op.execute(
            "CREATE VIRTUAL TABLE search_grams USING fts5"
            "(grams, tokenize = 'unicode61 remove_diacritics 0', detail = none)"
        )
        return
    op.execute(
        "CREATE TABLE search_words"
        " (rowid bigint PRIMARY KEY, tokens tsvector, every tsvector, grams tsvector)"
    )
    for column in ("tokens", "every", "grams"):
        op.execute(f"CREATE INDEX ix_search_words_{column} ON search_words USING gin ({column})")
