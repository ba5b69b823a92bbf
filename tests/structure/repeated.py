#!/usr/bin/env python3
"""Fails when something that is written in several places is not the same in all of them: the version, the number of the
storage format, keywords, the names of header guards, the works that are linked, the titles of decisions, numbers and
functions of muster.h.

Usage: repeated.py SOURCE_DIR
"""
import itertools, json, pathlib, re, sys

root = pathlib.Path(sys.argv[1]).resolve()
problems, checks = [], 0


def read(path): return (root / path).read_text(encoding="utf-8")


def find(pattern, path):
    """What the first group of `pattern` has in the file."""
    found = re.search(pattern, read(path), re.M)
    if not found: sys.exit(f"{path}: nothing matches {pattern}")
    return found[1]


def expect(where, what, found, wanted):
    global checks
    checks += 1
    if found != wanted: problems.append(f"{where}: {what}: {found}, not {wanted}")


def expect_words(where, found, wanted):
    """The same words in two lists."""
    expect(where, "missing", sorted(wanted - found), [])
    expect(where, "too much", sorted(found - wanted), [])


# The version is CMake's.
version = find(r"^project\(muster VERSION ([\d.]+)", "CMakeLists.txt")
major, minor, patch = map(int, version.split("."))
expect("bindings/node/package.json", "version", json.loads(read("bindings/node/package.json"))["version"], version)
expect("bindings/r/DESCRIPTION", "version", find(r"^Version: (.*)$", "bindings/r/DESCRIPTION"), version)
expect("CITATION.cff", "version", find(r"^version: (.*)$", "CITATION.cff"), version)
expect("include/muster/muster.h", "MUSTER_VERSION_NUMBER",
       int(find(r"^#define MUSTER_VERSION_NUMBER (\d+)", "include/muster/muster.h")),
       major * 1000000 + minor * 1000 + patch)

# The storage format's number is that of keys.h; the worked row has it as a digit in hexadecimal.
number = find(r"kFormatVersion = (\d+);", "storage/keys.h")
page = "docs/storage-format.md"
expect(page, "format", find(r"for\s+format\s+version\s+(\d+)", page), number)
expect(page, "worked row", find(r"\| `66 6F 72 6D 61 74` \| `(\w+)` \|", page), f"3{number}")

# Decisions are in the list of decisions, under their own titles.
decisions = "docs/decisions/README.md"
listed = dict(re.findall(r"^\| (\d{4}) \| \[(.*)\]\(\1-", read(decisions), re.M))
for page in sorted((root / "docs/decisions").glob("[0-9]*.md")):
    name = page.relative_to(root).as_posix()
    expect(name, "title", page.read_text(encoding="utf-8").split("\n", 1)[0],
           f"# {page.name[:4]}: {listed.get(page.name[:4], 'as ' + decisions + ' has it')}")

# Guards are paths.
for header in itertools.chain(*((root / folder).rglob("*.h") for folder in (
        "allowance", "bench", "bindings", "containers", "engine", "fuzz", "grammar", "include", "serve", "shell", "storage",
        "tests"))):
    name = header.relative_to(root).as_posix()
    if {"generated", "broken", "other_abseil"} & set(header.parts): continue
    guard = re.search(r"^#ifndef (\w+)", header.read_text(encoding="utf-8"), re.M)
    wanted = "MUSTER_" + re.sub(r"\W", "_", name.removeprefix("include/muster/")).upper() + "_"
    expect(name, "guard", guard and guard[1], wanted)

# Keywords: the lexer's rules that are spelled letter by letter, in all their spellings.
def spellings(rule):
    """Of `A N A L Y (S | Z) E`: analyse, analyze. Of `B A N D S?`: bands, band."""
    words = [""]
    for alternative in re.findall(r"\([A-Z] \| [A-Z]\)|[A-Z]\??|'.'", rule):
        letters = [alternative[1]] if alternative[0] == "'" else re.findall("[A-Z]", alternative)
        letters = letters + [""] if alternative.endswith("?") else letters
        words = [word + letter.lower() for word in words for letter in letters]
    return words


tokens = {}  # token -> spellings, the first of them the usual one
for name, rule in re.findall(r"^([A-Z_]+) : ((?:[A-Z]\??|\([A-Z] \| [A-Z]\)|'-'|\||\s)+);$", read("grammar/CohortQuery.g4"),
                             re.M):
    tokens[name] = [word for alternative in re.split(r" \| (?![A-Z]\))", rule) for word in spellings(alternative)]
usual = {words[0] for words in tokens.values()}
every = {word for words in tokens.values() for word in words}


def table(path, name):
    """The words in the quotation marks of a list in C++."""
    body = find(name + r"(?:\[\])?\s*(?:= |= new std::vector<std::string>)?\{([^;]*)\};", path)
    return set(re.findall(r'"([^"]*)"', body))


# Completion offers all of them, and operators.
expect_words("grammar/completion/expected_words.cc",
             {word for word in table("grammar/completion/expected_words.cc", "kWords") if word[0].isalpha()}, usual)
# What misspelled words are compared with: not what stands behind one keyword only, but `study date` as a whole.
expect_words("grammar/text/keywords.cc", {word for words in table("grammar/text/keywords.cc", "keywords") for word in words.split()},
             usual - {"commercial", "non-commercial", "to"} | {"date"})
# The editor colours words without a hyphen, and those that are keywords behind another one only.
expect_words("shell/editor/highlight.cc", table("shell/editor/highlight.cc", "kWords"),
             {word for word in every if "-" not in word} | {"certainty", "cohort", "date"})

# What programs are told of failures: the table of the C interface, its header, the guide and what Python raises.
code_words = re.findall(r'\{MUSTER_(\w+), "([a-z-]+)", (true|false),', read("bindings/c/failure.cc"))
retryable = {name for _, name, again in code_words if again == "true"}
names = {name for _, name, _ in code_words} - {"ok"}
page = "docs/embedding.md"
rows = dict(re.findall(r"^\| `([a-z-]+)` \| [^|]* \| (yes)? ?\|$", find(r"\n## Errors\n([\s\S]*?)\n## ", page), re.M))
expect_words(page, set(rows), names)
expect_words(f"{page}, retryable", {name for name, again in rows.items() if again}, retryable)
header = dict(re.findall(r"^  MUSTER_(\w+) = \d+,? +/\* (.*?) \*/", find(r"(enum \{\n  MUSTER_OK = 0,[\s\S]*?\};)",
                                                                      "include/muster/muster.h"), re.M))
expect_words("include/muster/muster.h", set(header), {constant for constant, _, _ in code_words} - {"OK"})
expect_words("include/muster/muster.h, retryable", {name for constant, name, _ in code_words
                                                    if "retryable" in header.get(constant, "")}, retryable)
raised = set(re.findall(r'^    "([a-z-]+)": \w+Error,', read("bindings/python/muster/errors.py"), re.M))
expect("bindings/python/muster/errors.py", "unknown codes", sorted(raised - names - {"too-much-memory"}), [])

# Numbers and functions of muster.h that packages write once more. (Python reads the header; R's C code includes it.)
page = "include/muster/muster.h"
plain = re.sub(r"/\*[\s\S]*?\*/", "", read(page))
values = {name: int(number) for name, number in re.findall(r"\b(MUSTER_\w+) = (-?\d+)", plain)}


def in_order(prefix):
    """The names of an enum without the prefix, in the order of their numbers, which begin with 0."""
    numbered = sorted((number, name.removeprefix(prefix).lower()) for name, number in values.items()
                      if name.startswith(prefix))
    expect(page, f"{prefix}, numbers", [number for number, _ in numbered], list(range(len(numbered))))
    return [name for _, name in numbered]


for prefix, name in ("MUSTER_RELEASED_", "_KINDS"), ("MUSTER_SEVERITY_", "_SEVERITIES"), ("MUSTER_ROLE_", "_ROLES"):
    python = find(rf"^{name} = \(([^)]*)\)", "bindings/python/muster/answer.py")
    expect("bindings/python/muster/answer.py", name, re.findall(r'"(\w+)"', python), in_order(prefix))
    in_r = re.findall(rf'\[{prefix}(\w+)\] = "(\w+)"', read("bindings/r/src/answers.c"))
    expect("bindings/r/src/answers.c", f"{prefix}, words", [word for constant, word in in_r if word != constant.lower()], [])
    expect("bindings/r/src/answers.c", prefix, [word for _, word in in_r], in_order(prefix))
expect("bindings/python/muster/_library.py", "_ABI", int(find(r"^_ABI = (\d+)", "bindings/python/muster/_library.py")),
       int(find(r"^#define MUSTER_ABI (\d+)", page)))
node = re.findall(r"^  (MUSTER_\w+): (\d+),$", read("bindings/node/options.js"), re.M)
for name, number in node: expect("bindings/node/options.js", name, int(number), values.get(name))
expect("bindings/node/options.js", "has numbers", len(node) > 5, True)
expect("bindings/node/index.js", "numbers of options", re.findall(r"options_set_\w+\(\w+, (\d+)", read("bindings/node/index.js")), [])


def signature(declaration):
    """The types of a function's result and parameters: no names, no white space, callbacks as `void *`."""
    result, name, parameters = re.fullmatch(r"\s*(.*?)\b(muster_\w+)\((.*)\)\s*", declaration, re.S).groups()
    parts = [re.sub(r"\b(_Out_|MUSTER_API)\b", "", part) for part in [result] + parameters.split(",")]
    types = [parts[0]] + [re.sub(r"\w+\s*$", "", part) if part.strip() != "void" else "" for part in parts[1:]]
    types = [re.sub(r"\s+", "", re.sub(r"\b(muster_progress|muster_log)\b", "void*", part)) for part in types]
    return name, types


functions = dict(signature(text) for text in re.findall(r"MUSTER_API ([^;{]*\));", plain))
declared = [signature(line) for line in find(r"const declarations = `\n([^`]*)`", "bindings/node/library.js").split("\n")]
for name, types in declared: expect("bindings/node/library.js", name, types, functions.get(name))

# What CMake looks for is in the notices, but what tests and builds alone need.
NOT_LINKED = {"Threads", "PkgConfig", "Python3", "GTest", "rapidcheck", "benchmark"}
CALLED = {"absl": "Abseil", "roaring": "CRoaring", "antlr4-runtime": "ANTLR 4", "nlohmann_json": "nlohmann/json",
          "ZLIB": "zlib", "LIBZSTD": "Zstandard", "xlsxwriter": "libxlsxwriter", "tomlplusplus": "toml++"}
notices = read("NOTICES.md")
for name in re.findall(r"(?:find_package|pkg_check_modules)\((\w[\w-]*)", read("cmake/Dependencies.cmake")):
    if name in NOT_LINKED: continue
    expect("NOTICES.md", f"has {CALLED.get(name, name)}", f"\n| {CALLED.get(name, name)}" in notices, True)

for problem in problems: print(problem)
print(f"{checks} comparisons, {len(problems)} problems")
sys.exit(1 if problems or checks < 500 or len(tokens) < 60 else 0)
