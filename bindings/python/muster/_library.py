"""Loads libmuster and turns what it takes and gives into Python's values."""

from __future__ import annotations

import os
import pathlib
from typing import Any

from ._abi import ffi  # type: ignore[attr-defined]  # made from muster.h by _build_abi.py

# The interface that this package was written for; functions that came later are not used.
_ABI = 3


def _load() -> Any:
    """$MUSTER_LIBRARY, or the library that lies in the package, or the system's."""
    named = os.environ.get("MUSTER_LIBRARY")
    beside = pathlib.Path(__file__).with_name("libmuster.so.1")
    found = ffi.dlopen(named or (str(beside) if beside.exists() else "libmuster.so.1"))
    if found.muster_abi() < _ABI:
        raise ImportError(f"libmuster has interface {found.muster_abi()}, and this package needs {_ABI}")
    return found


lib = _load()


def version() -> str:
    """Of the library, such as "0.1.0"."""
    return ffi.string(lib.muster_version()).decode()


class Texts:
    """Texts that are handed to one call. They live as long as this object: keep it in a variable until the call has
    returned."""

    def __init__(self) -> None:
        self._kept: list[Any] = []

    def one(self, value: str | bytes | os.PathLike[str]) -> Any:
        data = value if isinstance(value, bytes) else os.fspath(value).encode("utf-8", "surrogateescape")
        held = ffi.from_buffer(data)
        made = ffi.new("muster_text *", {"data": held, "size": len(data)})
        self._kept += (held, made)
        return made[0]

    def many(self, values: list[str]) -> Any:
        array = ffi.new("muster_text[]", [self.one(value) for value in values])
        self._kept.append(array)
        return array


def take(text: Any) -> str:
    """A text that the library handed out. Bytes that are not UTF-8 become U+FFFD."""
    return "" if text.data == ffi.NULL else ffi.buffer(text.data, text.size)[:].decode("utf-8", "replace")
