"""Rows as they are found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from . import _arrow
from ._shared import Uncopied

if TYPE_CHECKING:
    import pandas


class RowStream(Uncopied):
    """The rows of one statement, in batches, so that a long list is never in memory as a whole. To be read once: by
    iterating, by df(), or by a library that takes Arrow streams. While it is open, its catalogue cannot be closed."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def _take(self) -> Any:
        if self._stream is None:
            raise ValueError("the stream was read, or closed, already")
        stream, self._stream = self._stream, None
        return stream

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        stream = self._take()
        try:
            forms = [form for _, form in _arrow.schema(stream)]
            for batch in _arrow.batches(stream):
                yield from zip(*(_arrow.values(batch.children[c], form) for c, form in enumerate(forms)))
        finally:
            _arrow.release(stream)

    def df(self) -> pandas.DataFrame:
        return _arrow.data_frame(self._take())

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return _arrow.capsule(self._take())

    def close(self) -> None:
        """Stops the query. Does nothing when it was read."""
        stream, self._stream = self._stream, None
        _arrow.release(stream)

    def __enter__(self) -> RowStream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_stream", None) is not None:
            self.close()
