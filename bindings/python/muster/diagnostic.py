"""Remarks on a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Diagnostic:
    """What is wrong with a text, or worth knowing about it. `begin` and `end` are indices into the text."""

    severity: str  # "error", "warning" or "note"
    code: str
    message: str
    begin: int
    end: int
    hints: tuple[str, ...]
