#!/usr/bin/env python3
"""Ask a catalogue the questions of the cohort-count benchmark and compare with the known answers.

    check_answers.py --muster PATH --catalogue DIR --queries queries.json --answers answers_100k.json --cohort-duo cohort_duo.csv

`queries.json` and the answers are the benchmark's own files (parameters and words; one integer or a table per question);
`cohort_duo.csv` is written by its generator. Prints the text, the answer and the time of each question; exit status 0
when all that can be asked are right.
"""
import argparse, csv, json, subprocess, sys

def hp(number): return f"HP:{number:07d}"
def has(number): return f"has phenotype {hp(number)}"
def exactly(numbers): return "has phenotype in (" + ", ".join("exactly " + hp(n) for n in numbers) + ")"

def loinc(assay, assays):
    for row in csv.DictReader(open(assays)):
        if int(row["assay"]) == assay: return row["loinc"], row["unit"]

def permitted(path, wanted, unwanted):
    codes = {}
    for row in csv.DictReader(open(path)): codes.setdefault(int(row["cohort"]), set()).add(int(row["duo"]))
    return [f"C{c:03d}" for c, duo in sorted(codes.items()) if duo & set(wanted) and not duo & set(unwanted)]

def texts(q, args):
    """The statements that answer one question; None where the language cannot ask it."""
    p = q["params"]; count = "count individuals where "
    match q["id"]:
        case "Q01" | "Q02": return [count + exactly([p["hp"]])]
        case "Q03": return [count + has(p["hp_closed"])]
        case "Q04": return [count + "sex is female and age at last contact >= 18 years and age at last contact < 60 years and country in ("
                            + ", ".join(p["country"]) + ") and " + " and ".join(map(has, p["hp_closed"]))]
        case "Q05": return [count + f"sex is male and {has(p['hp_closed'])} and has excluded phenotype {hp(p['excluded'])} and not {has(p['not_hp_closed'])}"]
        case "Q06": return [count + f"at least {p['at_least']} of (" + ", ".join(map(has, p["hp_closed"])) + ")"]
        case "Q07":
            code, unit = loinc(p["assay"], args.assays)
            return [count + f"has measurement {code} with value between {p['range'][0]} and {p['range'][1]} {unit}"]
        case "Q08": return [count + f"has sample with (type is tumour and has run with (assay is WGS and depth >= {p['coverage_min']}))"]
        case "Q09": return [f"count samples where tissue is UBERON:{p['tissue']:07d} and age at collection >= 18 years and {has(p['hp_closed'])}"]
        case "Q10":
            diseases = ", ".join(f"exactly MONDO:{d:07d}" for d in p["diseases"])
            low, high = p["months"]
            assert low == 0
            return [count + f"has disease in ({diseases}) as dx and has sample with collected within {high} months after dx.onset"]
        case "Q11": return [count + has(p["hp_closed"]) + " by country, sex, age at last contact in bands of 10 years"]
        case "Q12": return [count + has(p["hp_closed"]) + f" by disease top {p['limit']}"]
        case "Q13": return [count + exactly(p["hp_any"])]
        case "Q14":  # of the permitted cohorts, those that have people: a value that no record has is an error
            present = {row[0] for row in ask(args, "count individuals by cohort")["rows"]}
            cohorts = [c for c in permitted(args.cohort_duo, p["duo_any"], p["duo_none"]) if c in present]
            return [count + has(p["hp_closed"]) + " and cohort in (" + ", ".join(cohorts) + ")"]
        case "Q15": return [count + f"{has(p['hp_closed'])} and not {has(p['not_hp_closed'])}"]
        case "Q16": return ["count individuals, samples, runs by country", "count runs where assay is WGS by country"]
    return None

def ask(args, text):
    run = subprocess.run([args.muster, "query", args.catalogue, text, "--format", "json"], capture_output=True, text=True, timeout=600)
    if run.returncode != 0: raise RuntimeError(run.stderr.strip() or f"exit {run.returncode}")
    return json.loads(run.stdout)

def shaped(q, tables):
    """The answers in the form in which the benchmark keeps them."""
    rows = tables[0]["rows"]
    match q["id"]:
        case "Q11": return sorted([c, s.upper() + ("_SEX" if s in ("other", "unknown") else ""), int(band.split(" to ")[0]) * 12, n] for c, s, band, n in rows if n)
        case "Q12": return sorted([[int(code.split(":")[1]), n] for code, n in rows], key=lambda r: (-r[1], r[0]))[:q["params"]["limit"]]
        case "Q16":
            wgs = dict(tables[1]["rows"])
            return sorted(row + [wgs.get(row[0], 0)] for row in rows)
    return rows[0][0]

def main():
    p = argparse.ArgumentParser()
    for name in ("muster", "catalogue", "queries", "answers", "cohort-duo", "assays"): p.add_argument("--" + name, required=True)
    args = p.parse_args()
    known = json.load(open(args.answers))["queries"]; wrong = asked = 0
    for q in json.load(open(args.queries)):
        statements = texts(q, args)
        if statements is None:
            print(f"{q['id']}  not asked: {q['words']}"); continue
        asked += 1
        try:
            tables = [ask(args, text) for text in statements]
            got, micro = shaped(q, tables), sum(t["provenance"]["microseconds"] for t in tables)
        except Exception as e: got, micro = f"error: {e}", 0
        want = known[q["id"]]["answer"]; ok = got == want; wrong += not ok
        print(f"{q['id']}  {'right' if ok else 'WRONG'}  {micro / 1000:9.3f} ms  {q['group']}")
        if not ok: print(f"    {statements[0][:200]}\n    got  {str(got)[:300]}\n    want {str(want)[:300]}")
    print(f"{asked} asked, {wrong} wrong")
    sys.exit(1 if wrong else 0)

main()
