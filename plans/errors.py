"""Troubles a person can act on; every other exception is a bug.

Each class carries facts, not sentences: `desktop.support.wording` gives the sentence in the
user's language. `detail` is technical text for the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class Candidate(Protocol):
    """What tells one building from another in a list."""

    @property
    def code(self) -> str:
        """The code it has in the district, "" without one."""

    def name_in(self, language: str) -> str:
        """The name in `zh` or `en`."""

    def address_in(self, language: str) -> str:
        """The address in `zh` or `en`."""


class PlansError(Exception):
    """Base of every expected trouble. `code` names the sentence, `facts` fill its gaps."""

    code = "trouble"

    def __init__(self, *, detail: str = "", **facts: object) -> None:
        self.facts: dict[str, object] = facts
        self.detail = detail
        shown = ", ".join(f"{k}={v}" for k, v in facts.items())
        super().__init__(f"{self.code}: {shown}" + (f" ({detail})" if detail else ""))


class BinderError(PlansError):
    """The binder refused; the command line answers 4."""

    code = "binder"

    def __init__(self, path: Path | str, *, detail: str = "", **facts: object) -> None:
        super().__init__(detail=detail, path=str(path), **facts)


class BinderMissing(BinderError):
    """There is no file at that path, or it is a folder."""

    code = "binder.missing"


class NotABinder(BinderError):
    """The file is something else: another program's database, random bytes, empty."""

    code = "binder.not_a_binder"


class BinderNewer(BinderError):
    """Written by a newer program than this one."""

    code = "binder.newer"


class BinderLocked(BinderError):
    """Another program holds it and did not let go in time."""

    code = "binder.locked"


class BinderReadOnly(BinderError):
    """It may be read but not written (file, folder or disk)."""

    code = "binder.read_only"


class BinderDamaged(BinderError):
    """Its pages cannot be read as they should."""

    code = "binder.damaged"


class BinderForbidden(BinderError):
    """The operating system does not allow reading it."""

    code = "binder.forbidden"


class DiskFull(BinderError):
    """The disk has no room for the commit; nothing was changed."""

    code = "binder.disk_full"


class InputError(PlansError):
    """A file from elsewhere cannot be read; the command line answers 3."""

    code = "input"

    def __init__(
        self,
        path: Path | str,
        *,
        place: str = "",
        reason: str = "",
        detail: str = "",
        **facts: object,
    ) -> None:
        super().__init__(detail=detail, path=str(path), place=place, reason=reason, **facts)


class Undecided(InputError):
    """A file that can be read but needs a word from the user first: a datum, a floor, a place.

    The command line answers 2 and names the option; the window asks and goes on.
    """

    code = "input.undecided"


class NotWritten(PlansError):
    """A picture or a sheet cannot be written at that path; the command line answers 3."""

    code = "not_written"


class NotFound(PlansError):
    """Nothing in the binder answers to that name or id."""

    code = "not_found"


class Ambiguous(NotFound):
    """Several buildings answer to that clue, so none is taken.

    `candidates` are short forms of the first of them, best first; `count` says how many there are.
    """

    code = "ambiguous"

    def __init__(
        self, what: str = "", candidates: Sequence[Candidate] = (), count: int = 0
    ) -> None:
        super().__init__(what=what, count=count)
        self.candidates = tuple(candidates)


class Conflict(PlansError):
    """Somebody else changed the same record since it was read."""

    code = "conflict"


class Cancelled(Exception):
    """The user stopped the work."""
