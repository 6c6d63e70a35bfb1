"""The one door into the domain: open a binder, read it, commit to it."""

from plans.binder.binder import Binder
from plans.binder.committing import Written
from plans.binder.rescue import Rescue, look_for_rescue
from plans.storage.backup import restore
from plans.storage.change_log import ChangeRow
from plans.storage.reads import BuildingRow
from plans.storage.search import Match

__all__ = [
    "Binder",
    "BuildingRow",
    "ChangeRow",
    "Match",
    "Rescue",
    "Written",
    "look_for_rescue",
    "restore",
]
