"""Every action there is, in menu order; adding one is adding a row to its module."""

from __future__ import annotations

from typing import Final

from desktop.actions.edit import EDIT
from desktop.actions.file import FILE
from desktop.actions.go import GO
from desktop.actions.help import HELP
from desktop.actions.view import VIEW

ACTIONS: Final = (*FILE, *EDIT, *VIEW, *GO, *HELP)
