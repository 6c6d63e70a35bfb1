"""Take features away."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plans.editing.hanging import hung_on
from plans.model.change import Change, change
from plans.model.feature import Feature
from plans.model.ids import FeatureId


def erase(features: Mapping[FeatureId, Feature], ids: Collection[FeatureId]) -> Change:
    """Remove features of a floor, with the doors and windows that hang in removed walls."""
    gone = (frozenset(ids) & features.keys()) | hung_on(features, ids)
    return change("feature.erase", {id_: (features[id_], None) for id_ in sorted(gone)})
