"""A feature's label in a language."""

from __future__ import annotations

import shapely

from plans.model.feature import Feature
from plans.model.ids import SITE, FeatureId


def test_label_falls_back_to_chinese() -> None:
    named = Feature(
        id=FeatureId("f"), place=SITE, kind="aed", shape=shapely.Point(0, 0), label="大堂"
    )
    assert named.label_in("zh") == named.label_in("en") == "大堂"


def test_features_are_values() -> None:
    def made() -> Feature:
        return Feature(id=FeatureId("f"), place=SITE, kind="aed", shape=shapely.Point(1, 2))

    assert made() == made()
    assert hash(made()) == hash(made())
