"""Rows as they are found."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

from . import _arrow
from ._shared import Uncopied

if TYPE_CHECKING:
    import pandas


class RowStream(Uncopied):
    """The rows of one statement, in batches, so that a long list is never in memory as a whole. To be read once: by
    iterating, by df(), or by a library that takes Arrow streams. While it is open, its catalogue cannot be closed."""

    def __init__(self, stream: Any) -> None:
        self._unread = [stream]  # until somebody takes it, which is one step for all threads
        self._rows: Generator[tuple[Any, ...], None, None] | None = None
        self._closed = [False]

    def _take(self) -> Any:
        try:
            return self._unread.pop()
        except IndexError:
            raise ValueError("the stream was read, or closed, already") from None

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        rows = _read(self._take(), self._closed)
        next(rows)  # it has begun, so that closing it releases the stream
        self._rows = rows
        yield from rows
        if self._closed[0]:  # and not as if these were all
            raise ValueError("the stream was closed before its end")

    def df(self) -> pandas.DataFrame:
        return _arrow.data_frame(self._take())

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return _arrow.capsule(self._take())

    def close(self) -> None:
        """Stops the query, also in the midst of its rows: what iterates over them gets a ValueError. Does nothing when
        they were read."""
        self._closed[0] = True
        self._release_unread()
        if self._rows is not None:
            try:
                self._rows.close()
            except ValueError:  # another thread takes a batch just now, and releases the stream after it
                pass

    def __enter__(self) -> RowStream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_unread"):
            self._release_unread()

    def _release_unread(self) -> None:
        try:
            _arrow.release(self._unread.pop())
        except IndexError:
            pass


def _read(stream: Any, closed: list[bool]) -> Generator[tuple[Any, ...], None, None]:
    """The rows, behind an empty one. Releases the stream at the end, or when it is closed."""
    try:
        yield ()
        forms = [form for _, form in _arrow.schema(stream)]
        for batch in _arrow.batches(stream):
            if closed[0]:
                return
            yield from zip(*(_arrow.values(batch.children[c], form) for c, form in enumerate(forms)))
    finally:
        _arrow.release(stream)
