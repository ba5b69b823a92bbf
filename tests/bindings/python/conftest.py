"""A catalogue for each test, with three people."""
import json

import muster
import pytest


def person(name, sex, *codes, born=None):
    subject = {"id": name, "sex": sex}
    if born:
        subject["dateOfBirth"] = born + "T00:00:00Z"
    return {"id": name, "subject": subject, "phenotypicFeatures": [{"type": {"id": code, "label": "of " + code}} for code in codes],
            "metaData": {}}


PEOPLE = "\n".join(map(json.dumps, [
    person("p1", "FEMALE", "HP:0001250", born="1980-05-17"),
    person("p2", "MALE"),
    person("p3", "FEMALE", "HP:0001250", "HP:0001166"),
]))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "catalogue"


@pytest.fixture
def catalogue(folder):
    with muster.open(folder, create=True) as opened:
        opened.import_text(PEOPLE, dataset="ward")
        yield opened
