"""New features, one or many, as one step."""

from __future__ import annotations

import shapely

from plans.editing.draw import add, draw
from plans.model.fact import Fact
from plans.model.feature import Feature
from plans.model.ids import SITE


def test_draw() -> None:
    facts = (Fact(key="width_m", value=0.2),)
    change = draw(SITE, "fence", shapely.LineString([(0, 0), (1, 1)]), label="围栏", facts=facts)
    (feature,) = change.after.values()
    assert isinstance(feature, Feature)
    assert (feature.place, feature.kind, feature.label, feature.facts) == (
        SITE,
        "fence",
        "围栏",
        facts,
    )
    assert change.label == "feature.draw"
    assert set(change.before.values()) == {None}
    again = draw(SITE, "fence", feature.shape)
    assert again.ids != change.ids


def test_add(make) -> None:
    features = [make.feature(SITE, "tree", shapely.Point(i, 0)) for i in range(3)]
    assert dict(add(features).after) == {feature.id: feature for feature in features}
    assert add([]).is_empty
