"""What all that can be asked have in common: catalogues, snapshots, statements and guests."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Any, Union

from . import parameters as values
from ._interrupt import interruptible
from ._library import Texts, ffi, lib
from ._shared import Uncopied
from .answer import Answer, answers_of
from .errors import check, check_code
from .parameters import Parameters
from .token import Cancel, microseconds

Size = Union[int, str]
_UNITS = {"": 1, "b": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30}


def bytes_of(size: Size) -> int:
    """192 MB -> 192000000; 192 MiB -> 201326592."""
    if isinstance(size, int):
        return size
    match = re.fullmatch(r"\s*([0-9.]+)\s*([A-Za-z]*)\s*", size)
    if match is None or match[2].lower() not in _UNITS:
        raise ValueError(f"{size!r} is no size: write 200000000, '200 MB' or '192 MiB'")
    return int(float(match[1]) * _UNITS[match[2].lower()])


def make_options(numbers: Mapping[int, int | None], strings: Mapping[int, str | None] = {}) -> Any:
    """A muster_options with those that are not None."""
    made = ffi.gc(lib.muster_options_new(), lib.muster_options_free)
    if made == ffi.NULL:
        raise MemoryError
    for option, number in numbers.items():
        if number is not None:
            check_code(lib.muster_options_set_int(made, option, number), f"option {option}")
    for option, text in strings.items():
        if text is not None:
            texts = Texts()
            check_code(lib.muster_options_set_text(made, option, texts.one(text)), f"option {option}")
    return made


def query_options(timeout: float | None, memory: Size | None, max_cells: int | None,
                  ontologies: Mapping[str, str] | None) -> Any:
    if timeout is None and memory is None and max_cells is None and not ontologies:
        return ffi.NULL
    made = make_options({
        lib.MUSTER_QUERY_TIMEOUT_US: None if timeout is None else max(1, microseconds(timeout)),
        lib.MUSTER_QUERY_MEMORY_BYTES: None if memory is None else bytes_of(memory),
        lib.MUSTER_QUERY_MAX_CELLS: max_cells,
    })
    for ontology, version in (ontologies or {}).items():
        texts = Texts()
        code = lib.muster_options_set_text(made, lib.MUSTER_QUERY_ONTOLOGY, texts.one(f"{ontology}={version}"))
        check_code(code, f"ontology {ontology}")
    return made


class Asking(Uncopied):
    """query(), query_all() and query_async()."""

    _interruptible = True

    def _ask(self, text: str, params: Any, options: Any, token: Any, out: Any, error: Any) -> int:
        raise NotImplementedError

    def query_all(self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None,
                  memory: Size | None = None, max_cells: int | None = None,
                  ontologies: Mapping[str, str] | None = None, cancel: Cancel | None = None) -> list[Answer]:
        """The answers to the statements of `text`, all on one version.

        `parameters` are the values of `$name`, or of `$1`, `$2`, ... when they are a sequence; a list of values stands
        where the language has a list. `timeout` is in seconds, `memory` in bytes or as "500 MB", both for the whole
        text. `ontologies` says with which versions to ask: {"hp": "2024-04-26"}.

        Raises QueryError for mistakes in the text, DeadlineError, MemoryLimitError, QueryCancelledError, Error.
        """
        params = values.make(parameters)
        options = query_options(timeout, memory, max_cells, ontologies)

        def call(token: Cancel | None) -> Any:
            out, error = ffi.new("muster_answers **"), ffi.new("muster_error **")
            check(self._ask(text, params, options, ffi.NULL if token is None else token.handle, out, error), error)
            return out[0]

        return answers_of(interruptible(call, cancel) if self._interruptible else call(cancel), text)

    def query(self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None,
              memory: Size | None = None, max_cells: int | None = None,
              ontologies: Mapping[str, str] | None = None, cancel: Cancel | None = None) -> Answer:
        """The answer to a text with one statement; otherwise as query_all()."""
        answers = self.query_all(text, parameters, timeout=timeout, memory=memory, max_cells=max_cells,
                                 ontologies=ontologies, cancel=cancel)
        if len(answers) != 1:
            raise ValueError(f"the text has {len(answers)} statements: use query_all()")
        return answers[0]

    async def query_async(self, text: str, parameters: Parameters | None = None, **options: Any) -> Answer:
        """query() on a thread. When the task is cancelled, so is the query, and it is over when the task is."""
        return await in_thread(lambda token: self.query(text, parameters, cancel=token, **options))


async def in_thread(call: Callable[[Cancel], Any]) -> Any:
    token = Cancel()
    running = asyncio.ensure_future(asyncio.to_thread(call, token))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        token.cancel()
        await asyncio.wait([running])
        running.exception()  # looked at, so that nobody hears that it was not
        raise
