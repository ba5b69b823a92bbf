#!/usr/bin/env python3
"""Runs the examples of docs/shell.md: blocks marked `console`, commands behind `$ ` and what they print.

A line "..." stands for any lines, a "..." in a line for any characters. The catalogue is that of the first tour.

Usage: document.py MUSTER SOURCE_DIR
"""
import os, pathlib, re, subprocess, sys, tempfile


def blocks(text):
    return [match.group(1) for match in re.finditer(r"^```console\n(.*?)^```$", text, re.M | re.S)]


def steps(block):
    """Pairs of a command and the lines that it prints; a command goes on behind a backslash."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "): found.append([line[2:], []])
        elif found and found[-1][0].endswith("\\"): found[-1][0] = found[-1][0][:-1] + line.strip()
        else: found[-1][1].append(line)
    return found


def matches(expected, printed):
    pattern = ""
    for line in expected:
        pattern += r"(?:.*\n)*" if line == "..." else ".*".join(re.escape(part) for part in line.split("...")) + r"[ ]*\n"
    return re.fullmatch(pattern, printed) is not None


def main(program, source):
    failures, count = 0, 0
    with tempfile.TemporaryDirectory(prefix="muster-document-") as folder:
        environment = dict(os.environ, PATH=f"{pathlib.Path(program).resolve().parent}:{os.environ['PATH']}", HOME=folder)
        for block in blocks((pathlib.Path(source) / "docs/shell.md").read_text(encoding="utf-8")):
            for command, expected in steps(block):
                count += 1
                done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, timeout=300,
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                if matches(expected, done.stdout): continue
                failures += 1
                print(f"$ {command}\nprints\n{done.stdout}and not\n" + "\n".join(expected))
    print(f"{count} commands, {failures} print something else")
    return 1 if failures or count < 5 else 0


sys.exit(main(*sys.argv[1:3]))
