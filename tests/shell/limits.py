#!/usr/bin/env python3
"""Fails when a limit on the size of files ends the program, instead of being an error that it tells, and when a catalogue
that may not be written cannot be read, or is written.

Usage: limits.py MUSTER
"""
import os, pathlib, resource, subprocess, sys

from muster_program import Muster

DEFINE = "define cohort girls as individuals where sex is female"
NOBODY = 65534


def ask(program, catalogue, text, prepare):
    return subprocess.run([program, "query", catalogue, text], capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, preexec_fn=prepare)


def small_files(program, muster):
    done = ask(program, muster.catalogue, DEFINE, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)))
    if done.returncode <= 0: yield f"exit code {done.returncode}", done
    if "size limit" not in done.stderr: yield "it is not told why", done


def become_nobody():
    """Root may write everywhere."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def no_permission(program, muster):
    folder = pathlib.Path(muster.catalogue)
    for above in folder.parents:
        if above.stat().st_uid == os.geteuid() and above.is_relative_to(folder.parent): above.chmod(0o755)
    for file in folder.iterdir(): file.chmod(0o444)
    folder.chmod(0o555)
    try:
        count = ask(program, muster.catalogue, "count individuals", become_nobody)
    except PermissionError:
        print("not tried without permission: another user cannot run the program where it is")
        return
    if count.returncode != 0 or "50" not in count.stdout: yield "it cannot be read", count
    define = ask(program, muster.catalogue, DEFINE, become_nobody)
    if define.returncode <= 0: yield f"exit code {define.returncode} of a change without permission", define

def allow(muster):
    folder = pathlib.Path(muster.catalogue)
    folder.chmod(0o755)
    for file in folder.iterdir(): file.chmod(0o644)


def main(program):
    muster = Muster(program, people=50)
    problems = [*small_files(program, muster), *no_permission(program, muster)]
    allow(muster)
    for what, done in problems: print(f"{what}\n{done.stdout}{done.stderr}")
    changed = "girls" in muster.run("query", muster.catalogue, "show cohorts")
    if changed: print("something has changed")
    muster.close()
    return 1 if problems or changed else 0


sys.exit(main(*sys.argv[1:2]))
