"""A program started by the benchmark: opens a window, says when it could be used and its memory."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Arguments: binder, start (seconds since the epoch), query to find and open ("" for none)."""
    binder, start, query = Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.support.garbage import hold, release

    hold()
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from desktop.application import Application, make_app
    from desktop.support.settings import Settings
    from desktop.support.window_state import WindowState

    folder = Path(tempfile.mkdtemp())
    app = make_app()
    application = Application(
        app, settings=Settings(folder / "settings.ini"), state=WindowState(folder / "state.ini")
    )
    window = application.open_window(binder)
    app.processEvents()
    while not window.showing.is_settled:
        app.processEvents()
    window.grab()
    release()
    said = {"window_s": time.time() - start}
    if query:
        search = window.top.search
        search.setFocus()
        QTest.keyClicks(search, query)
        QTest.keyClick(search, Qt.Key.Key_Return)
        while window.desk.building is None or not window.showing.is_settled:
            app.processEvents()
        window.grab()
        said["card_s"] = time.time() - start
    else:
        window.open_building(window.desk.open.library.list()[0].id)
        window.desk.step_floor(1)
        window.grab()
    said["memory_mb"] = resident_mb()
    window.close()
    application.tasks.stop()
    print(json.dumps(said))


def resident_mb() -> float:
    """Memory this process holds now, MB; 0 where the platform does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
