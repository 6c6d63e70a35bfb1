"""An open binder: the one door into the domain."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from pathlib import Path
from types import TracebackType

from plans.binder.attachments import Attachments
from plans.binder.audit import Audit
from plans.binder.committing import Committer
from plans.binder.drafting import Drafting
from plans.binder.intake import Intake
from plans.binder.library import Library
from plans.binder.rosters import Rosters
from plans.binder.site import Site
from plans.errors import BinderError
from plans.events import Events
from plans.geometry.placing import MapFrame
from plans.storage import backup
from plans.storage.opening import create_store, open_store
from plans.storage.store import Store

_log = logging.getLogger(__name__)


class Binder:
    """A database of pre-plans, a file or a hub. Reads come from any thread, writes from one."""

    def __init__(self, store: Store, *, who: str = "") -> None:
        self._store = store
        self.events = Events()
        self._committer = Committer(store, self.events, who)
        self.library = Library(store)
        self.drafting = Drafting(store, self._committer)
        self.site = Site(store)
        self.rosters = Rosters(store)
        self.attachments = Attachments(store, self._committer)
        self.intake = Intake(store, self._committer)
        self.audit = Audit(store)
        self.backup_trouble: BinderError | None = None
        """Why there is no copy of today, once that is known: a damaged file, a full disk."""
        self._copying: threading.Thread | None = None

    @classmethod
    def create(cls, path: Path | str, *, who: str = "", title: str = "") -> Binder:
        """A new, empty binder. Raises `BinderError` with reason `exists` when one is there."""
        return cls._on(create_store(path, title), who)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False, who: str = "") -> Binder:
        """Open a binder file, or a hub by its `postgresql+psycopg://` URL.

        An older schema is copied to a dated backup, then brought up to date. Once a day a file
        is copied beside itself in the background. Raises the `BinderError` that says what is
        wrong; a file that may only be read is refused unless `read_only`.
        """
        binder = cls._on(open_store(path, read_only=read_only), who)
        binder._back_up_daily()
        return binder

    @classmethod
    def _on(cls, store: Store, who: str) -> Binder:
        try:
            return cls(store, who=who)
        except BaseException:
            store.close()
            raise

    @property
    def path(self) -> Path | str:
        """The file, or the hub's URL without its password."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether commits are refused."""
        return self._store.read_only

    @property
    def id(self) -> str:
        """Which binder it is, wherever its file goes."""
        return self._committer.meta.binder_id

    @property
    def title(self) -> str:
        """Its title, else the file's name."""
        path = self.path
        return self._committer.meta.title or (path.stem if isinstance(path, Path) else path)

    @property
    def note(self) -> str:
        """A sentence on where it comes from."""
        return self._committer.meta.note

    @property
    def invented(self) -> bool:
        """Whether its content is made up (samples, exercises)."""
        return self._committer.meta.invented

    @property
    def frame(self) -> MapFrame | None:
        """The map space of the site; None until its origin is set."""
        return self._committer.frame

    @property
    def who(self) -> str:
        """Who commits from this window."""
        return self._committer.who

    @who.setter
    def who(self, who: str) -> None:
        self._committer.who = who

    def set_origin(self, lon: float, lat: float) -> MapFrame:
        """Fix the origin of the map in degrees WGS-84; the first one set stays and is returned.

        The first building placed sets it by itself.
        """
        return self._committer.set_origin(lon, lat)

    def describe(
        self, *, title: str | None = None, note: str | None = None, invented: bool | None = None
    ) -> None:
        """Set its title, its note or whether it is made up; None leaves as it is."""
        values = {"title": title, "note": note, "invented": invented}
        self._committer.describe({key: value for key, value in values.items() if value is not None})

    def poll(self) -> bool:
        """Take in what other windows committed since the last call; True when there was any.

        Costs some µs when there was none, so a timer may ask every 0.3 s.
        """
        return self._committer.poll()

    def backup(self, folder: Path | None = None) -> Path:
        """A dated copy of the file, in its backup folder or another."""
        if not isinstance(self.path, Path):
            raise BinderError(self.path, reason="hub")
        return backup.back_up(self.path, folder)

    def close(self) -> None:
        """Let go of the database; a second call does nothing."""
        if self._copying is not None:
            self._copying.join()
            self._copying = None
        self._store.close()

    def __enter__(self) -> Binder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _back_up_daily(self) -> None:
        path = self.path
        if self.read_only or not isinstance(path, Path) or not self._committer.has_changes:
            return
        if not backup.is_backup_due(path, dt.date.today()):
            return

        def copy() -> None:
            try:
                backup.back_up(path)
            except BinderError as error:  # the binder itself is open and sound
                _log.error("no daily backup: %s", error)
                self.backup_trouble = error

        self._copying = threading.Thread(target=copy, name="daily backup")
        self._copying.start()
