"""A sign of life from a reader that is slow for a good reason, so that nobody takes it for stuck."""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def listen(listener: Callable[[], None]) -> None:
    """Have `listener` called at each sign of life in this process."""
    _listeners.append(listener)


def beat() -> None:
    """Give a sign of life: a part of the work with a limit of its own is done."""
    for listener in _listeners:
        listener()
