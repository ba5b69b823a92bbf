#!/usr/bin/env python3
"""Fails when a source is not as clang-format writes it; `scripts/format` mends that.

Usage: format.py CLANG_FORMAT SOURCE_DIR
"""
import pathlib, subprocess, sys

program, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
# Generated code is as its tool made it; broken: what this check is tried on.
SKIPPED = {"build", ".git", "generated", "broken"}

sources = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*"))
           if path.suffix in (".h", ".hpp", ".c", ".cc") and not SKIPPED & set(path.relative_to(root).parts)]
checked = subprocess.run([program, "--style=file", "--dry-run", "-Werror", *sources], cwd=root, capture_output=True,
                         text=True)
problems = [line for line in checked.stderr.splitlines() if " error: " in line]
for problem in problems: print(problem)
print(f"{len(sources)} sources, {len(problems)} problems")
sys.exit(1 if problems or checked.returncode != 0 or not sources else 0)
