"""A service in Python beside a writer: service.py CATALOGUE SECONDS BACKUP. See README.md of this folder."""
import os, random, shutil, sys, threading, time

import muster

THREADS, DEADLINE, GRACE = 8, 0.02, 0.02
# The writer adds and deletes people of the dataset "live" that have no phenotypes: these answers stay as they are.
FIXED = [
    "count individuals where has phenotype HP:0000707 and not has phenotype HP:0001250",
    "count individuals where has phenotype HP:0001250 with onset before 5 years",
    "count individuals where has phenotype HP:0000707 by country, sex",
    "count individuals where has measurement LOINC:39156-5 with value between 18.5 and 25 kg/m2",
    "count samples where age at collection >= 18 years and has phenotype HP:0001250",
]
SPLIT = """count individuals where has phenotype $code and age at last contact >= $age;
count individuals where has phenotype $code and not age at last contact >= $age;
count individuals where has phenotype $code"""
LIVE = "count individuals where dataset is live; count individuals where dataset is live by sex"
SLOW = "count individuals by disease, country, age at last contact in bands of 1 year"

catalogue = muster.open(sys.argv[1], read_only=True, threads=1, cache="64 MiB")
statement = catalogue.prepare(SPLIT)
expected = [catalogue.query(text).rows() for text in FIXED]
totals = dict.fromkeys(["answers", "wrong", "failed", "deadlines", "timed", "late", "versions", "backups"], 0)
longest = 0.0
lock, done = threading.Lock(), threading.Event()


def note(what, failure=None):
    with lock:
        totals[what] += 1
        if failure is not None and totals[what] <= 3: print("failed:", failure, file=sys.stderr)


def reader(seed):
    global longest
    choose, last = random.Random(seed), 0

    def good(answers):
        nonlocal last
        note("answers")
        versions = {answer.provenance.version for answer in answers}
        right = len(versions) == 1 and min(versions) >= last
        if not right: note("wrong")
        last = max(versions)
        return right

    def total(answer): return sum(row[-1] for row in answer)

    while not done.is_set():
        kind = choose.randrange(8)
        begin, busy = time.monotonic(), time.thread_time()
        try:
            if kind < 2:
                values = {"code": choose.choice(["HP:0000707", "HP:0001250"]), "age": f"{choose.randrange(30000)} days"}
                a, b, both = answers = statement.run_all(values)
                if good(answers) and total(a) + total(b) != total(both): note("wrong")
            elif kind == 2:
                answers = catalogue.query_all(LIVE)
                if good(answers) and total(answers[0]) != total(answers[1]): note("wrong")
            elif kind == 3:
                note("answers")
                catalogue.query(SLOW, timeout=DEADLINE)
            else:
                q = choose.randrange(len(FIXED))
                answer = catalogue.query(FIXED[q])
                if good([answer]) and answer.rows() != expected[q]: note("wrong")
        except muster.QueryError as error:
            if error.code == "deadline": note("deadlines")
            else: note("failed", error)
        except muster.Error as error:
            note("failed", error)
        if kind != 3: continue
        longest = max(longest, time.monotonic() - begin - DEADLINE)
        note("timed")
        # (Threads also wait for the interpreter, which is none of the library's business.)
        if time.thread_time() - busy - DEADLINE > GRACE: note("late")


def follower():
    last = 0
    while not done.is_set():
        try:
            version = catalogue.refresh()
            if version != last: note("versions")
            last = version
        except muster.Error as error:
            if not error.retryable: note("failed", error)
        time.sleep(0.02)


def backups():
    while not done.is_set():
        shutil.rmtree(sys.argv[3], ignore_errors=True)
        try:
            catalogue.backup(sys.argv[3])
            note("backups")
        except muster.Error as error:
            note("failed", error)
        done.wait(2)


def megabytes(): return int(open("/proc/self/statm").read().split()[1]) * 4 // 1024
def files(): return len(os.listdir("/proc/self/fd"))


used_before = time.process_time()
threads = [threading.Thread(target=reader, args=(i,)) for i in range(THREADS)]
threads += [threading.Thread(target=follower), threading.Thread(target=backups)]
for thread in threads: thread.start()
time.sleep(float(sys.argv[2]) / 3)
early, files_early = megabytes(), files()
time.sleep(float(sys.argv[2]) * 2 / 3)
late, files_late = megabytes(), files()
done.set()
for thread in threads: thread.join()
used = time.process_time() - used_before
print(f"Python: {totals['answers']} answers, {totals['answers'] / used:.0f} for a second of processor time, "
      f"{totals['wrong']} wrong, {totals['failed']} failed; {totals['deadlines']} deadlines, the latest return "
      f"{longest * 1000:.1f} ms after, {totals['late']} of {totals['timed']} late by themselves; {totals['versions']} "
      f"versions, {totals['backups']} backups; {early} to {late} MB, {files_early} to {files_late} files")
# New texts are kept and take some memory each, up to a bound (docs/embedding.md).
kept = min(totals["answers"], 50_000) // 100
grows = late > early * 5 / 4 + 64 + kept or files_late > files_early + 64
idle = not totals["answers"] or totals["versions"] < 2 or not totals["backups"]
held = totals["late"] * 100 <= totals["timed"]
sys.exit(1 if totals["wrong"] or totals["failed"] or not held or grows or idle else 0)
