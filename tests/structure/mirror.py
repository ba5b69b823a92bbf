#!/usr/bin/env python3
"""Fails when a unit test is named after no source: tests/unit/<part>/<source>[_<topic>]_test.cc tests <source>.

The tests of api and shell go through the public interface, and are named by topic.

Usage: mirror.py SOURCE_DIR
"""
import pathlib, sys

root = pathlib.Path(sys.argv[1])
PARTS_BY_TOPIC = {"api", "shell"}

problems, count = [], 0
for test in sorted((root / "tests/unit").rglob("*_test.cc")):
    part = test.relative_to(root / "tests/unit").parts[0]
    if part in PARTS_BY_TOPIC: continue
    count += 1
    folder = root / part if (root / part).is_dir() else root / "engine" / part
    sources = {path.stem for path in folder.rglob("*") if path.suffix in (".h", ".cc")}
    name = test.name.removesuffix("_test.cc")
    if not any(name == source or name.startswith(source + "_") for source in sources):
        problems.append(f"{test.relative_to(root)}: {folder.relative_to(root)} has no source of this name")

for problem in problems: print(problem)
print(f"{count} unit tests, {len(problems)} problems")
sys.exit(1 if problems or count < 50 else 0)
