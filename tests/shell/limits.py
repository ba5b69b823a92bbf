#!/usr/bin/env python3
"""Fails when a limit on the size of files ends the program, instead of being an error that it tells.

Usage: limits.py MUSTER
"""
import resource, subprocess, sys

from muster_program import Muster


def main(program):
    muster = Muster(program, people=50)
    done = subprocess.run([program, "query", muster.catalogue, "define cohort girls as individuals where sex is female"],
                          capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)))
    problems = []
    if done.returncode <= 0: problems.append(f"exit code {done.returncode}")
    if "size limit" not in done.stderr: problems.append("it is not told why")
    if "girls" in muster.run("query", muster.catalogue, "show cohorts"): problems.append("something has changed")
    for problem in problems: print(f"{problem}\n{done.stdout}{done.stderr}")
    muster.close()
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:2]))
