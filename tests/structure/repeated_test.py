#!/usr/bin/env python3
"""That repeated.py can fail: it is run on copies of what it reads, each with one place changed.

Usage: repeated_test.py SOURCE_DIR
"""
import pathlib, shutil, subprocess, sys, tempfile

root = pathlib.Path(sys.argv[1]).resolve()
FILES = ["CMakeLists.txt", "bindings/node/package.json", "bindings/r/DESCRIPTION", "CITATION.cff", "include/muster/muster.h",
         "storage/keys.h", "docs/storage-format.md", "grammar/CohortQuery.g4", "grammar/completion/expected_words.cc",
         "grammar/text/keywords.cc", "shell/editor/highlight.cc", "NOTICES.md", "cmake/Dependencies.cmake",
         "docs/decisions/README.md", "docs/decisions/0080-no-static-program.md", "bindings/c/failure.cc", "docs/embedding.md",
         "bindings/python/muster/errors.py", "bindings/python/muster/answer.py", "bindings/python/muster/_library.py",
         "bindings/r/src/answers.c", "bindings/node/options.js", "bindings/node/index.js", "bindings/node/library.js"]
# File, what stands there, what is put in its place, what has to be said.
CHANGES = [
    ("bindings/r/DESCRIPTION", "Version: ", "Version: 9", "DESCRIPTION: version"),
    ("bindings/node/package.json", '"version": "', '"version": "9', "package.json: version"),
    ("include/muster/muster.h", "MUSTER_VERSION_NUMBER ", "MUSTER_VERSION_NUMBER 9", "MUSTER_VERSION_NUMBER"),
    ("docs/storage-format.md", "format version ", "format version 9", "storage-format.md: format"),
    ("storage/keys.h", "MUSTER_STORAGE_KEYS_H_", "MUSTER_KEYS_H_", "keys.h: guard"),
    ("grammar/CohortQuery.g4", "AFTER : A F T E R ;", "AFTER : A F T E R ;\nNEW : N E W ;", "missing: ['new']"),
    ("shell/editor/highlight.cc", '"after", ', "", "highlight.cc: missing: ['after']"),
    ("bindings/node/options.js", "MUSTER_OPEN_LEDGER: 5", "MUSTER_OPEN_LEDGER: 6", "options.js: MUSTER_OPEN_LEDGER"),
    ("bindings/node/library.js", "size_t n, muster_text reference", "muster_text reference, size_t n",
     "library.js: muster_admit"),
    ("bindings/python/muster/answer.py", '"warning", "note"', '"note", "warning"', "answer.py: _SEVERITIES"),
    ("bindings/r/src/answers.c", '[MUSTER_ROLE_ROWS] = "rows"', '[MUSTER_ROLE_ROWS] = "people"', "words: ['people']"),
    ("NOTICES.md", "| cjose |", "| |", "has cjose"),
    ("docs/decisions/README.md", "| 0080 |", "| 0081 |", "0080-no-static-program.md: title"),
]

with tempfile.TemporaryDirectory() as folder:
    copy = pathlib.Path(folder)
    for name in FILES:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, copy / name)
    for name, old, new, said in CHANGES:
        text = (root / name).read_text(encoding="utf-8")
        if old not in text: sys.exit(f"{name} has no {old}")
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
        run = subprocess.run([sys.executable, str(root / "tests/structure/repeated.py"), folder], capture_output=True, text=True)
        if run.returncode == 0 or said not in run.stdout: sys.exit(f"{name}: not noticed: {new}\n{run.stdout}{run.stderr}")
        (copy / name).write_text(text, encoding="utf-8")
print(f"{len(CHANGES)} changes noticed")
