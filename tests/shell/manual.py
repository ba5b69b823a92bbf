#!/usr/bin/env python3
"""Fails when the manual page or a shell completion does not name a command or an option of the program.

Usage: manual.py MUSTER SOURCE_DIR
"""
import pathlib, re, subprocess, sys


def main(program, source):
    folder = pathlib.Path(source) / "shell/manual"
    texts = {name: (folder / name).read_text(encoding="utf-8").replace("\\-", "-") for name in ("muster.1", "muster.bash", "_muster")}
    help_text = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+) +\S", help_text.split("commands:\n")[1].split("\n\n")[0], re.M)
    problems, options = [], 0
    for command in commands:
        shown = subprocess.run([program, command, "--help"], capture_output=True, text=True, check=True).stdout
        names = {name for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+", shown.split("Example:")[0])} - {"--help"}
        options += len(names)
        for name, text in texts.items():
            if not re.search(rf"(?<![\w-]){command}(?![\w-])", text): problems.append(f"{name}: no command {command}")
            problems += [f"{name}: no option {option} ({command})" for option in sorted(names)
                         if not re.search(rf"(?<![\w-]){option}(?![\w-])", text)]
    for problem in problems: print(problem)
    print(f"{len(commands)} commands, {options} options, {len(problems)} problems")
    return 1 if problems or len(commands) < 10 or options < 30 else 0


sys.exit(main(*sys.argv[1:3]))
