"""What an edit did: the one value that undo, audit, revision, sync and import all read."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from plans.model.appliance import Appliance
from plans.model.attachment import Attachment, Underlay
from plans.model.building import Building
from plans.model.feature import Feature
from plans.model.floor import Floor
from plans.model.station import Person, Shift, Station

Record = Building | Floor | Feature | Station | Person | Shift | Appliance | Attachment | Underlay


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Records before and after, by id; None is absent.

    `label` is a wording key such as `feature.move`. Ids in `before` and `after` are the same.
    """

    label: str
    before: Mapping[str, Record | None]
    after: Mapping[str, Record | None]

    def inverted(self) -> Change:
        """The change that takes this one back."""
        return Change(label=self.label, before=self.after, after=self.before)

    def then(self, later: Change) -> Change:
        """This and a later change as one step, under this one's label."""
        before = {**later.before, **self.before}
        after = {**self.after, **later.after}
        kept = [key for key in after if before[key] != after[key]]
        return Change(
            label=self.label,
            before={key: before[key] for key in kept},
            after={key: after[key] for key in kept},
        )

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the records it touches."""
        return frozenset(self.after)

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return all(self.before[key] == self.after[key] for key in self.after)


def change(label: str, pairs: Mapping[str, tuple[Record | None, Record | None]]) -> Change:
    """A change from id → (before, after), leaving out pairs that are equal."""
    kept = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
    return Change(
        label=label,
        before={key: pair[0] for key, pair in kept.items()},
        after={key: pair[1] for key, pair in kept.items()},
    )


def added(label: str, *records: Record) -> Change:
    """A change that brings new records."""
    return change(label, {record.id: (None, record) for record in records})
