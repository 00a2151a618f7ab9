"""Reading in processes of their own, that can be stopped: time and memory for each document are bounded.

A worker reads many files, one after the other. It is ended, and another takes its place, where a document takes more
time than `Limits.max_seconds` or more memory than `Limits.max_memory_bytes`, or where the reader crashes; the file then
gives a Failure, after the documents that were taken out of it before, and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from sayso.errors import StoppedError
from sayso.ingest import pulse
from sayso.ingest.raw import Failure
from sayso.ingest.sources import Readable, called, read_source
from sayso.model import Document
from sayso.settings import LIMITS, Limits

try:
    import resource
except ImportError:  # Windows: time is bounded, memory is not
    resource = None  # type: ignore[assignment]

Item = Document | Failure
Reader = Callable[..., Iterator[Item]]
_GRACE = 20.0  # seconds that a worker may take to start, before its first file counts
_PRELOADED = ["sayso.ingest", "sayso.ingest.html", "sayso.ingest.text"]


@dataclass(slots=True, eq=False)
class _Job:
    """A file that is being read, and what came of it so far that was not handed on."""

    source: Readable
    items: deque[Item] = field(default_factory=deque)
    ended: bool = False


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the line to it, what it reads, and when it is to be stopped (by the steady clock)."""

    process: Any
    line: Connection
    job: _Job | None = None
    deadline: float = 0.0
    ready: bool = False


def ingest_files(
    sources: Iterable[Readable], *, limits: Limits = LIMITS, jobs: int = 2, read: Reader = read_source
) -> Iterator[tuple[Readable, Iterator[Item]]]:
    """Each file, in the order given, with its documents and failures as `sayso.ingest.ingest_all` gives them.

    `jobs` files are read at once. The items of one file must be taken before the next is asked for; what is left is
    passed over. `read` is a function of a module, called with a path or Source and `limits`. A script that calls this
    needs the guard `if __name__ == "__main__":`, as for all of Python's multiprocessing.
    """
    crew = _Crew(limits, max(1, jobs), read)
    coming = iter(sources)
    queue: deque[_Job] = deque()
    try:
        while True:
            while len(queue) < crew.size and (source := next(coming, None)) is not None:
                queue.append(crew.give(source))
            if not queue:
                return
            items = _items(crew, queue[0])
            yield queue[0].source, items
            deque(items, maxlen=0)
            queue.popleft()
    finally:
        crew.end()


def _items(crew: _Crew, job: _Job) -> Iterator[Item]:
    while True:
        while job.items:
            yield job.items.popleft()
        if job.ended:
            return
        crew.listen()


class _Crew:
    """The workers, each started when there is something for it to do."""

    def __init__(self, limits: Limits, size: int, read: Reader) -> None:
        self.size = size
        self._limits = limits
        self._read = read
        self._workers: list[_Worker] = []
        methods = multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            self._context.set_forkserver_preload(_PRELOADED)

    def give(self, source: Readable) -> _Job:
        """Have a worker without a job read the file; there is one, since no more files are given than workers."""
        job = _Job(source)
        worker = next((one for one in self._workers if one.job is None), None) or self._start()
        worker.job = job
        worker.deadline = time.monotonic() + self._limits.max_seconds + (0.0 if worker.ready else _GRACE)
        with suppress(OSError):  # a worker that is gone shows when it is listened to
            worker.line.send(source)
        return job

    def listen(self) -> None:
        """Wait until a worker says something, ends, or is over its time, and take note of all that do."""
        busy = {one.line: one for one in self._workers if one.job is not None}
        until = min(one.deadline for one in busy.values())
        for line in wait(list(busy), max(0.0, until - time.monotonic())):
            self._hear(busy[line])  # type: ignore[index]
        now = time.monotonic()
        for worker in busy.values():
            if worker.job is not None and now >= worker.deadline and not worker.line.poll():
                self._drop(worker, f"reading it took more than {self._limits.max_seconds:g} seconds")

    def _hear(self, worker: _Worker) -> None:
        job = worker.job
        if job is None:
            return
        try:
            told = worker.line.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            self._drop(worker, f"the reader crashed ({_ending(worker.process.exitcode)})")
            return
        worker.deadline = time.monotonic() + self._limits.max_seconds
        if told == "alive":
            return
        if told == "ready":
            worker.ready = True
        elif told == "end":
            job.ended = True
            worker.job = None
        elif isinstance(told, str) and told.startswith("crash "):
            self._drop(worker, f"the reader crashed ({told[6:]})")
        elif told == "memory":
            self._drop(worker, f"reading it took more than {self._limits.max_memory_bytes:,} bytes of memory")
        else:
            job.items.append(told)

    def _drop(self, worker: _Worker, why: str) -> None:
        """End the worker; its file fails for that reason."""
        self._workers.remove(worker)
        _end(worker)
        if worker.job is not None:
            name = called(worker.job.source)
            error = StoppedError(f"{Path(name).name or name}: {why}; save it again as text, or raise the limit")
            worker.job.items.append(Failure.of(name, error))
            worker.job.ended = True

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._limits, self._read), daemon=True)
        if self._context.get_start_method() == "forkserver":
            with _undisturbed():
                forkserver.ensure_running()
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def end(self) -> None:
        """End all workers."""
        for worker in self._workers:
            _end(worker)
        self._workers.clear()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have what is started here not hear Ctrl-C, which a terminal sends to all: who started it ends it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end(worker: _Worker) -> None:
    """End a worker, and the programs that it started: it leads a group of its own."""
    if worker.ready and hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.kill()
    worker.process.join(5)
    worker.line.close()


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"status {code}"


def _work(line: Connection, limits: Limits, read: Reader) -> None:
    """What a worker does until nobody is left to tell: read a file, and send its items one by one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = limits.max_memory_bytes if most == resource.RLIM_INFINITY else min(most, limits.max_memory_bytes)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pulse.listen(lambda: line.send("alive"))
        line.send("ready")
        while True:
            source = line.recv()
            line.send(_read_one(line, source, limits, read))


def _read_one(line: Connection, source: Readable, limits: Limits, read: Reader) -> str:
    """Send the items of a file, and say how it ended. No error of a reader's may pass for the end of the worker."""
    try:
        for item in read(source, limits=limits):
            line.send(item)
    except (BrokenPipeError, ConnectionResetError):
        raise
    except MemoryError:
        return "memory"
    except Exception as error:
        return f"crash {type(error).__name__}"
    return "end"
