"""What can go wrong, as exceptions."""

from __future__ import annotations

import re
from typing import Any

from ._library import ffi, lib, take
from .diagnostic import Diagnostic


class Error(Exception):
    """A call that failed.

    `code` is a stable name ("in-use"), `hint` what can be done about it, or "", and `retryable` says whether the same
    call may well succeed later.
    """

    def __init__(self, message: str, code: str = "internal", hint: str = "", retryable: bool = False) -> None:
        super().__init__(f"{message} {hint}" if hint and hint not in message else message)
        self.code, self.hint, self.retryable = code, hint, retryable


class InvalidArgumentError(Error, ValueError):
    """An argument cannot be."""


class NotFoundError(Error, FileNotFoundError):
    """No catalogue there, no such file, ontology version or tier."""

    def __init__(self, message: str, code: str = "not-found", hint: str = "", retryable: bool = False) -> None:
        Error.__init__(self, message, code, hint, retryable)

    def __str__(self) -> str:
        return str(self.args[0])


class InUseError(Error):
    """The catalogue is open for writing already."""


class ReadOnlyError(Error):
    """The catalogue is open read-only."""


class FormatError(Error):
    """No catalogue, or of a format that this version does not know."""


class DamagedError(Error):
    """Files are damaged."""


class DiskFullError(Error):
    """No space is left."""


class StaleError(Error):
    """What it was made from has changed since, such as a policy."""


class ForkedError(Error):
    """The catalogue was opened before this process was forked."""


class MisuseError(Error):
    """The catalogue is closed, or is used while it is being closed."""


class PreconditionError(Error):
    """The catalogue is not in the state that the call needs, such as no policy being set."""


class CancelledError(Error):
    """A token said so; nothing has changed."""


class CallTimeoutError(Error, TimeoutError):
    """The time of its token was over before the call was done; nothing has changed."""


class QueryError(Error):
    """A text with mistakes, or one that was stopped. `diagnostics` say what is wrong and where; str() shows the text
    with the places marked. Streams only have that text: no diagnostics, but the code of the first."""

    def __init__(self, message: str, diagnostics: list[Diagnostic]) -> None:
        code = next((d.code for d in diagnostics if d.severity == "error"), "")
        if not code:
            shown = re.search(r"^error: .*\[([a-z-]+)\]$", message, re.MULTILINE)
            code = shown[1] if shown else "internal"
        Error.__init__(self, message, code)
        self.diagnostics = diagnostics

    def __reduce__(self) -> Any:  # as between the processes of multiprocessing
        return type(self), (self.args[0], self.diagnostics)


class DeadlineError(QueryError, CallTimeoutError):
    """The text took longer than its timeout."""


class QueryCancelledError(QueryError, CancelledError):
    """The text was cancelled by its token."""


class MemoryLimitError(QueryError):
    """The text needed more memory than it was given."""


_OF_CODE: dict[str, type[Error]] = {
    "invalid-argument": InvalidArgumentError,
    "not-found": NotFoundError,
    "in-use": InUseError,
    "read-only": ReadOnlyError,
    "format": FormatError,
    "damaged": DamagedError,
    "disk-full": DiskFullError,
    "stale": StaleError,
    "forked": ForkedError,
    "misuse": MisuseError,
    "precondition": PreconditionError,
    "cancelled": CancelledError,
    "deadline": CallTimeoutError,
}
_OF_DIAGNOSTIC: dict[str, type[QueryError]] = {
    "deadline": DeadlineError,
    "cancelled": QueryCancelledError,
    "too-much-memory": MemoryLimitError,
}


def query_error(message: str, diagnostics: list[Diagnostic]) -> QueryError:
    """The exception for diagnostics of which one is an error."""
    code = next((d.code for d in diagnostics if d.severity == "error"), "")
    return _OF_DIAGNOSTIC.get(code, QueryError)(message, diagnostics)


def check(code: int, error: Any) -> None:
    """Raises what `error`, a muster_error **, has, and frees it."""
    if code == 0:
        return
    name = ffi.string(lib.muster_code_name(code)).decode()
    message = take(lib.muster_error_message(error[0])) or name
    hint = take(lib.muster_error_hint(error[0]))
    retryable = bool(lib.muster_error_is_retryable(error[0]))
    lib.muster_error_free(error[0])
    if name == "no-memory":
        raise MemoryError(message)
    raise _OF_CODE.get(name, Error)(message, name, hint, retryable)


def check_code(code: int, what: str) -> None:
    """Of calls that have no error object."""
    if code != 0:
        name = ffi.string(lib.muster_code_name(code)).decode()
        raise _OF_CODE.get(name, Error)(f"{what}: {name}", name)
