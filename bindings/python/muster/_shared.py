"""A pointer that several threads use and one may close."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from .errors import MisuseError


class Uncopied:
    """What holds a pointer of this process: a copy would free it under the other one."""

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"a {type(self).__name__} is of one process, and is neither copied nor pickled: "
                        "open the catalogue where it is needed")


class Shared:
    """`with shared as pointer` for each call: MisuseError once it is closed. A thread on its way into the library is seen, which
    the library itself cannot do. There is no lock, which the child of a fork might find taken: steps of lists are whole.
    """

    def __init__(self, pointer: Any) -> None:
        self._open = [pointer]
        self._users: list[None] = []
        self._process = os.getpid()

    def __bool__(self) -> bool:
        return bool(self._open)

    def __enter__(self) -> Any:
        self._users.append(None)  # first, so that whoever closes sees it, or this sees that it is closed
        try:
            return self._open[0]
        except IndexError:
            self._users.pop()
            raise MisuseError("the catalogue is closed", "misuse") from None

    def __exit__(self, *_: object) -> None:
        self._users.pop()

    def close(self, close: Callable[[Any, bool], None]) -> None:
        """close(pointer, whether calls are under way), unless that was done. After an exception it stays open."""
        try:
            pointer = self._open.pop()
        except IndexError:
            return
        try:
            # The threads of the process that this one was forked from are not here.
            close(pointer, bool(self._users) and os.getpid() == self._process)
        except BaseException:
            self._open.append(pointer)
            raise
