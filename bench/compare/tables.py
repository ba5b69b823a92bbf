"""Phenopackets of `muster synth` as tables, for databases that are asked the same questions.

One row for each thing, integers where there are codes, ages in months (first and last month that they may be), and a row for each
person and term at or above one that they have. Each file is sorted by its search key.
"""
import csv, json, os, re

TABLES = {
    "person": ("id", "sex", "country", "first_month", "last_month"),
    "exact": ("term", "person"),
    "closed": ("term", "person", "onset"),
    "excluded": ("term", "person"),
    "above": ("term", "ancestor"),
    "measurement": ("assay", "unit", "value", "person"),
    "disease": ("code", "person"),
    "code": ("id", "text"),
    "sample": ("tissue", "first_month", "person", "country"),
    "run": ("tumour", "strategy", "depth", "person", "country"),
}

NO_END = 32767
# The onset terms that the synthetic people have: from one age up to another, in months.
ONSETS = {
    "HP:0030674": (-9, 0), "HP:0011460": (-9, 0), "HP:0011461": (-7, 0), "HP:0034199": (-7, -6), "HP:0034198": (-6, -3),
    "HP:0034197": (-3, 0), "HP:0003577": (0, 1), "HP:0003623": (0, 1), "HP:0410280": (1, 192), "HP:0003593": (1, 12),
    "HP:0011463": (12, 60), "HP:0003621": (60, 192), "HP:0003581": (192, NO_END), "HP:0011462": (192, 480), "HP:0025708": (192, 228),
    "HP:0025709": (228, 300), "HP:0025710": (300, 480), "HP:0003596": (480, 720), "HP:0003584": (720, NO_END),
}


def hp_parents(obo):
    parents, term = {}, None
    with open(obo) as lines:
        for line in lines:
            if line.startswith("["):
                term = None
            elif line.startswith("id: HP:"):
                term = int(line[7:14])
                parents[term] = []
            elif term is not None and line.startswith("is_a: HP:"):
                parents[term].append(int(line[9:16]))
    return parents


def closure_of(parents):
    """The term and everything above it."""
    known = {}

    def of(term):
        if term not in known:
            known[term] = {term}.union(*(of(parent) for parent in parents.get(term, [])))
        return known[term]

    return of


def months(duration):
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:\d+D)?", duration)
    if not match:
        raise ValueError(f"not an age in years, months and days: {duration}")
    return int(match[1] or 0) * 12 + int(match[2] or 0)


def age(time):
    """The first and the last month that a time element may mean."""
    if not time:
        return None, None
    if "age" in time:
        month = months(time["age"]["iso8601duration"])
        return month, month
    if "ageRange" in time:
        return months(time["ageRange"]["start"]["iso8601duration"]), months(time["ageRange"]["end"]["iso8601duration"])
    if "gestationalAge" in time:
        return -1, -1
    first, end = ONSETS[time["ontologyClass"]["id"]]
    return first, end if end == NO_END else end - 1


def rows_of(folder):
    """The rows of each table, not yet sorted."""
    parents = hp_parents(os.path.join(folder, "ontology.obo"))
    closure = closure_of(parents)
    rows = {name: [] for name in TABLES}
    rows["above"] = [(term, ancestor) for term in parents for ancestor in closure(term)]
    codes = {}
    number = lambda curie: int(curie.split(":")[1].replace("-", ""))
    with open(os.path.join(folder, "phenopackets.jsonl")) as lines:
        for person, line in enumerate(lines):
            packet = json.loads(line)
            subject, country = packet["subject"], packet["country"]
            rows["person"].append((person, subject["sex"].removesuffix("_SEX").lower(), country, *age(subject.get("timeAtLastEncounter"))))
            exact, closed, excluded = set(), {}, set()
            for feature in packet.get("phenotypicFeatures", []):
                term = number(feature["type"]["id"])
                if feature.get("excluded"):
                    excluded.add(term)
                    continue
                exact.add(term)
                onset = age(feature.get("onset"))[1]
                for ancestor in closure(term):
                    before = closed.get(ancestor)
                    closed[ancestor] = onset if before is None else before if onset is None else min(onset, before)
            rows["exact"] += ((term, person) for term in exact)
            rows["closed"] += ((term, person, onset) for term, onset in closed.items())
            rows["excluded"] += ((term, person) for term in excluded)
            for measurement in packet.get("measurements", []):
                quantity = measurement.get("value", {}).get("quantity")
                if quantity:
                    rows["measurement"].append((number(measurement["assay"]["id"]), quantity["unit"]["id"], quantity["value"], person))
            for code in {d["term"]["id"] for d in packet.get("diseases", []) if not d.get("excluded")}:
                rows["disease"].append((codes.setdefault(code, len(codes)), person))
            for sample in packet.get("biosamples", []):
                rows["sample"].append((number(sample["sampledTissue"]["id"]), age(sample.get("timeOfCollection"))[0], person, country))
                tumour = int("tumorProgression" in sample)
                for file in sample.get("files", []):
                    attributes = file["fileAttributes"]
                    depth = float(attributes["coverage"]) if "coverage" in attributes else None
                    rows["run"].append((tumour, attributes.get("libraryStrategy"), depth, person, country))
    rows["code"] = [(number, text) for text, number in codes.items()]
    return rows


def write(people, folder):
    """Writes a CSV file for each table into `folder`; what is missing is an empty cell."""
    os.makedirs(folder, exist_ok=True)
    lowest = (0, "")
    for name, rows in rows_of(people).items():
        rows.sort(key=lambda row: [lowest if cell is None else (1, cell) for cell in row])
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(TABLES[name])
            writer.writerows(rows)
