"""Stopping a call from outside."""

from __future__ import annotations

from ._library import ffi, lib


class Cancel:
    """A token that calls look at while they run. Once cancelled it stays so: make one for each call, or group of
    calls, that is to be stopped together."""

    def __init__(self) -> None:
        self.handle = ffi.gc(lib.muster_cancel_new(), lib.muster_cancel_free)
        if self.handle == ffi.NULL:
            raise MemoryError

    def cancel(self) -> None:
        """From any thread."""
        lib.muster_cancel_now(self.handle)

    @property
    def cancelled(self) -> bool:
        return bool(lib.muster_cancel_is_cancelled(self.handle))
