"""Whoever is not to get exact numbers."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from ._asking import Asking
from ._library import Texts, ffi, lib
from .answer import tables_of
from .errors import check


class Budget(NamedTuple):
    """What a principal may still ask in this window."""

    units: int
    units_left: int
    window_ends: datetime.datetime
    suspended: bool


class Guest(Asking):
    """A principal at the door: Catalogue.admit() makes it. Counts are Released. Any number of threads may use it."""

    def __init__(self, pointer: Any, interruptible: bool) -> None:
        self._handle = ffi.gc(pointer, lib.muster_guest_free)
        self._interruptible = interruptible

    def _ask(self, text: str, params: Any, options: Any, token: Any, out: Any, error: Any) -> int:
        texts = Texts()
        return lib.muster_guest_query(self._handle, texts.one(text), params, options, token, out, error)

    def budget(self) -> Budget:
        units, left, ends = (ffi.new("int64_t *") for _ in range(3))
        suspended, error = ffi.new("int *"), ffi.new("muster_error **")
        check(lib.muster_guest_budget(self._handle, units, left, ends, suspended, error), error)
        return Budget(units[0], left[0], datetime.datetime.fromtimestamp(ends[0], datetime.timezone.utc),
                      bool(suspended[0]))

    def info(self) -> dict[str, Any]:
        """Epoch, release, datasets and ontologies, as far as the guest may know of them."""
        out, error = ffi.new("muster_answers **"), ffi.new("muster_error **")
        check(lib.muster_guest_info(self._handle, out, error), error)
        release, datasets, ontologies = tables_of(out[0])
        return {**release.dicts()[0], "datasets": [row[0] for row in datasets], "ontologies": ontologies.dicts()}

    def complete(self, text: str, cursor: int | None = None) -> list[tuple[str, str]]:
        """What could stand at index `cursor` of `text` (its end): texts with descriptions."""
        data = text[:cursor].encode()
        texts = Texts()
        out, error = ffi.new("muster_answers **"), ffi.new("muster_error **")
        check(lib.muster_guest_complete(self._handle, texts.one(text), len(data), ffi.NULL, out, error), error)
        return [(str(row[0]), str(row[1])) for row in tables_of(out[0])[0]]
