"""Reading files in a child process, with progress, a clock, and a way to stop it."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Limits
from plans.importing.parsed import Parsed, ParsedRow
from plans.importing.wire import Done, Failed, Frame, Job, Part, Step, read_frame
from plans.progress import Progress, silent

_TICK_S = 0.1
_SIGXCPU = 24
"""The signal of a process that used up its CPU time (POSIX)."""
_PROJECT = Path(__file__).resolve().parents[2]


def read_files(
    files: Sequence[Asked],
    catalog: Path,
    limits: Limits | None = None,
    progress: Progress = silent,
) -> Iterator[tuple[Asked, Parsed | InputError]]:
    """Read files in one child process, in their order; a bad file gives its `InputError`.

    `progress` is called at least ten times a second, with the step `import.read`; when it raises
    (`plans.errors.Cancelled`) the child is killed. A child that dies (memory, CPU time, a crash
    of a library) costs the file it was reading; the next file gets a new child.
    """
    limits = limits or Limits()
    at = 0
    while at < len(files):
        with _Child(files[at:], catalog, limits) as child:
            for asked, result in child.answers(progress):
                at += 1
                yield asked, result


class _Child:
    """One child process and the thread that reads its pipe."""

    def __init__(self, files: Sequence[Asked], catalog: Path, limits: Limits) -> None:
        self._files = files
        self._limits = limits
        self._frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        path = os.pathsep.join([str(_PROJECT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        environment = {
            **os.environ,
            "PYTHONPATH": path,
            "PYTHONDONTWRITEBYTECODE": "1",
            "OPENBLAS_NUM_THREADS": "1",  # each thread would reserve memory against the limit
            "OMP_NUM_THREADS": "1",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plans.importing.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        self._errors: list[bytes] = []
        job = Job(catalog=str(catalog), files=tuple(files), limits=limits)
        self._threads = [
            threading.Thread(target=self._send, args=(msgspec.msgpack.encode(job),)),
            threading.Thread(target=self._receive),
            threading.Thread(target=self._listen),
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        for thread in self._threads:
            thread.join()
        self._process.wait()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    def answers(self, progress: Progress) -> Iterator[tuple[Asked, Parsed | InputError]]:
        """One result per file; ends early after a file that killed the child."""
        at, told = 0, (0, 0)
        rows: list[ParsedRow] = []
        started = time.monotonic()
        while at < len(self._files):
            try:
                frame = self._frames.get(timeout=_TICK_S)
            except queue.Empty:
                if time.monotonic() - started > self._limits.wall_s:
                    yield self._files[at], self._error(at, "timeout")
                    return
                progress(*told, "import.read")
                continue
            if frame is None:
                yield self._files[at], self._died(at)
                return
            if isinstance(frame, Step):
                told = (frame.done, frame.total)
                progress(*told, frame.step)
                continue
            if isinstance(frame, Part):
                rows += frame.rows
                continue
            result = self._result(frame)
            if rows and isinstance(result, Parsed):
                result = msgspec.structs.replace(result, rows=(*rows, *result.rows))
            rows = []
            yield self._files[at], result
            at, told, started = at + 1, (0, 0), time.monotonic()

    def _result(self, frame: Done | Failed) -> Parsed | InputError:
        if isinstance(frame, Done):
            return frame.parsed
        path = self._files[frame.file].path
        kind = Undecided if frame.undecided else InputError
        return kind(
            path, place=frame.place, reason=frame.reason, detail=frame.detail, **frame.facts
        )

    def _error(self, at: int, reason: str, detail: str = "") -> InputError:
        return InputError(self._files[at].path, reason=reason, detail=detail)

    def _died(self, at: int) -> InputError:
        code = self._process.wait()
        self._threads[2].join()
        said = b"".join(self._errors).decode(errors="replace")
        if "MemoryError" in said:
            return self._error(at, "too_much_memory", said)
        reason = "timeout" if code == -_SIGXCPU else "reader_died"
        return self._error(at, reason, f"exit code {code}\n{said[-2000:]}")

    # Threads of ours beside the pipes; each ends when its pipe closes.

    def _send(self, job: bytes) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            pipe.write(job)
            pipe.close()
        except (BrokenPipeError, OSError):
            return  # the child died first; the reading thread tells

    def _receive(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        stream: BinaryIO = pipe  # type: ignore[assignment]
        while True:
            try:
                frame = read_frame(stream)
            except (OSError, ValueError, msgspec.MsgspecError):
                frame = None
            self._frames.put(frame)
            if frame is None:
                return

    def _listen(self) -> None:
        pipe = self._process.stderr
        assert pipe is not None
        for line in pipe:
            self._errors.append(line)
            if len(self._errors) > 200:
                del self._errors[:100]
