"""Features as rows and back, their shapes in bulk: a district has 100,000 of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from plans.model.feature import Feature
from plans.model.ids import SITE, AttachmentId
from plans.storage.cells import cells_of
from plans.storage.json_columns import dump, load_facts, loader

FEATURE_COLUMNS = (
    "id",
    "floor_id",
    "kind",
    "shape",
    "label",
    "label_en",
    "rotation_deg",
    "facts",
    "photos",
)
_load_photos = loader(tuple[AttachmentId, ...])


def feature_rows(features: Sequence[Feature]) -> list[dict[str, Any]]:
    """Rows with WKB, bounding box in metres and, on the site, the grid cell."""
    shapes = np.array([feature.shape for feature in features], dtype=object)
    boxes = shapely.bounds(shapes).reshape(-1, 4)
    codes = shapely.to_wkb(shapes).tolist() if len(features) else []
    cells = cells_of(boxes).tolist()
    corners = boxes.tolist()
    return [
        {
            "id": feature.id,
            "floor_id": None if feature.place == SITE else feature.place,
            "kind": feature.kind,
            "label": feature.label,
            "label_en": feature.label_en,
            "rotation_deg": feature.rotation_deg,
            "minx": box[0] if box[0] == box[0] else None,  # NaN: an empty shape has no box
            "miny": box[1] if box[1] == box[1] else None,
            "maxx": box[2] if box[2] == box[2] else None,
            "maxy": box[3] if box[3] == box[3] else None,
            "cell": cell if feature.place == SITE else None,
            "photos": dump(feature.photos),
            "facts": dump(feature.facts),
            "shape": code,
        }
        for feature, box, cell, code in zip(features, corners, cells, codes, strict=True)
    ]


def features_from(rows: Sequence[Any]) -> list[Feature]:
    """Features from rows of `FEATURE_COLUMNS`; repeated facts are read once."""
    if not rows:
        return []
    ids, places, kinds, codes, labels, labels_en, turns, facts, photos = zip(*rows, strict=True)
    for texts in (ids, kinds, labels, labels_en):
        if not set(map(type, texts)) <= {str}:
            raise TypeError("a text is missing")
    if None in codes:
        raise TypeError("a shape is missing")
    shapes = shapely.from_wkb(np.array(codes, dtype=object))
    facts_of = {text: load_facts(text) for text in set(facts)}
    photos_of = {text: _load_photos(text) for text in set(photos)}
    return [
        Feature(
            id=id_,
            place=place or SITE,
            kind=kind,
            shape=shape,
            label=label,
            label_en=label_en,
            rotation_deg=turn,
            facts=facts_of[fact],
            photos=photos_of[photo],
        )
        for id_, place, kind, shape, label, label_en, turn, fact, photo in zip(
            ids, places, kinds, shapes, labels, labels_en, turns, facts, photos, strict=True
        )
    ]
