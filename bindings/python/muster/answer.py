"""Answers: tables, and where they come from."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from . import _arrow
from ._library import ffi, lib, take
from .diagnostic import Diagnostic
from .errors import check, query_error

if TYPE_CHECKING:
    import pandas

_TOTAL = (1 << (8 * ffi.sizeof("size_t"))) - 1
_KINDS = ("exact", "rounded", "perturbed", "suppressed", "withheld")
_SEVERITIES = ("error", "warning", "note")
_TYPES = ("integer", "number", "text")
_ROLES = ("key", "text", "people", "rows", "difference", "number", "histogram")


class Released(NamedTuple):
    """A count as a guest gets it. One that is too small to be told has no value: it is not zero."""

    value: int | None
    kind: str  # "exact", "rounded", "perturbed", "suppressed" or "withheld"
    low: int | None
    high: int | None
    typical: int | None

    def __int__(self) -> int:
        if self.value is None:
            raise ValueError(f"a {self.kind} count has no value; it is not zero")
        return self.value

    def __bool__(self) -> bool:
        raise TypeError("a released count is neither true nor false: look at .value and .kind")


Cell = Union[None, int, float, str, Released]


class OntologyVersion(NamedTuple):
    id: str
    version: str


@dataclass(frozen=True)
class Provenance:
    """What is needed to get the same number again."""

    statement: str  # in canonical form
    version: int | None  # of the catalogue; None: not told, to guests
    ontologies: tuple[OntologyVersion, ...]
    release: str  # "exact", or tier and version of the policy
    engine: str
    microseconds: int | None
    epoch: str  # of guests, as the next two
    ledger: str
    note: str


def _number(call: Any, *place: Any) -> int | None:
    value = ffi.new("int64_t *")
    return value[0] if call(*place, value) else None


class Answer:
    """The answer to one statement: a table with columns and rows. Iterating gives the rows as tuples."""

    def __init__(self, answers: Any, index: int, text: str) -> None:
        self._answers, self._index = answers, index
        self._rows = lib.muster_table_rows(answers, index)
        self._columns = lib.muster_table_columns(answers, index)
        self.diagnostics = _diagnostics(answers, index, text)

    @property
    def columns(self) -> list[str]:
        return [take(lib.muster_column_name(self._answers, self._index, c)) for c in range(self._columns)]

    @property
    def types(self) -> list[str]:
        """ "integer", "number" or "text", of each column."""
        return [_TYPES[lib.muster_column_type(self._answers, self._index, c)] for c in range(self._columns)]

    @property
    def roles(self) -> list[str]:
        """What each column says: "key", "text", "people", "rows", "difference", "number" or "histogram"."""
        return [_ROLES[lib.muster_column_role(self._answers, self._index, c)] for c in range(self._columns)]

    @property
    def warnings(self) -> list[Diagnostic]:
        return [d for d in self.diagnostics if d.severity != "note"]

    def _cell(self, r: int, c: int) -> Cell:
        place = (self._answers, self._index, r, c)
        kind = lib.muster_cell_type(*place)
        if kind == lib.MUSTER_CELL_INT:
            return _number(lib.muster_cell_int, *place)
        if kind == lib.MUSTER_CELL_TEXT:
            return take(lib.muster_cell_text(*place))
        if kind == lib.MUSTER_CELL_NUMBER:
            value = ffi.new("double *")
            return value[0] if lib.muster_cell_number(*place, value) else None
        if kind == lib.MUSTER_CELL_RELEASED:
            return Released(_number(lib.muster_cell_int, *place), _KINDS[lib.muster_released_kind(*place)],
                            _number(lib.muster_released_low, *place), _number(lib.muster_released_high, *place),
                            _number(lib.muster_released_typical, *place))
        return None

    def _row(self, r: int) -> tuple[Cell, ...]:
        return tuple(self._cell(r, c) for c in range(self._columns))

    def __len__(self) -> int:
        return self._rows

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return (self._row(r) for r in range(self._rows))

    def rows(self) -> list[tuple[Cell, ...]]:
        return list(self)

    def scalar(self) -> Cell:
        """The one number of the answer. ValueError, unless it has one row, and one column that is a number."""
        numbers = [c for c, kind in enumerate(self.types) if kind != "text"]
        if self._rows != 1 or len(numbers) != 1:
            raise ValueError(f"the answer has {self._rows} rows and {len(numbers)} columns of numbers, not one number")
        return self._cell(0, numbers[0])

    @property
    def total(self) -> dict[str, Cell] | None:
        """Of a count with `by`: each counted entity, distinct over all rows. None for others."""
        if not lib.muster_table_has_total(self._answers, self._index):
            return None
        cells = {name: self._cell(_TOTAL, c) for c, name in enumerate(self.columns)}
        return {name: cell for name, cell in cells.items() if cell is not None}

    @property
    def labels(self) -> dict[str, str]:
        """What codes among the cells are called."""
        place = (self._answers, self._index)
        return {take(lib.muster_table_label_code(*place, i)): take(lib.muster_table_label_text(*place, i))
                for i in range(lib.muster_table_labels(*place))}

    @property
    def provenance(self) -> Provenance:
        place = (self._answers, self._index)
        statement, release, engine, epoch, ledger, note = (
            take(lib.muster_table_provenance(*place, what)) for what in range(1, 7))
        ontologies = tuple(OntologyVersion(take(lib.muster_table_ontology_id(*place, i)),
                                           take(lib.muster_table_ontology_version(*place, i)))
                           for i in range(lib.muster_table_ontologies(*place)))
        version, microseconds = lib.muster_table_version(*place), lib.muster_table_microseconds(*place)
        guest = bool(epoch)
        return Provenance(statement, None if guest and version == 0 else version, ontologies, release, engine,
                          None if guest and microseconds == 0 else microseconds, epoch, ledger, note)

    def dicts(self) -> list[dict[str, Cell]]:
        names = self.columns
        return [dict(zip(names, row)) for row in self]

    def json(self) -> dict[str, Any]:
        """The answer as the program's `--format json` has it: {"table": ..., "diagnostics": ...}."""
        return json.loads(take(lib.muster_answers_json(self._answers)))[self._index]

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Arrow's PyCapsule interface: polars.from_arrow(answer), pyarrow.table(answer), and others."""
        return _arrow.capsule(self._stream())

    def _stream(self) -> Any:
        stream = ffi.new("struct ArrowArrayStream *")
        error = ffi.new("muster_error **")
        check(lib.muster_answer_to_arrow(self._answers, self._index, stream, error), error)
        return stream

    def df(self) -> pandas.DataFrame:
        """As a pandas DataFrame; needs pandas and numpy, and no Arrow. Integers with missing values are Int64."""
        return _arrow.data_frame(self._stream())

    def _shown(self, cell: Cell) -> str:
        if cell is None:
            return ""
        if isinstance(cell, Released):
            if cell.value is None:
                return cell.kind if cell.high is None else f"{cell.kind}, at most {cell.high}"
            return str(cell.value) if cell.typical is None else f"{cell.value} ± {cell.typical}"
        return str(cell)

    def __repr__(self) -> str:
        lines = [" | ".join(self.columns)]
        lines += [" | ".join(self._shown(cell) for cell in self._row(r)) for r in range(min(self._rows, 20))]
        if self._rows > 20:
            lines.append(f"... {self._rows} rows")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        """For notebooks: the table, labels behind codes, totals, remarks, and where it comes from."""
        labels = self.labels

        def shown(cell: Cell) -> str:
            label = labels.get(cell) if isinstance(cell, str) else None
            return html.escape(self._shown(cell)) + (f" <small>{html.escape(label)}</small>" if label else "")

        def row(cells: Any, tag: str = "td") -> str:
            return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"

        shown_rows = min(self._rows, 100)
        body = [row(shown(cell) for cell in self._row(r)) for r in range(shown_rows)]
        total = self.total
        if total:
            body.append(row((html.escape(self._shown(total.get(name))) for name in self.columns), "th"))
        parts = ["<table><thead>", row(map(html.escape, self.columns), "th"), "</thead><tbody>", *body,
                 "</tbody></table>"]
        if self._rows > shown_rows:
            parts.append(f"<p>{shown_rows} of {self._rows} rows</p>")
        parts += [f"<p><b>{d.severity}</b>: {html.escape(d.message)}</p>" for d in self.warnings]
        origin = self.provenance
        version = "" if origin.version is None else f", version {origin.version}"
        parts.append(f"<p><small><code>{html.escape(origin.statement)}</code>{version}, "
                     f"{html.escape(origin.release)}</small></p>")
        return "".join(parts)


def _diagnostics(answers: Any, a: int, text: str) -> list[Diagnostic]:
    count = lib.muster_answer_diagnostics(answers, a)
    if count == 0:
        return []
    data = text.encode("utf-8", "surrogateescape")

    def index(byte: int) -> int:
        return len(data[:byte].decode("utf-8", "replace"))

    return [
        Diagnostic(_SEVERITIES[lib.muster_diagnostic_severity(answers, a, d)],
                   take(lib.muster_diagnostic_code(answers, a, d)), take(lib.muster_diagnostic_message(answers, a, d)),
                   index(lib.muster_diagnostic_begin(answers, a, d)), index(lib.muster_diagnostic_end(answers, a, d)),
                   tuple(take(lib.muster_diagnostic_hint(answers, a, d, h))
                         for h in range(lib.muster_diagnostic_hints(answers, a, d))))
        for d in range(count)
    ]


def own(pointer: Any) -> Any:
    """Answers that are freed when nothing refers to them any more."""
    return ffi.gc(pointer, lib.muster_answers_free)


def answers_of(pointer: Any, text: str) -> list[Answer]:
    """All answers; QueryError when one is a mistake."""
    answers = own(pointer)
    if lib.muster_answers_have_errors(answers):
        raise failure_of(answers, text)
    return [Answer(answers, a, text) for a in range(lib.muster_answers_count(answers))]


def failure_of(answers: Any, text: str) -> Exception:
    found = [d for a in range(lib.muster_answers_count(answers)) for d in _diagnostics(answers, a, text)]
    return query_error(take(lib.muster_answers_diagnostics_text(answers)).rstrip("\n"), found)


def tables_of(pointer: Any) -> list[Answer]:
    """The tables of a report."""
    answers = own(pointer)
    return [Answer(answers, a, "") for a in range(lib.muster_answers_count(answers))]


