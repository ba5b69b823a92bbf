"""Puts questions to SQLite.

    sqlite.py TABLES DATABASE WORK REPEAT

TABLES: a folder with a CSV file for each table. DATABASE: the file to make. WORK: JSON with `tables` and `tune` (lists of statements)
and `questions` (name to statement). Prints JSON: the version, how long loading took, and for each question the rows and the median
time of REPEAT repetitions in microseconds, prepared and warm.
"""
import csv, json, os, sqlite3, statistics, sys, time

folder, path, work, repeat = sys.argv[1:]
work = json.load(open(work))
if os.path.exists(path):
    os.remove(path)
begin = time.perf_counter()
database = sqlite3.connect(path, cached_statements=1000)
database.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; pragma mmap_size = 4000000000;")
for statement in work["tables"]:
    database.execute(statement)
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), newline="") as lines:
        rows = csv.reader(lines)
        width = len(next(rows))
        insert = f"insert into {name.removesuffix('.csv')} values({','.join('?' * width)})"
        database.executemany(insert, ([cell if cell != "" else None for cell in row] for row in rows))
for statement in work["tune"]:
    database.execute(statement)
database.commit()
loaded = time.perf_counter() - begin

answers = {}
for name, statement in work["questions"].items():
    times = []
    for _ in range(int(repeat) + 1):
        begin = time.perf_counter()
        rows = database.execute(statement).fetchall()
        times.append((time.perf_counter() - begin) * 1e6)
    answers[name] = {"rows": rows, "us": statistics.median(times[1:])}
json.dump({"version": sqlite3.sqlite_version, "load_seconds": loaded, "answers": answers}, sys.stdout)
