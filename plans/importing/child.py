"""The process that reads strangers' bytes: `python -m plans.importing.child`, a job on its input.

It may use only so much memory and time. Whatever goes wrong with one file, the others are read.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from plans.errors import InputError, Undecided
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.formats import read
from plans.importing.rules import load_rules
from plans.importing.wire import Done, Failed, Frame, Job, Step, write_frame
from plans.model.catalog import load_catalog


def main() -> int:
    """Read the job from standard input, answer on standard output in frames."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the frames
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    _limit(job.limits)
    folder = Path(job.catalog)
    reader = Reader(load_catalog(folder), load_rules(folder), job.limits, folder)
    gc.disable()  # rows by the hundred thousand and no cycles among them: a fifth of the time
    for at, asked in enumerate(job.files):
        write_frame(answers, _answer(at, asked, reader, answers))
        gc.collect()
    return 0


def _answer(at: int, asked: Asked, reader: Reader, answers: BinaryIO) -> Frame:
    def progress(done: int, total: int, step: str = "") -> None:
        write_frame(answers, Step(at, done, total, step))

    try:
        return Done(at, read(Path(asked.path), asked, reader, progress))
    except InputError as error:
        facts = {key: str(value) for key, value in error.facts.items()}
        place, reason = facts.pop("place", ""), facts.pop("reason", "")
        facts.pop("path", None)
        return Failed(at, place, reason, error.detail, facts, isinstance(error, Undecided))
    except MemoryError:
        return Failed(at, "", "too_much_memory", "", {})


def _limit(limits: Limits) -> None:
    """Bound memory and CPU time, where the platform can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still bounds the child
        return
    bounds = ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, limits.cpu_s))
    for which, most in bounds:
        _, hard = resource.getrlimit(which)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (soft, hard))


if __name__ == "__main__":
    raise SystemExit(main())
