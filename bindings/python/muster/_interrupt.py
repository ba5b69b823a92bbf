"""Ctrl-C while the library works.

Python runs signal handlers on the main thread, and between two instructions of Python only: a main thread that is in
the library would not notice. So the main thread lets another one make the call and waits for it, which signals do
interrupt. Other threads make their calls themselves.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from .token import Cancel

T = TypeVar("T")


class _Caller:
    """A thread that makes calls for the main thread, one at a time."""

    def __init__(self) -> None:
        self._work = threading.Semaphore(0)
        self._call: Callable[[], Any] = lambda: None
        self._done = threading.Lock()
        self._result: Any = None
        self._error: BaseException | None = None
        threading.Thread(target=self._run, name="muster-calls", daemon=True).start()

    def _run(self) -> None:
        while True:
            self._work.acquire()
            try:
                self._result = self._call()
            except BaseException as error:  # handed to whoever waits
                self._error = error
            self._done.release()

    def __call__(self, call: Callable[[], T], cancel: Callable[[], None]) -> T:
        self._call, self._error, self._result = call, None, None
        self._done.acquire()
        self._work.release()
        interrupted: BaseException | None = None
        while True:
            try:
                self._done.acquire()
                break
            except BaseException as error:  # KeyboardInterrupt, or what a handler of the program raises
                if interrupted is None:
                    interrupted = error
                cancel()
        self._done.release()
        self._call = lambda: None
        if interrupted is not None:
            raise interrupted
        if self._error is not None:
            raise self._error
        return self._result


_caller: _Caller | None = None
_busy = threading.Lock()


def _forget() -> None:
    global _caller, _busy
    _caller, _busy = None, threading.Lock()


os.register_at_fork(after_in_child=_forget)


def interruptible(call: Callable[[Any], T], cancel: Cancel | None) -> T:
    """call(token), so that Ctrl-C cancels the token and raises KeyboardInterrupt."""
    global _caller
    if threading.current_thread() is not threading.main_thread() or not callable(signal.getsignal(signal.SIGINT)):
        return call(cancel)
    token = cancel or Cancel()
    if not _busy.acquire(blocking=False):  # a call within a callback of another
        return call(token)
    try:
        if _caller is None:
            _caller = _Caller()
        return _caller(lambda: call(token), token.cancel)
    finally:
        _busy.release()
