#!/usr/bin/env python3
"""Fails when a document names a file of the tree, a test, or a function in a walk through the sources, that does not
exist, and when the walk of docs/architecture.md leaves out a stage or enters them in another order.

Usage: names.py SOURCE_DIR
"""
import collections, pathlib, re, sys

root = pathlib.Path(sys.argv[1]).resolve()
SKIPPED = {"build", ".git", "broken"}  # broken: what this check is tried on
# Folders at the top of the tree: what begins with one of them, in code font, is a path.
TOP = ("allowance|bench|bindings|cmake|containers|docs|engine|examples|fuzz|grammar|include|scripts|serve|shell|storage|"
       "tests")
PATH = re.compile(rf"`((?:{TOP})/[\w./*-]*)`")
# Not in the tree.
FOREIGN = {"abseil_version.h"}  # written when a build is configured
# A header or source by the end of its path.
SOURCE = re.compile(rf"`((?!(?:{TOP})/)[\w/]+\.(?:h|hpp|cc))`")
# A test, or all of a suite.
TEST = re.compile(r"`([A-Z]\w*)(?:\.([A-Z]\w*))?`")
DEFINED_TEST = re.compile(r"^ *(?:TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_\w+)\(\s*(\w+),\s*(\w+)", re.M)
# A step of a walk: a path, then functions of that file.
STEP = re.compile(r"^\d+\. `([\w./]+)`: (.*)$")
# The walk of docs/architecture.md enters these in this order.
WALK = "docs/architecture.md"
STAGES = ("shell/commands", "engine/api/pipeline", "grammar", "engine/bind", "engine/plan", "engine/execute",
          "engine/api/found", "engine/release", "shell/output")


def exists(path):
    return any(root.glob(path.rstrip("/"))) or any(root.glob(path + ".*"))


def defines(source, name):
    """Whether `source` defines the function, or the constant, `name`."""
    name = re.escape(name)
    return re.search(rf"^(?!\s*(?://|return\b))[\w\s:<>,&*]*(?<=[\s&*:]){name}(?:\(|\[| = )", source, re.M) is not None


sources = {"/" + path.relative_to(root).as_posix() for path in root.rglob("*")
           if path.suffix in (".h", ".hpp", ".cc") and not SKIPPED & set(path.relative_to(root).parts)}
tests = collections.defaultdict(set)  # suite -> names
for source in root.glob("tests/**/*.cc"):
    if SKIPPED & set(source.relative_to(root).parts): continue
    for suite, name in DEFINED_TEST.findall(source.read_text(encoding="utf-8")): tests[suite].add(name)

problems, paths, steps, walked, named_tests = [], 0, 0, [], 0
for document in sorted(root.rglob("*.md")):
    if SKIPPED & set(document.relative_to(root).parts): continue
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{document.relative_to(root)}:{number}"
        for path in PATH.findall(line):
            paths += 1
            if not exists(path): problems.append(f"{where}: there is no {path}")
        for name in SOURCE.findall(line):
            if not any(path.endswith("/" + name) for path in sources) and name not in FOREIGN:
                problems.append(f"{where}: there is no {name}")
        for suite, name in TEST.findall(line):
            if suite == "Test" or not suite.endswith("Test") and not (name and suite in tests): continue
            named_tests += 1
            if suite not in tests or name and name not in tests[suite]:
                problems.append(f"{where}: there is no test {suite}{'.' if name else ''}{name}")
        step = STEP.match(line)
        if not step: continue
        steps += 1
        if where.startswith(WALK): walked += [stage for stage in STAGES if step.group(1).startswith(stage + "/")]
        file = root / step.group(1)
        source = file.read_text(encoding="utf-8") if file.is_file() else ""
        for name in re.findall(r"`([A-Z][\w:]+|k[A-Z]\w+|main)`", step.group(2)):
            if not defines(source, name):
                problems.append(f"{where}: {step.group(1)} has no {name}")

first = list(dict.fromkeys(walked))
if (root / WALK).is_file() and first != list(STAGES):
    problems.append(f"{WALK}: the walk goes through {', '.join(first) or 'nothing'}; it should go through "
                    f"{', '.join(STAGES)}")

for problem in problems: print(problem)
print(f"{paths} paths, {steps} steps, {named_tests} tests, {len(problems)} problems")
sys.exit(1 if problems or paths == 0 or steps == 0 else 0)
