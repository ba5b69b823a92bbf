"""Arrow streams: as capsules for other libraries, and read here for pandas and for rows."""

from __future__ import annotations

import ctypes
import errno
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ._library import ffi
from .errors import DeadlineError, Error, ForkedError, MemoryLimitError, QueryCancelledError, QueryError

if TYPE_CHECKING:
    import pandas

_OF_ERRNO = {errno.EINVAL: QueryError, errno.ETIMEDOUT: DeadlineError, errno.ECANCELED: QueryCancelledError,
             errno.ENOMEM: MemoryLimitError}
_NAME = b"arrow_array_stream"
_handed_out: dict[int, Any] = {}  # what capsules point at, by address, until their destructor has run

# ctypes.pythonapi is shared: whoever says what a function of it takes says so for everybody in the process.
_python = ctypes.PyDLL(None)
_python.PyCapsule_New.restype = ctypes.py_object
_python.PyCapsule_New.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_python.PyCapsule_GetPointer.restype = ctypes.c_void_p
_python.PyCapsule_GetPointer.argtypes = (ctypes.c_void_p, ctypes.c_char_p)


@ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
def _destroy(capsule: int) -> None:
    release(_handed_out.pop(_python.PyCapsule_GetPointer(capsule, _NAME), None))


def release(stream: Any) -> None:
    """Unless somebody else has taken what is in it."""
    if stream is not None and stream.release != ffi.NULL:
        stream.release(stream)


def capsule(stream: Any) -> Any:
    """A PyCapsule that owns `stream`, a struct ArrowArrayStream *."""
    address = int(ffi.cast("uintptr_t", stream))
    _handed_out[address] = stream
    return _python.PyCapsule_New(address, _NAME, ctypes.cast(_destroy, ctypes.c_void_p).value)


def _good(stream: Any, code: int) -> None:
    if code == 0:
        return
    error = stream.get_last_error(stream)
    message = ffi.string(error).decode() if error != ffi.NULL else f"the stream failed with {code}"
    if code == errno.EPERM:
        raise ForkedError(message, "forked")
    kind = _OF_ERRNO.get(code)
    raise Error(message, "io") if kind is None else kind(message, [])


def schema(stream: Any) -> list[tuple[str, str]]:
    """Names and formats of the columns."""
    found = ffi.new("struct ArrowSchema *")
    _good(stream, stream.get_schema(stream, found))
    try:
        children = [found.children[i] for i in range(found.n_children)]
        return [(ffi.string(c.name).decode("utf-8", "replace"), ffi.string(c.format).decode()) for c in children]
    finally:
        found.release(found)


def batches(stream: Any) -> Iterator[Any]:
    """Each is valid until the next is taken."""
    while True:
        array = ffi.new("struct ArrowArray *")
        _good(stream, stream.get_next(stream, array))
        if array.release == ffi.NULL:
            return
        try:
            yield array
        finally:
            array.release(array)


def _valid(column: Any, rows: int) -> list[bool]:
    bits = ffi.buffer(ffi.cast("uint8_t *", column.buffers[0]), (rows + 7) // 8)[:]
    return [bits[i >> 3] >> (i & 7) & 1 == 1 for i in range(rows)]


def values(column: Any, form: str) -> list[Any]:
    """The cells of one column of a batch."""
    rows = column.length
    if form == "U":
        ends = ffi.unpack(ffi.cast("int64_t *", column.buffers[1]), rows + 1)
        data = ffi.buffer(ffi.cast("char *", column.buffers[2]), ends[-1])[:] if ends[-1] else b""
        cells = [data[begin:end].decode("utf-8", "replace") for begin, end in zip(ends, ends[1:])]
    else:
        cells = ffi.unpack(ffi.cast("int64_t *" if form == "l" else "double *", column.buffers[1]), rows) if rows else []
    if column.null_count:
        cells = [cell if valid else None for cell, valid in zip(cells, _valid(column, rows))]
    return cells


def data_frame(stream: Any) -> pandas.DataFrame:
    """All batches; releases the stream."""
    import numpy
    import pandas

    def series(column: Any, form: str) -> Any:
        if form == "U":
            return pandas.Series(values(column, form), dtype=object)
        kind, size = (numpy.int64, 8) if form == "l" else (numpy.float64, 8)
        raw = ffi.buffer(ffi.cast("char *", column.buffers[1]), column.length * size)[:] if column.length else b""
        numbers = numpy.frombuffer(raw, dtype=kind)
        if not column.null_count:
            return pandas.Series(numbers)
        missing = ~numpy.array(_valid(column, column.length), dtype=bool)
        if form == "l":
            return pandas.Series(pandas.arrays.IntegerArray(numbers.copy(), missing))
        return pandas.Series(numpy.where(missing, numpy.nan, numbers))

    try:
        columns = schema(stream)
        frames = []
        for batch in batches(stream):
            made = [series(batch.children[c], form) for c, (_, form) in enumerate(columns)]
            frames.append(pandas.concat(made, axis=1) if made else pandas.DataFrame())
        if frames:
            frame = pandas.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
        else:
            kinds = {"U": object, "l": "int64", "g": "float64"}
            frame = pandas.concat([pandas.Series(dtype=kinds[form]) for _, form in columns], axis=1)
        frame.columns = [name for name, _ in columns]
        return frame
    finally:
        release(stream)
