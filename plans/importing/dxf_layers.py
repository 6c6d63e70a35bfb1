"""Layers of a drawing: how much is on each, and a guess of what, by its name, blocks and kinds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from plans.importing.drawing_rules import DrawingRules
from plans.model.linework import LineworkLayer

_MOSTLY = 0.7
"""So large a share of a layer's entities decides what a layer of unknown name holds."""


def layers_of(
    doc: Any,
    space: Any,
    layers: dict[str, int],
    rules: DrawingRules,
    mend: Callable[[str], str],
) -> list[tuple[LineworkLayer, int]]:
    """Each of `layers`, in their order, and how many entities of the model space are on it."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in space:
        kind = entity.dxftype()
        if kind == "INSERT":
            kind = "block " + str(entity.dxf.get("name", ""))
        kinds[str(entity.dxf.get("layer", "0"))][kind] += 1
    return [
        (
            LineworkLayer(
                name=mend(name),
                role=_role(mend(name), kinds[name], rules, mend),
                shown=_is_shown(doc, name),
            ),
            kinds[name].total(),
        )
        for name in layers
    ]


def _role(name: str, kinds: Counter[str], rules: DrawingRules, mend: Callable[[str], str]) -> str:
    """The role the name suggests, else the one most things on the layer do."""
    named = rules.role_of(name)
    if named != "other" or not kinds:
        return named
    roles: Counter[str] = Counter()
    for kind, count in kinds.items():
        block = kind.removeprefix("block ")
        roles[rules.role_of(mend(block)) if block != kind else rules.role_made_of(kind)] += count
    role, count = roles.most_common(1)[0]
    return role if count >= _MOSTLY * kinds.total() else "other"


def _is_shown(doc: Any, name: str) -> bool:
    entry = doc.layers.get(name) if name in doc.layers else None
    return entry is None or not (entry.is_off() or entry.is_frozen())
