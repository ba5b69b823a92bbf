#!/usr/bin/env python3
"""Fails when an include breaks the layering of docs/architecture.md, when folders include each other in a circle, or when
a folder has too many sources to find one's way.

Usage: layering.py SOURCE_DIR
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])

# Part -> parts that it may include, besides itself. A part is a folder; include/muster is "muster". The table of folders
# in docs/architecture.md says the same (below).
MAY = {
    "muster": [],
    "containers": [],
    "allowance": [],
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
    "engine/release": ["muster", "grammar", "engine/model", "engine/ontology", "engine/secret", "engine/bind",
                       "storage"],
    "engine/api": ["muster", "grammar", "storage", "engine/secret", "engine/model", "engine/ontology", "engine/consent",
                   "engine/import",
                   "engine/index",
                   "engine/parallel", "engine/bind", "engine/plan", "engine/execute", "engine/release"],
    "bindings/c": ["muster"],
    "bindings/r": ["muster"],
    "shell/synth": [],
    "serve": ["muster"],
    "shell": ["muster", "shell/synth", "serve"],
}

# Part -> its rooms (sub-folders), each with the rooms that it may include; "." is the part's own folder. What a room may
# include of other parts is what its part may. No circle can be written here: a room comes after those that it includes.
# A folder below a room belongs to it, unless it is a room of its own. docs/architecture.md has the same list.
ROOMS = {
    "grammar": {
        "text": [], "habits": ["text"], "generated": [], "atn": ["text", "generated"], "completion": ["text", "generated", "atn"],
        "antlr": ["text", "generated", "atn"],
        ".": ["text", "habits", "generated", "atn", "completion", "antlr"], "parameters": ["text", "."],
    },
    "storage": {
        "bits": [], "codec": ["bits"], "files": [], ".": ["bits", "codec", "files"],
        "rocks": ["bits", "codec", "files", "."],
    },
    "engine/model": {
        "text": [], "schema": ["text"], "time": ["text", "schema"], "record": ["text", "schema", "time"],
        "document": ["text", "record"], "units": ["text", "time", "record"], "codes": ["text", "record"],
    },
    "engine/import": {
        "input": [], "mapping": ["input"], "record": ["input", "mapping"], "table": ["input", "mapping", "record"],
        "phenopacket": ["input", "mapping", "record"],
        "beacon": ["input", "mapping", "record", "table", "phenopacket"], "watch": ["record"],
        ".": ["input", "mapping", "record", "table", "phenopacket", "beacon", "watch"],
    },
    "engine/bind": {
        "bound": [], "catalogue": ["bound"], "values": ["bound", "catalogue"],
        "criteria": ["bound", "catalogue", "values"], "remarks": ["bound", "catalogue", "values", "criteria"],
        "dimensions": ["bound", "catalogue", "values"],
        ".": ["bound", "catalogue", "values", "criteria", "remarks", "dimensions"],
    },
    "engine/execute": {
        "rows": [], "values": ["rows"], "sets": ["rows"], "filter/temporal": ["rows", "values"],
        "filter": ["rows", "values", "filter/temporal"], "aggregate": ["rows", "values", "sets", "filter"],
        ".": ["rows", "values", "sets", "filter", "aggregate"],
    },
    "engine/release": {
        "policy": [], "by_text": ["policy"], "low_effect": [], "memory": ["policy"], "ledger": ["policy", "memory"],
        "door": ["policy", "memory"], ".": [],
    },
    "engine/api": {
        "calls": [], "statements": [], "found": [], "pipeline": ["statements", "found"], "versions": ["calls", "pipeline"],
        "imports": ["calls", "statements", "versions"], "completion": [],
        "low_effect": [],
        "guest": ["calls", "statements", "found", "pipeline", "completion", "low_effect"], "hosting": ["versions", "guest"],
        ".": ["calls", "statements", "found", "pipeline", "versions", "imports", "completion", "low_effect", "guest", "hosting"],
    },
    "shell": {
        "terminal": [], "output": ["terminal"], "catalogue": ["terminal", "output"],
        "report": ["terminal", "output", "catalogue"],
        "editor": ["terminal"],
        "interactive": ["terminal", "output", "catalogue", "report", "editor"],
        "commands": ["terminal", "output", "catalogue", "report", "editor", "interactive"],
        ".": ["terminal", "output", "catalogue", "report", "editor", "interactive", "commands"],
    },
    "serve": {
        "text": [], "json": ["text"], "http": ["text", "json"], "config": ["text", "http"],
        "node": ["text", "http", "config"], "token": ["text", "http", "json", "config", "node"], "metrics": [], "page": [],
        "beacon": ["text", "http", "json", "config", "node"],
        "native": ["text", "http", "json", "config", "node", "beacon"],
        "network": ["text", "http", "json", "config", "node", "metrics", "beacon"],
        ".": ["network", "text", "http", "json", "config", "node", "token", "metrics", "page", "beacon", "native"],
    },
    "shell/synth": {"people": [], "files": ["people"]},
}

# Parts that all may include but the public headers.
EVERYBODY = ["containers", "allowance"]

# Third party header -> the files or folders that may include it.
FENCES = {
    r"antlr4-runtime": ["grammar/antlr/", "grammar/atn/atn.cc", "grammar/syntax_errors.cc", "grammar/generated/"],
    r"grammar/generated/": ["grammar/antlr/", "grammar/atn/atn.cc", "grammar/completion/", "grammar/build_", "grammar/parse.cc", "grammar/parse_limits.cc", "grammar/syntax_errors.cc"],
    r"absl/container/(flat|node)_hash_": ["containers/hash_table.h"],
    r"roaring/": ["storage/bits/bitmap.cc", "storage/bits/roaring_chunks."],
    r"rocksdb/": ["storage/rocks/", "storage/files/rocks_", "storage/files/stoppable/",
                 "storage/files/status_of.h", "storage/object_cache"],
    r"simdjson": ["engine/import/", "engine/ontology/obo.cc", "engine/ontology/obographs.cc"],
    r"^csv\.h": ["engine/import/table/rows/csv_rows.cc"],
    r"nlohmann/": ["engine/import/", "engine/ontology/", "engine/release/policy/parse_policy.cc", "serve/", "shell/"],
    r"openssl/": ["engine/release/ledger/sha256.cc", "shell/report/sha256.cc", "serve/text/digest.cc", "serve/token/jwt.cc"],
    r"boost/": ["serve/http/server.cc", "serve/http/client.cc", "serve/http/message_io.cc", "serve/http/message_io.h",
               "serve/http/stream.cc", "serve/http/stream.h", "serve/http/peer_network.", "serve/http/read_request."],
    r"cjose/": ["serve/token/"],
    r"toml\+\+/": ["serve/config/settings.cc"],
    r"prometheus/": ["serve/metrics/"],
    r"xlsxwriter": ["shell/output/workbook.cc"],
    r"CLI/": ["shell/"],
}
# What the public headers may include.
PUBLIC = re.compile(r"^(absl/|muster/|[a-z_]+$|(stddef|stdint|string)\.h$)")

def within(part, folder): return part == folder or part.startswith(folder + "/")

def part_of(path):
    if path.startswith("include/muster/"): return "muster"
    return max((p for p in MAY if within(path, p)), key=len, default=None)

def room_of(part, path):
    """The room of `part` in which `path` lies."""
    folder = path[len(part) + 1:].rpartition("/")[0]
    return max((r for r in ROOMS[part] if within(folder, r)), key=len, default=folder or ".")

def part_of_include(name):
    if name.startswith("muster/"): return "muster"
    return max((p for p in MAY if within(name, p)), key=len, default=None)

problems, files = [], 0
for part, rooms in ROOMS.items():
    known = []
    for room, may in rooms.items():
        problems += [f"ROOMS: {part}, {room}, comes before {other}" for other in may if other not in known]
        known.append(room)
# A column of an answer is made by its role, which the release stage and all readers of answers go by.
TYPE = re.compile(r"ColumnType::")
ROLE = re.compile(r"\bColumn::[A-Z][a-z]+\(")

for folder in ("include", "containers", "allowance", "grammar", "storage", "engine", "bindings", "serve", "shell"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in (".h", ".hpp", ".cc", ".cpp"): continue
        name = path.relative_to(root).as_posix()
        part = part_of(name)
        files += 1
        if part is None:
            problems.append(f"{name}: belongs to no part that the layering knows")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if part.startswith("engine") and TYPE.search(line) and not ROLE.search(line):
                problems.append(f"{name}:{number}: a column is made by its role: Column::People and so on")
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not match: continue
            included = match.group(1)
            target = part_of_include(included)
            if target and target != part and not any(within(target, may) for may in [*MAY[part], part, *EVERYBODY]):
                problems.append(f"{name}:{number}: {part} must not include {included}")
            if target and target == part and part in ROOMS:
                room, other = room_of(part, name), room_of(part, included)
                if room not in ROOMS[part]:
                    problems.append(f"{name}: {part} has no room {room} that the layering knows")
                elif room != other and other not in ROOMS[part][room]:
                    problems.append(f"{name}:{number}: {part}, {room}, must not include {included}")
            if part == "muster" and not PUBLIC.match(included):
                problems.append(f"{name}:{number}: a public header must not include {included}")
            for pattern, allowed in FENCES.items():
                if re.match(pattern, included) and not any(name.startswith(a) for a in allowed) and "generated" not in name:
                    problems.append(f"{name}:{number}: {included} is fenced off here")

ALL = ("allowance", "containers", "include", "grammar", "storage", "engine", "bindings", "serve", "shell", "tests", "bench",
       "fuzz")

# Folder -> the folders that it includes, each with one of the includes. Of a circle among them, nobody can read one folder
# without the others, at whatever depth they are.
includes = {}
for folder in ALL:
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root)
        if path.suffix not in (".h", ".hpp", ".cc", ".cpp", ".inc") or "broken" in name.parts: continue
        here = name.parent.as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
            if not match: continue
            found = [at for at in (match[1], f"include/{match[1]}") if (root / at).is_file()]
            there = found[0].rpartition("/")[0] if found else here
            if there != here: includes.setdefault(here, {}).setdefault(there, f"{name.as_posix()}:{number} {match[1]}")

def shortest_circle(start):
    """The folders on the shortest way from `start` back to it; none if there is no way."""
    before, waiting = {start: None}, [start]
    for here in waiting:
        for there in includes.get(here, {}):
            if there == start:
                way = []
                while here: way, here = [here, *way], before[here]
                return way
            if there not in before:
                before[there] = here
                waiting.append(there)
    return []

told = set()
for start in sorted(includes):
    way = shortest_circle(start)
    if not way or frozenset(way) in told: continue
    told.add(frozenset(way))
    problems.append(f"folders in a circle, {', '.join(way)}: " +
                    "; ".join(includes[here][there].replace(" ", " includes ") for here, there in zip(way, way[1:] + way[:1])))

# A folder that one can take in at a glance.
MAX_SOURCES = 30
sources = {}
for folder in ALL:
    for path in (root / folder).rglob("*"):
        if path.suffix in (".h", ".cc") and "generated" not in path.parts:
            sources[path.parent] = sources.get(path.parent, 0) + 1
for folder, count in sorted(sources.items()):
    if count > MAX_SOURCES:
        problems.append(f"{folder.relative_to(root)}: {count} sources, at most {MAX_SOURCES} in a folder: make rooms")

# What docs/architecture.md says of parts and rooms is what is checked here.
def documented(lines):
    """The parts of the table of folders with what they know, and the parts of the list of rooms with these."""
    knows, rooms, part = {}, {}, None
    for line in lines:
        row = re.match(r"\| `([\w/]+)/` \|.*\| ([^|]*) \|$", line)
        if row: knows[{"include/muster": "muster"}.get(row[1], row[1])] = row[2]
        bullet = re.match(r"- `([\w/]+)/`: ", line)
        part = bullet[1] if bullet else part if line.startswith("  ") else None
        if part:
            names = re.findall(r"`([\w/.]+)/`", line[bullet.end():] if bullet else line)
            rooms.setdefault(part, []).extend(names)
    return knows, rooms

def in_words(may):
    return ", ".join({"muster": "`include/muster/`"}.get(p, p.removeprefix("engine/")) for p in may) or "nothing else"

document = root / "docs/architecture.md"
if document.is_file():
    knows, rooms = documented(document.read_text(encoding="utf-8").splitlines())
    for part, may in MAY.items():
        if knows.get(part) != in_words(may):
            problems.append(f"docs/architecture.md: {part}/ knows: {in_words(may)}")
    for part, of_part in ROOMS.items():
        if rooms.get(part) != list(of_part):
            problems.append(f"docs/architecture.md: the rooms of {part}/: " + ", ".join(f"`{r}/`" for r in of_part))

for problem in problems: print(problem)
print(f"{files} files, {len(problems)} problems")
sys.exit(1 if problems or files < 50 else 0)
