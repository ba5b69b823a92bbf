"""Feasibility counts over people's records, embedded: the library Muster in Python.

    import muster

    with muster.open("rare-disease") as catalogue:
        answer = catalogue.query("count individuals where has phenotype $code by sex", {"code": "HP:0001250"})
        print(answer.df())

Any number of threads may use one catalogue at once; calls release the GIL. A catalogue that was opened before a fork
answers ForkedError in the child: open it there anew.
"""

from ._library import version
from .answer import Answer, OntologyVersion, Provenance, Released
from .catalogue import Catalogue, Snapshot, Statement, explain_policy, open, restore
from .diagnostic import Diagnostic
from .errors import (
    CallTimeoutError,
    CancelledError,
    DamagedError,
    DeadlineError,
    DiskFullError,
    Error,
    ForkedError,
    FormatError,
    InUseError,
    InvalidArgumentError,
    MemoryLimitError,
    MisuseError,
    NotFoundError,
    PreconditionError,
    QueryError,
    ReadOnlyError,
    StaleError,
)
from .guest import Budget, Guest
from .parameters import Quantity, Text, days, months, quantity, text, years
from .stream import RowStream
from .token import Cancel

__version__ = version()

__all__ = [
    "Answer", "Budget", "CallTimeoutError", "Cancel", "CancelledError", "Catalogue", "DamagedError",
    "DeadlineError", "Diagnostic", "DiskFullError", "Error", "ForkedError", "FormatError", "Guest", "InUseError",
    "InvalidArgumentError", "MemoryLimitError", "MisuseError", "NotFoundError", "OntologyVersion",
    "PreconditionError", "Provenance", "Quantity", "QueryError", "ReadOnlyError", "Released", "RowStream",
    "Snapshot", "StaleError", "Statement", "Text", "days", "explain_policy", "months", "open", "quantity",
    "restore", "text", "version", "years",
]
