#!/usr/bin/env python3
"""Some questions of bench/queries.tsv put to SQLite, over the same synthetic people.

    compare_sqlite.py FOLDER [--repeat N]

FOLDER is what `muster synth` wrote. The tables are what somebody would make who tunes for these questions: integer codes, clustered on
the search key, and a person for each term that they have or that is above one they have. Prints answers and median times.
"""
import argparse, json, os, re, sqlite3, time

def parents_of(obo):
    parents, term = {}, None
    for line in open(obo):
        if line.startswith("["): term = None
        elif line.startswith("id: HP:"): term = int(line[7:14]); parents[term] = []
        elif term is not None and line.startswith("is_a: HP:"): parents[term].append(int(line[9:16]))
    return parents

def above(parents):
    known = {}
    def of(term):
        if term not in known: known[term] = {term}.union(*(of(p) for p in parents.get(term, [])))
        return known[term]
    return of

def months(duration):
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:\d+D)?", duration or "")
    return int(match[1] or 0) * 12 + int(match[2] or 0) if match else None

def load(folder, db):
    closure = above(parents_of(os.path.join(folder, "ontology.obo")))
    db.executescript("""
        create table person(id integer primary key, sex text, country text, age integer);
        create table exact(term integer, person integer, primary key(term, person)) without rowid;
        create table closed(term integer, person integer, primary key(term, person)) without rowid;
        create table run(person integer, sample integer, tumour integer, strategy text, depth real);""")
    for person, line in enumerate(open(os.path.join(folder, "phenopackets.jsonl"))):
        packet = json.loads(line)
        subject = packet["subject"]
        age = months(subject.get("timeAtLastEncounter", {}).get("age", {}).get("iso8601duration"))
        db.execute("insert into person values(?,?,?,?)", (person, subject.get("sex"), packet.get("country"), age))
        terms = {int(f["type"]["id"][3:]) for f in packet.get("phenotypicFeatures", []) if not f.get("excluded")}
        db.executemany("insert into exact values(?,?)", [(t, person) for t in terms])
        db.executemany("insert into closed values(?,?)", [(t, person) for t in set().union(*map(closure, terms))])
        for number, sample in enumerate(packet.get("biosamples", [])):
            tumour = "tumorProgression" in sample
            for file in sample.get("files", []):
                attributes = file["fileAttributes"]
                db.execute("insert into run values(?,?,?,?,?)", (person, number, tumour, attributes.get("libraryStrategy"),
                                                               float(attributes.get("coverage") or "nan")))
    db.executescript("create index run_key on run(tumour, strategy, depth, person); analyze;")
    db.commit()

QUESTIONS = {
    "one term": "select count(*) from exact where term = 1250",
    "term with descendants": "select count(*) from closed where term = 707",
    "set difference": "select count(*) from closed a where term = 707 and not exists (select 1 from closed b where b.term = 1250 and b.person = a.person)",
    "one sample, two conditions": "select count(distinct person) from run where tumour = 1 and strategy = 'WGS' and depth >= 30",
}

arguments = argparse.ArgumentParser()
arguments.add_argument("folder")
arguments.add_argument("--repeat", type=int, default=7)
arguments = arguments.parse_args()
database = sqlite3.connect(":memory:")
begin = time.perf_counter()
load(arguments.folder, database)
print(f"sqlite {sqlite3.sqlite_version}, in memory: loaded in {time.perf_counter() - begin:.1f} s\n")
print(f"{'query':28} {'answer':>22} {'median us':>10}")
for name, sql in QUESTIONS.items():
    times = []
    for _ in range(arguments.repeat + 1):
        begin = time.perf_counter()
        answer = database.execute(sql).fetchone()[0]
        times.append((time.perf_counter() - begin) * 1e6)
    print(f"{name:28} {answer:>22} {sorted(times[1:])[arguments.repeat // 2]:>10.1f}")
