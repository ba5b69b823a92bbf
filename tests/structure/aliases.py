#!/usr/bin/env python3
"""Fails when two sources of a part give one alias (`using Op = ...;` outside of classes and functions) to different
types: compiled as one (cmake/BuildTime.cmake), they would be in conflict.

Usage: aliases.py SOURCE_DIR
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
PARTS = [root / name for name in ("allowance", "bindings/c", "containers", "grammar", "serve", "shell", "storage")]
PARTS += sorted(path for path in (root / "engine").glob("*") if path.is_dir())

# The same type, named from within its namespace or from outside.
def short(target): return "::".join(target.split("::")[-2:])

problems, count = [], 0
for part in PARTS:
    said = {}
    for path in sorted(part.rglob("*.cc")):
        if "generated" in path.parts: continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            alias = re.match(r"using (\w+) = (.*);$", line)
            if not alias: continue
            count += 1
            other, where = said.setdefault(alias[1], (alias[2], path))
            if short(other) != short(alias[2]):
                problems.append(f"{path.relative_to(root)}:{number}: {alias[1]} is {other} in {where.relative_to(root)}")

for problem in problems: print(problem)
print(f"{count} aliases, {len(problems)} problems")
sys.exit(1 if problems or count == 0 else 0)
