#!/usr/bin/env python3
"""Puts the sixteen questions of questions.lua to PostgreSQL, as a baseline of the service.

usage: bench/service/postgresql.py PROGRAM PEOPLE WORK [--seconds S] [--clients N]

PROGRAM: muster. PEOPLE: a folder that `muster synth` wrote. WORK: an empty folder for tables, a server and a catalogue.
The statements are prepared, of tables that are made for them, with every ancestor of a term a row of its own and all
indexes in memory; the clients are pgbench's, on a local socket. So what is measured is the database alone: what would
speak HTTP before it could only add to it. An answer that is not Muster's is an error. As root, the server is started
as user postgres. Needs PostgreSQL (initdb, pg_ctl, psql, pgbench).
"""
import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "compare"))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tests", "service"))
import tables  # noqa: E402
from clients import percentile, tell  # noqa: E402
from questions import QUESTIONS  # noqa: E402
from service import exact, run  # noqa: E402

CREATE = """
create table person(id integer primary key, sex text, first_month integer, last_month integer);
create table exact(term integer, person integer);
create table closed(term integer, person integer);
"""
COLUMNS = {"person": "id,sex,country,first_month,last_month", "exact": "term,person", "closed": "term,person,onset"}
TUNE = """
create unique index on exact(term, person);
create unique index on closed(term, person);
create index on person(first_month, last_month);
create index on person(sex);
vacuum analyze;
"""

class Server:
    """A server of its own in a folder, that is asked through a socket there. Ends with the block."""

    def __init__(self, folder):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        self.programs = found[-1] if found else os.path.dirname(shutil.which("initdb") or "")
        self.folder = folder
        os.makedirs(folder)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")

    def call(self, program, *arguments, text=None):
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        done = subprocess.run([*as_user, os.path.join(self.programs, program), *arguments], input=text, text=True,
                              capture_output=True, cwd=self.folder)
        if done.returncode:
            sys.exit(f"{program}: {done.stdout}{done.stderr}")
        return done.stdout

    def sql(self, text):
        return self.call("psql", "-X", "-q", "-A", "-t", "-h", self.folder, "-d", "postgres", "-v", "ON_ERROR_STOP=1", text=text)

    def __enter__(self):
        data = os.path.join(self.folder, "data")
        self.call("initdb", "-D", data, "-A", "trust", "--no-sync")
        settings = ("-c listen_addresses= -c fsync=off -c shared_buffers=4GB -c work_mem=256MB -c max_parallel_workers_per_gather=0 "
                    f"-c random_page_cost=1.1 -c jit=off -c unix_socket_directories={self.folder}")
        self.call("pg_ctl", "-D", data, "-w", "-l", os.path.join(self.folder, "log"), "-o", settings, "start")
        return self

    def __exit__(self, *_):
        self.call("pg_ctl", "-D", os.path.join(self.folder, "data"), "-m", "immediate", "stop")


def load(server, people, folder):
    tables.write(people, folder)
    begun = time.perf_counter()
    server.sql(CREATE)
    for name, columns in COLUMNS.items():
        kept = {"person": "id,sex,first_month,last_month", "closed": "term,person"}.get(name, columns)
        script = f"create temp table t({','.join(c + ' text' for c in columns.split(','))});\n"
        with open(os.path.join(folder, name + ".csv"), encoding="utf-8") as f:
            rows = f.read()
        casts = ",".join(c if c == "sex" else f"{c}::integer" for c in kept.split(","))
        server.sql(f"{script}copy t from stdin with (format csv, header);\n{rows}\\.\ninsert into {name}({kept}) select {casts} from t;\n")
    server.sql(TUNE)
    return time.perf_counter() - begun


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("people")
    p.add_argument("work")
    p.add_argument("--seconds", type=int, default=10)
    p.add_argument("--clients", type=int, default=16)
    a = p.parse_args()
    catalogue, work = os.path.join(a.work, "catalogue"), os.path.abspath(a.work)
    os.makedirs(work, exist_ok=True)
    os.chmod(work, 0o755)
    files = [os.path.join(a.people, f) for f in ("ontology.obo", "diseases.obo", "phenopackets.jsonl")]
    run(a.program, "import", catalogue, *files, "--mapping", os.path.join(a.people, "mapping.json"))
    with Server(os.path.join(work, "server")) as server:
        tell("PostgreSQL, tables loaded and indexed in", f"{load(server, a.people, os.path.join(work, 'tables')):.0f} s")
        wrong, scripts = 0, []
        for number, (sql, text) in enumerate(QUESTIONS):
            theirs, ours = int(server.sql(sql + ";")), exact(a.program, catalogue, "count individuals where " + text)
            if theirs != ours:
                wrong += 1
                print(f"{text}: Muster says {ours}, PostgreSQL {theirs}", file=sys.stderr)
            scripts.append(os.path.join(work, "server", f"{number}.sql"))
            with open(scripts[-1], "w", encoding="utf-8") as f:
                f.write(sql + ";\n")
            os.chmod(scripts[-1], 0o644)
        if wrong:
            sys.exit("the answers differ")
        pgbench = ["-n", "-M", "prepared", "-h", server.folder, "-c", str(a.clients), "-j", "2"]
        every = [word for script in scripts for word in ("-f", script)]
        server.call("pgbench", *pgbench, "-T", "3", *every, "postgres")
        said = server.call("pgbench", *pgbench, "-T", str(a.seconds), "-l", "--log-prefix=times", *every, "postgres")
        rate = float(re.search(r"tps = ([0-9.]+)", said).group(1))
        times = []
        for name in glob.glob(os.path.join(server.folder, "times.*")):
            with open(name, encoding="ascii") as f:
                times += [int(line.split()[2]) / 1000 for line in f]
        tell(f"PostgreSQL, the 16 questions, {a.clients} clients of pgbench",
             f"{rate:,.0f}/s, median {percentile(times, .5):.2f} ms, 99 % {percentile(times, .99):.2f} ms")


if __name__ == "__main__":
    main()
