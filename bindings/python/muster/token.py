"""Stopping a call from outside."""

from __future__ import annotations

from ._library import ffi, lib
from ._shared import Uncopied
from .errors import check_code


def microseconds(seconds: float) -> int:
    """As the library takes times. What is longer than it can say, math.inf too, is the longest that it can."""
    if seconds != seconds:
        raise ValueError("a time is a number of seconds")
    longest = 2**63 - 1
    return longest if seconds >= longest / 1e6 else round(seconds * 1e6)


class Cancel(Uncopied):
    """A token that calls look at while they run. Once cancelled it stays so: make one for each call, or group of
    calls, that is to be stopped together."""

    def __init__(self) -> None:
        self.handle = ffi.gc(lib.muster_cancel_new(), lib.muster_cancel_free)
        if self.handle == ffi.NULL:
            raise MemoryError

    def cancel(self) -> None:
        """From any thread."""
        lib.muster_cancel_now(self.handle)

    def cancel_after(self, seconds: float) -> None:
        """By itself, so many seconds from now: a deadline for calls that are given it from then on. They raise
        CallTimeoutError then, queries DeadlineError."""
        check_code(lib.muster_cancel_after(self.handle, microseconds(seconds)), "cancel_after")

    @property
    def cancelled(self) -> bool:
        return bool(lib.muster_cancel_is_cancelled(self.handle))
