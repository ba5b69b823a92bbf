#!/usr/bin/env python3
"""Fails when a source or header uses a name without the header that declares it, not even through others of ours: then it
compiles only behind another source of its group, with precompiled headers, or by the includes of a library.

A stand-in for compiling each file by itself, which takes an hour. It knows types, functions and constants that are
declared at the beginning of a line, and often used names of the standard library.

Usage: includes.py SOURCE_DIR
"""
import collections, functools, pathlib, re, sys

root = pathlib.Path(sys.argv[1]).resolve()
FOLDERS = ("allowance", "bench", "bindings", "containers", "engine", "fuzz", "grammar", "include", "serve", "shell",
           "storage", "tests")
SKIPPED = {"generated", "other_abseil", "r"} | (set() if "broken" in root.parts else {"broken"})
# Namespaces of others, of which we declare names in advance.
FOREIGN = {"rocksdb"}

STANDARD = {
    "algorithm": "all_of any_of clamp find find_if lower_bound max min none_of sort stable_sort unique upper_bound",
    "array": "array", "atomic": "atomic", "bit": "countr_zero popcount", "charconv": "from_chars to_chars",
    "chrono": "chrono", "cmath": "floor isfinite isnan llround", "condition_variable": "condition_variable",
    "cstring": "memcmp memcpy memset", "deque": "deque", "filesystem": "filesystem", "fstream": "ifstream ofstream",
    "functional": "function greater hash less reference_wrapper", "iterator": "back_inserter", "limits": "numeric_limits",
    "map": "map multimap", "memory": "make_shared make_unique shared_ptr unique_ptr weak_ptr",
    "mutex": "call_once mutex once_flag", "numeric": "accumulate iota", "optional": "nullopt optional", "set": "set",
    "span": "span", "sstream": "istringstream ostringstream", "stop_token": "stop_source stop_token",
    "string": "string to_string", "string_view": "string_view", "thread": "thread", "tuple": "make_tuple tuple",
    "type_traits": "decay_t invoke_result_t is_same_v", "unordered_map": "unordered_map", "utility": "exchange",
    "variant": "get_if variant visit", "vector": "vector",
}
STANDARD_HEADER = {name: header for header, names in STANDARD.items() for name in names.split()}

# Comments, texts and characters say nothing about what is used.
IGNORED = re.compile(r'R"(\w*)\((?:.|\n)*?\)\1"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*(?:.|\n)*?\*/|\'(?:\\.|[^\'\\\n])+\'')
INCLUDE = re.compile(r'^#include (["<])([\w/.]+)[">]', re.M)
NAMESPACE = re.compile(r"^namespace (?:\w+::)*(\w+)(?: = | \{)", re.M)
TYPE = re.compile(r"^(?:template <.*>\s*)?(?:class|struct|enum class|enum|union)\s+(?:\[\[\w+\]\]\s+)?([A-Z]\w*)\b"
                  r"(?:\s+final)?(?:$| \{|;| : )|^using ([A-Z]\w*) =", re.M)
FUNCTION = re.compile(r"^(?!using|return|namespace|template|class|struct|enum|friend)[\w\[][\w:<>,&*\[\]() ]*?[ &*>]"
                      r"([A-Z]\w*)\(", re.M)
CONSTANT = re.compile(r"^(?:inline |extern |static )*(?:constexpr|const)\b[^\n=({]*?\b(k[A-Z]\w*)(?:\[\w*\])*(?: =|\{|;)",
                      re.M)
# Members and parameters of headers are indented; `using` and `typename` name what is declared elsewhere, or here.
INNER = re.compile(r"^ +(?:[\w:<>,&*\[\]() ]*[ &*])?([A-Z]\w*)(?=\(| = |,|;| \{|$)", re.M)
TAKEN = re.compile(r"\b(?:using (?:::)?(?:\w+::)+|typename |class |struct |enum class |using )([A-Z]\w*)")
QUALIFIED = re.compile(r"\b([a-z]\w*)::([A-Z]\w*|k[A-Z]\w*)\b")
PLAIN = re.compile(r"(?<![\w.>:~])([A-Z]\w*)\b(?!::|\()")
CALLED = re.compile(r"(?<![\w.>:~])([A-Z]\w*)\(")
# A member: defined outside of its class, or indented behind what it gives back.
METHOD = re.compile(r"\b[A-Z]\w*::([A-Z]\w*)\(")
OWN = re.compile(r"^ +(?!return\b|else\b|co_)[\w\[][\w:<>,&*\[\]() ]*?[ &*>]([A-Z]\w*)\(", re.M)


class File:
    def __init__(self, path):
        raw = path.read_text(encoding="utf-8")
        self.includes, self.standard = [], set()
        for sign, name in INCLUDE.findall(raw): self.standard.add(name) if sign == "<" else self.includes.append(name)
        text = IGNORED.sub('""', INCLUDE.sub("", raw))
        self.namespaces = set(NAMESPACE.findall(text))
        self.types = {a or b for a, b in TYPE.findall(text)}
        self.names = self.types | set(FUNCTION.findall(text)) | set(CONSTANT.findall(text))
        self.taken = set(TAKEN.findall(text))
        self.inner = set(INNER.findall(text)) if path.suffix != ".cc" else set()
        self.qualified = set(QUALIFIED.findall(text))
        self.plain = set(PLAIN.findall(text)) - self.names - self.taken
        self.called = set(CALLED.findall(text)) - self.taken - set(OWN.findall(text)) - set(METHOD.findall(text))
        self.needed = {(f"std::{name}", STANDARD_HEADER[name])
                       for name in re.findall(r"\bstd::(\w+)", text) if name in STANDARD_HEADER}
        if re.search(r"\bu?int(?:8|16|32|64)_t\b", text): self.needed.add(("int32_t and the like", "cstdint"))


files = {}
for folder in FOLDERS:
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in (".h", ".hpp", ".cc") or SKIPPED & set(path.relative_to(root).parts): continue
        files[path.relative_to(root).as_posix()] = File(path)


def resolve(name, beside):
    for path in (name, f"include/{name}", f"{beside}/{name}"):
        if path in files: return path
    return None


@functools.cache
def reached(path):
    """The file, and all that it includes of ours."""
    seen, waiting = set(), [path]
    while waiting:
        at = waiting.pop()
        if at in seen: continue
        seen.add(at)
        beside = at.rpartition("/")[0]
        waiting += filter(None, (resolve(name, beside) for name in files[at].includes))
    return seen


# Namespace and name -> the headers that declare it.
declared, types = collections.defaultdict(set), set()
for path, file in files.items():
    if path.endswith(".cc"): continue
    for namespace in file.namespaces - FOREIGN:
        for name in file.names: declared[namespace, name].add(path)
        types |= {(namespace, name) for name in file.types}

problems, looked = [], 0
for path, file in files.items():
    plain = file.plain.difference(*(files[header].inner for header in reached(path)))
    used = file.qualified | {(namespace, name) for namespace in file.namespaces for name in plain} & types
    # The namespace of a function that is called may be that of an argument.
    known = (files[header].inner | files[header].names for header in reached(path))
    used |= {(namespace, name) for namespace in file.namespaces for name in file.called.difference(*known)}
    for namespace, name in sorted(used):
        headers = declared.get((namespace, name))
        if not headers: continue
        looked += 1
        if headers & reached(path) or namespace in file.namespaces and name in file.names | file.taken: continue
        problems.append(f"{path}: {namespace}::{name} is of {' or '.join(sorted(headers))}, which is not included")
    standard = set().union(*(files[header].standard for header in reached(path)))
    for name, header in sorted(file.needed):
        looked += 1
        if not {header, header.removeprefix("c") + ".h"} & standard:
            problems.append(f"{path}: {name} is of <{header}>, which is not included")

for problem in problems: print(problem)
print(f"{looked} names in {len(files)} files, {len(problems)} problems")
sys.exit(1 if problems or looked == 0 else 0)
