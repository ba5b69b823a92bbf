#!/usr/bin/env python3
"""Puts the questions that Muster was asked to other databases too, and prints what each took in one table.

    compare.py PEOPLE ANSWERS WORK DATABASE[,DATABASE] [--node-path FOLDER] [--repeat N]

PEOPLE: what `muster synth` wrote. ANSWERS: what `feasibility ask` wrote of the same people (JSON lines). WORK: a folder for tables and
databases. An answer that is not Muster's is an error: other questions would be compared, not other databases.
"""
import argparse, json, math, os, re, subprocess, sys

import tables

HERE = os.path.dirname(os.path.abspath(__file__))
DRIVERS = {
    "sqlite": ("SQLite", [sys.executable, os.path.join(HERE, "sqlite.py")]),
    "duckdb": ("DuckDB", ["node", os.path.join(HERE, "duckdb.js")]),
}


def read_sql(path):
    """Part -> name -> database (None for all) -> statements."""
    parts, statements = {}, None
    with open(path) as lines:
        for line in lines:
            if line.startswith("-- @"):
                part, _, name = line[4:].strip().partition(" ")
                words, _, last = name.rpartition(" ")
                name, database = (words, last) if last in DRIVERS else (name, None)
                statements = parts.setdefault(part, {}).setdefault(name, {}).setdefault(database, [""])
            elif statements is not None and line.strip() and not line.startswith("--"):
                statements[-1] += line
                if line.rstrip().endswith(";"):
                    statements.append("")
    return parts


def statements_for(database, parts):
    """What the driver of a database is given."""
    of = lambda by_database: [s.strip().rstrip(";") for s in by_database.get(database, by_database.get(None, [])) if s.strip()]
    return {
        "tables": of(parts["tables"][""]),
        "tune": of(parts["tune"][""]),
        "questions": {name: of(by_database)[0] for name, by_database in parts["question"].items()},
    }


def comparable(cell):
    """Bands of ten years, which Muster names and SQL numbers, as numbers."""
    if cell == "uncertain":
        return -1
    band = re.fullmatch(r"(-?\d+) to <-?\d+ years", cell) if isinstance(cell, str) else None
    return int(band[1]) // 10 if band else cell


def same(ours, theirs):
    """Muster also names combinations that nobody has, with a count of 0; SQL does not."""
    def rows(answer):
        kept = [row for row in answer if len(row) == 1 or row[-1] != 0]
        return sorted(([comparable(cell) for cell in row] for row in kept), key=repr)

    return rows(ours) == rows(theirs)


def in_short(rows):
    total = str(sum(row[-1] for row in rows))
    return total if len(rows) == 1 else f"{total} in {len(rows)} rows"


def run(database, arguments, parts):
    work = os.path.join(arguments.work, database + ".json")
    with open(work, "w") as out:
        json.dump(statements_for(database, parts), out)
    environment = dict(os.environ, NODE_PATH=arguments.node_path)
    command = [*DRIVERS[database][1], os.path.join(arguments.work, "tables"), os.path.join(arguments.work, database + ".db"), work,
               str(arguments.repeat)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"compare: {DRIVERS[database][0]} failed")
    return json.loads(done.stdout)


def mean(values):
    return math.exp(sum(map(math.log, values)) / len(values))


def print_table(muster, others):
    names = [DRIVERS[database][0] for database in others]
    print(f"\n{'query, medians in us':28} {'answer':>20} {'new text':>10} {'known text':>10}", *(f"{name:>10}" for name in names),
          f"{'/ new':>8} {'/ known':>8}")
    columns = []
    for entry in muster:
        times = [others[database]["answers"][entry["query"]]["us"] for database in others]
        columns.append((entry["new_us"], entry["known_us"], *times, min(times)))
        print_line(entry["query"], in_short(entry["rows"]), columns[-1])
    print_line("geometric mean", "", [mean(column) for column in zip(*columns)])
    print("new text, known text: Muster, of a text that it has not and that it has seen before; the others are prepared.\n"
          "/ new, / known: how many times as long the better of the others takes.")


def print_line(name, answer, times):
    *shown, best = times
    print(f"{name:28} {answer:>20}", *(f"{time:10.1f}" for time in shown), f"{best / times[0]:8.1f} {best / times[1]:8.1f}")


def main():
    parser = argparse.ArgumentParser()
    for name in ("people", "answers", "work", "databases"):
        parser.add_argument(name)
    parser.add_argument("--node-path", default="")
    parser.add_argument("--repeat", type=int, default=15)
    arguments = parser.parse_args()
    databases = arguments.databases.split(",")
    parts = read_sql(os.path.join(HERE, "questions.sql"))
    with open(arguments.answers) as lines:
        muster = [json.loads(line) for line in lines]
    missing = {entry["query"] for entry in muster} ^ set(parts["question"])
    if missing:
        sys.exit("compare: queries.tsv and questions.sql do not have the same questions: " + ", ".join(sorted(missing)))

    tables.write(arguments.people, os.path.join(arguments.work, "tables"))
    others, wrong = {}, 0
    for database in databases:
        others[database] = result = run(database, arguments, parts)
        print(f"{DRIVERS[database][0]} {result['version']}: loaded from CSV in {result['load_seconds']:.1f} s", flush=True)
        for entry in muster:
            theirs = result["answers"][entry["query"]]["rows"]
            if not same(entry["rows"], theirs):
                wrong += 1
                print(f"compare: {entry['query']}: Muster says {in_short(entry['rows'])}, {DRIVERS[database][0]} {in_short(theirs)}",
                      file=sys.stderr)
    if wrong:
        sys.exit("compare: the answers differ")
    print_table(muster, others)


main()
