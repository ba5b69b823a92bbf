"""Embedding Muster in Python: embed.py FOLDER"""
import json
import pathlib
import sys

import muster

PEOPLE = [
    {"id": "p1", "subject": {"id": "p1", "sex": "FEMALE"}, "metaData": {},
     "phenotypicFeatures": [{"type": {"id": "HP:0001250", "label": "Seizure"}}]},
    {"id": "p2", "subject": {"id": "p2", "sex": "MALE"}, "metaData": {}},
]

with muster.open(pathlib.Path(sys.argv[1], "embed-python"), create=True) as catalogue:
    report = catalogue.import_text("\n".join(map(json.dumps, PEOPLE)), dataset="ward")
    print(report["individuals"], "individuals")

    answer = catalogue.query("count individuals where has phenotype $code", {"code": "HP:0001250"}, timeout=2.0)
    assert answer.scalar() == 1
    print(answer.provenance.statement, "=", answer.scalar())

    print(catalogue.query("count individuals by sex").df())

    try:
        catalogue.query("count individuals where has phenotipe HP:0001250")
    except muster.QueryError as error:
        print(error)
        assert error.diagnostics[0].code == "unknown-entity"

    with catalogue.snapshot() as snapshot:  # these two agree, whatever is committed between them
        assert snapshot.query("count individuals").scalar() == sum(
            row[1] for row in snapshot.query("count individuals by sex"))
