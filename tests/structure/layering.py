#!/usr/bin/env python3
"""Fails when an include breaks the layering of docs/architecture.md.

Usage: layering.py SOURCE_DIR
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])

# Part -> parts that it may include, besides itself. A part is a folder; include/muster is "muster".
MAY = {
    "muster": [],
    "grammar": ["muster"],
    "storage": ["muster"],
    "engine/model": ["muster"],
    "engine/ontology": ["muster", "engine/model"],
    "engine/consent": ["muster", "engine/model", "engine/ontology"],
    "engine/import": ["muster", "engine/model", "engine/ontology", "engine/parallel"],
    "engine/secret": [],
    "engine/index": ["muster", "storage", "engine/model", "engine/ontology", "engine/secret"],
    "engine/parallel": [],
    "engine/bind": ["muster", "grammar", "storage", "engine/model", "engine/ontology", "engine/consent",
                    "engine/parallel"],
    "engine/plan": ["muster", "engine/model", "engine/ontology", "engine/bind"],
    "engine/execute": ["muster", "storage", "engine/secret", "engine/model", "engine/ontology", "engine/parallel",
                       "engine/bind", "engine/plan"],
    "engine/execute/rows": ["muster", "storage", "engine/model", "engine/ontology", "engine/bind", "engine/plan"],
    "engine/execute/filter": ["muster", "storage", "engine/model", "engine/ontology", "engine/bind", "engine/plan",
                              "engine/execute/rows"],
    "engine/execute/aggregate": ["muster", "storage", "engine/model", "engine/ontology", "engine/bind", "engine/plan",
                                 "engine/execute/rows", "engine/execute/filter"],
    "engine/release": ["muster", "engine/model", "engine/ontology", "engine/secret", "engine/bind", "storage"],
    "engine/api": ["muster", "grammar", "storage", "engine/secret", "engine/model", "engine/ontology", "engine/import", "engine/index",
                   "engine/parallel", "engine/bind", "engine/plan", "engine/execute", "engine/release"],
    "shell/synth": [],
    "shell": ["muster", "shell/synth"],
}

# Third party header -> the files or folders that may include it.
FENCES = {
    r"antlr4-runtime": ["grammar/antlr_", "grammar/atn/atn.cc", "grammar/syntax_errors.cc", "grammar/generated/"],
    r"grammar/generated/": ["grammar/antlr_", "grammar/atn/atn.cc", "grammar/build_", "grammar/parse.cc", "grammar/syntax_errors.cc"],
    r"roaring/": ["storage/bitmap.cc"],
    r"rocksdb/": ["storage/rocks_", "storage/store.cc", "storage/status_of.h", "storage/object_cache"],
    r"simdjson": ["engine/import/", "engine/ontology/obographs.cc"],
    r"^csv\.h": ["engine/import/csv_rows.cc"],
    r"nlohmann/": ["engine/import/", "engine/ontology/", "shell/"],
    r"histedit": ["shell/"],
    r"CLI/": ["shell/"],
}
# What the public headers may include.
PUBLIC = re.compile(r"^(absl/|muster/|[a-z_]+$)")

def within(part, folder): return part == folder or part.startswith(folder + "/")

def part_of(path):
    if path.startswith("include/muster/"): return "muster"
    best = max((p for p in MAY if path.startswith(p + "/")), key=len, default=None)
    return best

def part_of_include(name):
    if name.startswith("muster/"): return "muster"
    return max((p for p in MAY if name.startswith(p + "/")), key=len, default=None)

problems, files = [], 0
for folder in ("include", "grammar", "storage", "engine", "shell"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in (".h", ".cc", ".cpp"): continue
        name = path.relative_to(root).as_posix()
        part = part_of(name)
        files += 1
        if part is None:
            problems.append(f"{name}: belongs to no part that the layering knows")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not match: continue
            included = match.group(1)
            target = part_of_include(included)
            if target and target != part and not any(within(target, may) for may in [*MAY[part], part]):
                problems.append(f"{name}:{number}: {part} must not include {included}")
            if part == "muster" and not PUBLIC.match(included):
                problems.append(f"{name}:{number}: a public header must not include {included}")
            for pattern, allowed in FENCES.items():
                if re.match(pattern, included) and not any(name.startswith(a) for a in allowed) and "generated" not in name:
                    problems.append(f"{name}:{number}: {included} is fenced off here")

for problem in problems: print(problem)
print(f"{files} files, {len(problems)} problems")
sys.exit(1 if problems or files < 50 else 0)
