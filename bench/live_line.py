#!/usr/bin/env python3
"""How long a key takes to be on the screen while the shell counts, in a pseudo-terminal.

Usage: bench/live_line.py MUSTER CATALOGUE

Types statements key by key at three speeds: as fast as each key is seen (a burst), every 30 ms, so that a key often
comes while the shell counts, and every 120 ms, so that it has counted before. Prints p50, p95 and the longest time from
a key to its character on the screen, and how often a count was there by the next key.
"""
import os, pathlib, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests/shell"))
from terminal_screen import Terminal

STATEMENTS = (
    'count individuals where has disease "melanoma" and sex is female and age at last contact >= 18 years',
    "count individuals where has last measurement LOINC:4548-4 with value >= 6.5 % and has phenotype HP:0001250",
    "count individuals where has sample with (type is tumour and has run with depth >= 60) and country in (de, fr)",
    "count individuals where at least 2 of (has phenotype HP:0001250, has phenotype HP:0001263, sex is male)",
)


def quantile(times, share):
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def type_all(terminal, statement, pause):
    times, counted = [], 0
    for index, key in enumerate(statement):
        shown = statement[:index + 1].rstrip()
        begin = time.perf_counter()
        terminal.send(key)
        while True:
            terminal.read(0.001)
            if key == " " or "".join(line.removeprefix("muster> ").removeprefix("        ") for line in
                                     terminal.screen.lines()[:terminal.screen.row + 1]).rstrip().endswith(shown[-6:]):
                break
            if time.perf_counter() - begin > 10: sys.exit(f"a key is not shown:\n{terminal.screen.text()}")
        if key != " ": times.append((time.perf_counter() - begin) * 1000)
        end = begin + pause
        while (left := end - time.perf_counter()) > 0: terminal.read(left)
        counted += any(line.startswith("= ") and "..." not in line for line in terminal.screen.lines())
    terminal.send("\x15")
    while terminal.read(0.3): pass
    return times, counted


def main(program, catalogue):
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "TERM": "xterm-256color"}
    terminal = Terminal([program, "shell", catalogue, "--no-startup"], environment, 160, 40)
    terminal.wait_text("muster>")
    print("pause    keys   p50 ms   p95 ms   max ms   counted by the next key")
    for pause in (0, 0.03, 0.12):
        times, counted = [], 0
        for statement in STATEMENTS:
            some, there = type_all(terminal, statement, pause)
            times += some
            counted += there
        keys = sum(len(statement) for statement in STATEMENTS)
        print(f"{pause * 1000:3.0f} ms  {len(times):6}  {quantile(times, 0.5):7.2f}  {quantile(times, 0.95):7.2f}  "
              f"{max(times):7.2f}   {counted * 100 // keys} %")
    terminal.send("\x04")
    terminal.end()


main(*sys.argv[1:3])
