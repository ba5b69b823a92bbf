"""Catalogues, snapshots of them, and statements that are asked again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Union

from . import parameters as values
from ._asking import Asking, Size, bytes_of, make_options, query_options
from ._interrupt import interruptible
from ._library import Texts, ffi, lib, take
from ._shared import Shared, Uncopied
from .answer import Answer, Diagnostic, _diagnostics, own, tables_of
from .errors import MisuseError, check, check_code
from .guest import Guest
from .parameters import Parameters
from .stream import RowStream
from .token import Cancel

Path = Union[str, "os.PathLike[str]"]
# Done, total (0: not known), records. Returning False cancels.
Progress = Callable[[int, int, int], Union[bool, None]]
Log = Callable[[str, str], None]

_LEVELS = ("debug", "info", "warning", "error")
_STATS = ("version", "queries", "running_queries", "cancelled", "deadline", "too_much_memory", "plan_hits",
          "plan_misses", "plan_bytes", "cache_bytes", "cache_limit_bytes", "cache_hits", "cache_misses", "commits",
          "refreshes", "open_snapshots")


def open(path: Path, *, create: bool = False, read_only: bool = False, cache: Size | None = None,
         threads: int | None = None, ledger: Path | None = None, log: Log | None = None, log_level: str = "warning",
         interruptible: bool = True) -> Catalogue:
    """Opens the catalogue in the folder `path`.

    `create` makes an empty one where there is none. `read_only` opens beside a writer. `cache` bounds what is kept in
    memory between queries ("500 MB"; 192 MiB). `threads` work on one query (as many as there are processors). `log`
    gets a level and a line. With `interruptible=False`, Ctrl-C waits until a query is answered, which saves the main
    thread the step to another thread and back, some 50 microseconds a query; other threads never take it.

    Raises NotFoundError, InUseError, FormatError, DamagedError, DiskFullError, InvalidArgumentError, and Error for the
    rest: its code says what, such as "permission".
    """
    options = make_options(
        {lib.MUSTER_OPEN_CREATE: int(create), lib.MUSTER_OPEN_READ_ONLY: int(read_only),
         lib.MUSTER_OPEN_CACHE_BYTES: None if cache is None else bytes_of(cache),
         lib.MUSTER_OPEN_QUERY_THREADS: threads},
        {lib.MUSTER_OPEN_LEDGER: None if ledger is None else os.fspath(ledger)})
    callback = None
    if log is not None:
        level = _LEVELS.index(log_level)

        @ffi.callback("void(void *, int32_t, muster_text)")
        def callback(_: Any, of: int, line: Any) -> None:
            log(_LEVELS[of], take(line))

        check_code(lib.muster_options_set_log(options, level, callback, ffi.NULL), "log")
    texts = Texts()
    out, error = ffi.new("muster_catalogue **"), ffi.new("muster_error **")
    check(lib.muster_open(texts.one(os.fspath(path)), options, out, error), error)
    return Catalogue(out[0], os.fspath(path), read_only, interruptible, callback)


def restore(source: Path, to: Path, *, cancel: Cancel | None = None) -> int:
    """Copies the catalogue, or backup, at `source` into the new folder `to`, verified. Returns its version."""
    texts = Texts()
    version = ffi.new("uint64_t *")

    def call(token: Cancel | None) -> int:
        error = ffi.new("muster_error **")
        handle = ffi.NULL if token is None else token.handle
        check(lib.muster_restore(texts.one(os.fspath(source)), texts.one(os.fspath(to)), handle, version, error), error)
        return version[0]

    return interruptible(call, cancel)


def explain_policy(policy: str | Mapping[str, Any]) -> str:
    """What a policy for guests would do and what it would not, in plain words."""
    texts = Texts()
    out, error = ffi.new("muster_answers **"), ffi.new("muster_error **")
    check(lib.muster_explain_policy(texts.one(_json(policy)), out, error), error)
    return str(tables_of(out[0])[0].rows()[0][0])


def _json(policy: str | Mapping[str, Any]) -> str:
    return policy if isinstance(policy, str) else json.dumps(policy)


class Snapshot(Asking):
    """One version of a catalogue, whatever is committed: for questions whose numbers have to agree. Any number of
    threads may ask it, also while one closes it: calls that run then are answered. Keeps what was deleted since on the
    disk until it is closed."""

    def __init__(self, pointer: Any, interruptible: bool) -> None:
        self._handle: Any = ffi.gc(pointer, lib.muster_snapshot_free)
        self._interruptible = interruptible
        self.version: int = lib.muster_snapshot_version(self._handle)

    def _ask(self, text: str, params: Any, options: Any, token: Any, out: Any, error: Any) -> int:
        texts = Texts()
        return lib.muster_snapshot_query(_handle_of(self), texts.one(text), params, options, token, out, error)

    def close(self) -> None:
        # Calls that are under way have references of their own: it is freed with the last one.
        self._handle = ffi.NULL

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Statement(Uncopied):
    """A text that is read once and asked again with other values. Any number of threads may run it at once."""

    def __init__(self, pointer: Any, text: str, notes: list[Diagnostic], interruptible: bool) -> None:
        self._handle = ffi.gc(pointer, lib.muster_statement_free)
        self._interruptible = interruptible
        self.text, self.diagnostics = text, notes

    @property
    def parameters(self) -> dict[str, bool]:
        """The names of the parameters that a run needs, and whether each may be a list."""
        return {take(lib.muster_statement_parameter(self._handle, p)):
                bool(lib.muster_statement_parameter_is_list(self._handle, p))
                for p in range(lib.muster_statement_parameters(self._handle))}

    def run(self, parameters: Parameters | None = None, *, snapshot: Snapshot | None = None, **options: Any) -> Answer:
        """As Catalogue.query() with this text, of `snapshot` or of the present version."""
        return _Run(self, snapshot).query(self.text, parameters, **options)

    def run_all(self, parameters: Parameters | None = None, *, snapshot: Snapshot | None = None,
                **options: Any) -> list[Answer]:
        """Of a text with several statements."""
        return _Run(self, snapshot).query_all(self.text, parameters, **options)


def _handle_of(snapshot: Snapshot | None) -> Any:
    handle = ffi.NULL if snapshot is None else snapshot._handle
    if snapshot is not None and handle == ffi.NULL:  # which would be the present version
        raise MisuseError("the snapshot is closed", "misuse")
    return handle


class _Run(Asking):
    def __init__(self, statement: Statement, snapshot: Snapshot | None) -> None:
        self._statement, self._snapshot = statement, snapshot
        self._interruptible = statement._interruptible

    def _ask(self, text: str, params: Any, options: Any, token: Any, out: Any, error: Any) -> int:
        return lib.muster_run(self._statement._handle, _handle_of(self._snapshot), params, options, token, out, error)


class Catalogue(Asking):
    """An open catalogue: muster.open() makes it. Any number of threads may use it at once, also while one imports."""

    def __init__(self, pointer: Any, path: str, read_only: bool, interruptible: bool, log: Any) -> None:
        self._handle, self.path, self.read_only = Shared(pointer), path, read_only
        self._interruptible, self._log = interruptible, log

    def __repr__(self) -> str:
        return f"<muster.Catalogue {self.path!r}{'' if self._handle else ' closed'}>"

    def close(self) -> None:
        """MisuseError while calls run, or streams are open. What is left of it, such as snapshots, is over."""

        def close(pointer: Any, is_used: bool) -> None:
            if is_used:
                raise MisuseError("calls on the catalogue are still running: it stays open", "misuse")
            error = ffi.new("muster_error **")
            check(lib.muster_close(pointer, error), error)

        self._handle.close(close)

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_handle"):
            self._handle.close(lambda pointer, _: lib.muster_close_when_unused(pointer))

    def _ask(self, text: str, params: Any, options: Any, token: Any, out: Any, error: Any) -> int:
        texts = Texts()
        with self._handle as handle:
            return lib.muster_query(handle, texts.one(text), params, options, token, out, error)

    def _do(self, function: Any, *arguments: Any) -> None:
        error = ffi.new("muster_error **")
        with self._handle as handle:
            check(function(handle, *arguments, error), error)

    def _tables(self, function: Any, *arguments: Any) -> list[Answer]:
        out = ffi.new("muster_answers **")
        self._do(function, *arguments, out)
        return tables_of(out[0])

    def _with_token(self, call: Callable[[Any], Any], cancel: Cancel | None) -> Any:
        def with_handle(token: Cancel | None) -> Any:
            return call(ffi.NULL if token is None else token.handle)

        return interruptible(with_handle, cancel) if self._interruptible else with_handle(cancel)

    # Asking

    def snapshot(self) -> Snapshot:
        """The present version, to be asked several times."""
        out = ffi.new("muster_snapshot **")
        self._do(lib.muster_snapshot_take, out)
        return Snapshot(out[0], self._interruptible)

    def prepare(self, text: str) -> Statement:
        """Reads a text once. QueryError for its mistakes, as far as they show without values for its parameters."""
        texts = Texts()
        out, mistakes = ffi.new("muster_statement **"), ffi.new("muster_answers **")
        self._do(lib.muster_prepare, texts.one(text), ffi.NULL, out, mistakes)
        notes = []
        if mistakes[0] != ffi.NULL:
            found = own(mistakes[0])
            if lib.muster_answers_have_errors(found):
                lib.muster_statement_free(out[0])
                from .answer import failure_of

                raise failure_of(found, text)
            notes = _diagnostics(found, 0, text)
        return Statement(out[0], text, notes, self._interruptible)

    def stream(self, text: str, parameters: Parameters | None = None, *, snapshot: Snapshot | None = None,
               timeout: float | None = None, memory: Size | None = None,
               ontologies: Mapping[str, str] | None = None) -> RowStream:
        """The rows of one statement as they are found."""
        texts = Texts()
        made = ffi.new("struct ArrowArrayStream *")
        self._do(lib.muster_stream, _handle_of(snapshot), texts.one(text),
                 values.make(parameters), query_options(timeout, memory, None, ontologies), made)
        return RowStream(made)

    def complete(self, text: str, cursor: int | None = None) -> list[tuple[str, str]]:
        """What could stand at index `cursor` of `text` (its end): texts with descriptions."""
        texts = Texts()
        (table,) = self._tables(lib.muster_complete, texts.one(text), len(text[:cursor].encode()), ffi.NULL)
        return [(str(row[0]), str(row[1])) for row in table]

    # Changing

    def import_files(self, paths: Path | Iterable[Path], *, dataset: str = "default",
                     mapping: str | Mapping[str, Any] | None = None, threads: int | None = None,
                     progress: Progress | None = None, cancel: Cancel | None = None) -> dict[str, Any]:
        """Imports files and folders in one commit, and returns the report: totals by name, and the lists "rows",
        "remarks" and "problems". `progress` gets bytes done, bytes in all (0: not known) and records; False cancels."""
        files = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
        options = _import_options(dataset, mapping, threads)
        texts = Texts()
        listed = texts.many([os.fspath(file) for file in files])
        raised: list[BaseException] = []
        callback = ffi.NULL if progress is None else _progress(progress, raised)

        def call(token: Any) -> Any:
            out, error = ffi.new("muster_answers **"), ffi.new("muster_error **")
            with self._handle as handle:
                code = lib.muster_import(handle, listed, len(files), options, callback, ffi.NULL, token, out, error)
            if raised:
                lib.muster_error_free(error[0])
                raise raised[0]
            check(code, error)
            return out[0]

        return _report(self._with_token(call, cancel))

    def import_text(self, content: str | bytes, *, dataset: str = "default",
                    mapping: str | Mapping[str, Any] | None = None,
                    cancel: Cancel | None = None) -> dict[str, Any]:
        """The same of what one file would have, such as a phenopacket, or one on each line."""
        texts = Texts()
        data, options = texts.one(content), _import_options(dataset, mapping, None)

        def call(token: Any) -> Any:
            out = ffi.new("muster_answers **")
            self._do(lib.muster_import_text_cancellable, data, options, token, out)
            return out[0]

        return _report(self._with_token(call, cancel))

    def delete(self, dataset: str, ids: Iterable[str]) -> int:
        """Removes individuals in one commit, and returns how many were there."""
        texts = Texts()
        listed = list(ids)
        removed = ffi.new("uint64_t *")
        self._do(lib.muster_delete, texts.one(dataset), texts.many(listed), len(listed), removed)
        return removed[0]

    def compact(self, *, cancel: Cancel | None = None) -> None:
        """Takes off the disk what deleted and replaced individuals left there. Cancelled, it leaves the rest for the
        next call."""
        self._with_token(lambda token: self._do(lib.muster_compact_cancellable, token), cancel)

    # Running

    def refresh(self) -> int:
        """Of a catalogue that is open read-only: follows the writer. Returns the version that queries see then."""
        version = ffi.new("uint64_t *")
        self._do(lib.muster_refresh, version)
        return version[0]

    def backup(self, to: Path, *, cancel: Cancel | None = None) -> int:
        """Copies the catalogue into the new folder `to` while it is used, verified. Returns the copied version."""
        texts = Texts()
        version = ffi.new("uint64_t *")

        def call(token: Any) -> int:
            self._do(lib.muster_backup, texts.one(os.fspath(to)), token, version)
            return version[0]

        return self._with_token(call, cancel)

    def check(self, *, cancel: Cancel | None = None) -> list[str]:
        """Proves that the indexes say what the records say. Returns the problems; none is good."""

        def call(token: Any) -> Any:
            return self._tables(lib.muster_check, ffi.NULL, ffi.NULL, token)

        return [str(row[0]) for row in self._with_token(call, cancel)[1]]

    def stats(self) -> dict[str, int]:
        """Counters of this catalogue in this process."""
        value = ffi.new("uint64_t *")
        found = {}
        for counter, name in enumerate(_STATS, 1):
            self._do(lib.muster_stats, counter, value)
            found[name] = value[0]
        return found

    # Knowing

    def info(self) -> dict[str, Any]:
        """Version, format, segments, bytes on disk, and the lists "entities", "datasets" and "ontologies"."""
        catalogue, entities, datasets, ontologies = self._tables(lib.muster_info)
        return {**catalogue.dicts()[0], "entities": entities.dicts(), "datasets": datasets.dicts(),
                "ontologies": ontologies.dicts()}

    def schema(self) -> tuple[Answer, Answer]:
        """What can be asked of: a table of entities, and one of fields."""
        entities, fields = self._tables(lib.muster_schema)
        return entities, fields

    def where(self, code: str) -> list[dict[str, Any]]:
        """The fields in which records have `code`, or one below it."""
        texts = Texts()
        return self._tables(lib.muster_where, texts.one(code))[0].dicts()

    def collections(self) -> list[dict[str, Any]]:
        """Datasets and cohorts as their custodians describe them."""
        return self._tables(lib.muster_collections)[0].dicts()

    # Guests

    def admit(self, name: str, tier: str, *, datasets: Iterable[str] = (), reference: str = "") -> Guest:
        """Lets a principal in. NotFoundError: no such tier; PreconditionError: no policy."""
        texts = Texts()
        seen = list(datasets)
        out = ffi.new("muster_guest **")
        self._do(lib.muster_admit, texts.one(name), texts.one(tier), texts.many(seen), len(seen), texts.one(reference),
                 out)
        return Guest(out[0], self._interruptible)

    def set_policy(self, policy: str | Mapping[str, Any]) -> None:
        texts = Texts()
        self._do(lib.muster_set_policy, texts.one(_json(policy)))

    def policy(self) -> dict[str, Any]:
        """NotFoundError: none was set."""
        return json.loads(str(self._tables(lib.muster_policy)[0].rows()[0][0]))

    def publish_epoch(self) -> None:
        """Lets guests see the present version from now on."""
        self._do(lib.muster_publish_epoch)

    def suspend(self, principal: str) -> None:
        texts = Texts()
        self._do(lib.muster_suspend, texts.one(principal))

    def reinstate(self, principal: str) -> None:
        texts = Texts()
        self._do(lib.muster_reinstate, texts.one(principal))

    def ledger(self, first: int = 1, most: int = 1000) -> Answer:
        """Entries of the ledger from number `first` on. The reading is an entry itself."""
        return self._tables(lib.muster_ledger, first, most)[0]

    def verify_ledger(self, kept: str = "", *, cancel: Cancel | None = None) -> list[str]:
        """The problems of the ledger's chain; none is good. `kept` is a hash that somebody kept."""
        texts = Texts()
        hash_kept = texts.one(kept)

        def call(token: Any) -> Any:
            return self._tables(lib.muster_verify_ledger_cancellable, hash_kept, token)

        return [str(row[0]) for row in self._with_token(call, cancel)[1]]


def _import_options(dataset: str, mapping: str | Mapping[str, Any] | None, threads: int | None) -> Any:
    return make_options(
        {lib.MUSTER_IMPORT_THREADS: threads},
        {lib.MUSTER_IMPORT_DATASET: dataset, lib.MUSTER_IMPORT_MAPPING: None if mapping is None else _json(mapping)})


def _progress(progress: Progress, raised: list[BaseException]) -> Any:
    @ffi.callback("int(void *, uint64_t, uint64_t, uint64_t)")
    def callback(_: Any, done: int, total: int, records: int) -> int:
        try:
            return 1 if progress(done, total, records) is False else 0
        except BaseException as error:  # raised once the library has returned
            raised.append(error)
            return 1

    return callback


def _report(pointer: Any) -> dict[str, Any]:
    totals, rows, remarks, problems = tables_of(pointer)
    return {**totals.dicts()[0], "rows": {str(row[0]): row[1] for row in rows}, "remarks": remarks.dicts(),
            "problem_list": problems.dicts()}
