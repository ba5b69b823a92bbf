"""Ctrl-C while the library works.

Python runs signal handlers on the main thread, and between two instructions of Python only: a main thread that is in
the library would not notice. So the main thread lets another one make the call and waits for it, which signals do
interrupt. Other threads make their calls themselves.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from .token import Cancel

T = TypeVar("T")


class _Job:
    """One call, so that what is left of an interrupted one is never taken for another."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call
        self.taken, self.finished = False, False
        self.done = threading.Lock()
        self.done.acquire()
        self.result: Any = None
        self.error: BaseException | None = None


class _Caller:
    """A thread that makes calls for the main thread, one at a time."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        threading.Thread(target=self._run, name="muster-calls", daemon=True).start()

    def _run(self) -> None:
        while True:
            job = self._jobs.get()
            if job.taken:
                continue
            job.taken = True
            try:
                job.result = job.call()
            except BaseException as error:  # handed to whoever waits
                job.error = error
            job.finished = True  # before the lock is: whoever was interrupted just after taking it sees that all is done
            job.done.release()
            del job  # what the call was given is not kept until the next one

    def __call__(self, call: Callable[[], T], cancel: Callable[[], None]) -> T:
        job = _Job(call)
        interrupted: BaseException | None = None
        # An interrupt may come between any two steps, also when the call has ended. So each step may be taken again:
        # the call is made once, however often it is handed over.
        while not job.finished:
            try:
                if interrupted is not None:
                    cancel()
                self._jobs.put(job)
                job.done.acquire()
            except BaseException as error:  # KeyboardInterrupt, or what a handler of the program raises
                if interrupted is None:
                    interrupted = error
        if interrupted is not None:
            raise interrupted
        if job.error is not None:
            raise job.error
        return job.result


# Of the main thread alone.
_caller: _Caller | None = None
_busy = False


def _forget() -> None:
    global _caller, _busy
    _caller, _busy = None, False


os.register_at_fork(after_in_child=_forget)


def interruptible(call: Callable[[Any], T], cancel: Cancel | None) -> T:
    """call(token), so that Ctrl-C cancels the token and raises KeyboardInterrupt."""
    global _caller, _busy
    if threading.current_thread() is not threading.main_thread() or not callable(signal.getsignal(signal.SIGINT)):
        return call(cancel)
    token = cancel or Cancel()
    if _busy:  # a handler of signals asks, while a call is waited for
        return call(token)
    try:
        _busy = True
        if _caller is None:
            _caller = _Caller()
        return _caller(lambda: call(token), token.cancel)
    finally:
        _busy = False
