"""Values of parameters, `$name` in a text."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Union

from ._library import Texts, ffi, lib
from .errors import check_code


class Quantity(NamedTuple):
    """A number with a unit."""

    value: float | decimal.Decimal
    unit: str


class Text(NamedTuple):
    """A text, whatever it looks like."""

    value: str


def quantity(value: float | decimal.Decimal, unit: str) -> Quantity:
    """quantity(7.5, "mmol/L")"""
    return Quantity(value, unit)


def text(value: str) -> Text:
    """text("30"), which is no number."""
    return Text(value)


def years(value: float | decimal.Decimal) -> Quantity:
    return Quantity(value, "years")


def months(value: float | decimal.Decimal) -> Quantity:
    return Quantity(value, "months")


def days(value: float | decimal.Decimal) -> Quantity:
    return Quantity(value, "days")


# A str is read as it would be in a query: HP:0001250, 18 years, 2024-05; anything else is a text.
Value = Union[str, int, float, decimal.Decimal, datetime.date, Quantity, Text]
Parameters = Union[Mapping[str, Union[Value, Iterable[Value]]], Sequence[Value]]


def _written(value: Any) -> str:
    if isinstance(value, bool):
        raise TypeError("a parameter cannot be a bool: write the value as a query has it")
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return '"' + value.value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, Quantity):
        return f"{_written(value.value)} {value.unit}"
    if isinstance(value, datetime.datetime):
        raise TypeError("a parameter has a date, not a time of day")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError("a parameter has to be finite")
        return format(value, "f").rstrip("0").rstrip(".") if abs(value) < 1e15 and repr(value).find("e") < 0 \
            and float(format(value, "f")) == value else _exact(value)
    if isinstance(value, decimal.Decimal):
        if not value.is_finite():
            raise ValueError("a parameter has to be finite")
        return format(value, "f")
    if hasattr(value, "item"):  # a number of numpy
        return _written(value.item())
    raise TypeError(f"a parameter cannot be a {type(value).__name__}")


def _exact(value: float) -> str:
    # All digits, without an exponent, which the language does not have.
    return format(decimal.Decimal(repr(value)), "f")


def is_list(value: Any) -> bool:
    return not isinstance(value, (str, bytes, Quantity, Text)) and isinstance(value, Iterable)


def make(parameters: Parameters | None) -> Any:
    """A muster_params, or NULL."""
    if parameters is None:
        return ffi.NULL
    if isinstance(parameters, str):
        raise TypeError("parameters are a mapping of names to values, or a sequence for $1, $2, ...")
    if not isinstance(parameters, Mapping):
        parameters = {str(number): value for number, value in enumerate(parameters, 1)}
    made = ffi.gc(lib.muster_params_new(), lib.muster_params_free)
    if made == ffi.NULL:
        raise MemoryError
    for name, value in parameters.items():
        texts = Texts()
        key = texts.one(str(name).removeprefix("$"))
        if is_list(value):
            values = [_written(item) for item in value]
            check_code(lib.muster_params_set_list(made, key, texts.many(values), len(values)), f"parameter {name}")
        else:
            check_code(lib.muster_params_set(made, key, texts.one(_written(value))), f"parameter {name}")
    return made
