#!/usr/bin/env python3
"""What clients of a node are answered through the release door, and who gets what. Usage: release_test.py PROGRAM [unittest's arguments]"""
import json
import os
import re
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from issuer import Issuer, Key  # noqa: E402
from service import FEMALE, POLICY, RELEASED, SEIZURE, Service, exact, make_catalogue, run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"


class ReleaseTest(unittest.TestCase):
    """Numbers through the release door, and tokens."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.catalogue = make_catalogue(PROGRAM, cls.folder.name, dataset="east")
        cls.issuer = Issuer()
        cls.service = Service(PROGRAM, cls.catalogue, RELEASED + cls.issuer.configuration("east"))

    @classmethod
    def tearDownClass(cls):
        cls.service.__exit__()
        cls.folder.cleanup()

    def granularity(self, token=None, path="individuals"):
        answer = self.service.beacon([SEIZURE], token=token, path=path)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.get("meta", "returnedGranularity")

    def test_without_a_token_answers_are_yes_or_no(self):
        answer = self.service.beacon([SEIZURE])
        self.assertEqual(answer.get("meta", "returnedGranularity"), "boolean")
        self.assertIs(answer.get("responseSummary", "exists"), True)

    def test_tiers_follow_visas(self):
        self.assertEqual(self.granularity(self.issuer.passport(self.issuer.both())), "count")
        self.assertEqual(self.granularity(self.issuer.access_token(self.issuer.both())), "count")
        self.assertEqual(self.granularity(self.issuer.passport([])), "boolean")
        self.assertEqual(self.granularity(self.issuer.passport(self.issuer.both()[:1])), "boolean")
        grant = self.issuer.passport(self.issuer.grant())
        self.assertEqual(self.granularity(grant), "boolean")
        self.assertEqual(self.granularity(grant, "datasets/east/individuals"), "count")

    def test_bad_tokens_are_refused(self):
        i, thief = self.issuer, Key("broker-1")
        good = i.passport(i.both())
        for name, token in {"none": "x", "thief": thief.token(i.claims()), "expired": i.passport(i.both(), exp=1000),
                            "audience": i.passport(i.both(), aud="other"), "changed": good[:-4] + "AAAA",
                            "issuer": i.passport(i.both(), iss="https://evil.example/"),
                            "jku": thief.token(i.claims(), jku=i.url + "evil")}.items():
            answer = self.service.beacon([SEIZURE], token=token)
            self.assertEqual(answer.status, 401, name)
            self.assertTrue(answer.headers["www-authenticate"].startswith("Bearer"), name)
        self.assertNotIn("/evil", i.fetched)

    def test_numbers_say_their_bounds_and_few_is_not_told_from_none(self):
        token = self.issuer.passport(self.issuer.both())
        answer = self.service.beacon([SEIZURE], token=token)
        told = answer.get("info", "resultCountDescription")
        number = exact(PROGRAM, self.catalogue, "count individuals where has phenotype HP:0001250")
        self.assertLessEqual(told["minRange"], number)
        self.assertGreaterEqual(told["maxRange"], number)
        none = self.service.beacon([{"id": "timeAtLastEncounter", "operator": ">", "value": "P150Y"}], token=token)
        self.assertEqual(none.status, 200, none.body)
        self.assertEqual(none.get("responseSummary")["exists"], False)
        self.assertEqual(none.get("responseSummary")["countPrecision"], "imprecise")

    def test_a_code_of_few_people_is_one_that_nobody_has(self):
        catalogue = os.path.join(self.folder.name, "rare")
        people = os.path.join(self.folder.name, "rare.jsonl")
        unit = ["mg/dL", "mmol/L"]
        with open(people, "w", encoding="utf-8") as f:
            for n in range(300):
                rare = [{"term": {"id": "RARE:1"}}] if n < 2 else []
                assay = "LOINC:2-RARE" if n < 2 else "LOINC:1-OFTEN"
                value = {"quantity": {"value": 3, "unit": {"id": "UCUM:" + unit[n % 2 if n < 2 else 0]}}}
                f.write(json.dumps({"id": str(n), "subject": {"id": str(n)}, "metaData": {"resources": []},
                                    "diseases": [{"term": {"id": "OFTEN:1"}}] + rare,
                                    "measurements": [{"assay": {"id": assay}, "value": value}]}) + "\n")
        run(PROGRAM, "import", catalogue, people, "--dataset", "one")
        with open(os.path.join(self.folder.name, "all.json"), "w", encoding="utf-8") as f:
            json.dump(POLICY, f)
        run(PROGRAM, "policy", catalogue, f.name)
        with Service(PROGRAM, catalogue, RELEASED) as service:
            self.assertEqual(service.beacon([{"id": "OFTEN:1"}]).status, 200)
            for rare, none in (({"id": "RARE:1"}, {"id": "NONE:1"}),
                               ({"id": "RARE:1", "scope": "run"}, {"id": "NONE:1", "scope": "run"}),
                               ({"id": "LOINC:2-RARE", "operator": ">", "value": "1"},
                                {"id": "LOINC:3-NONE", "operator": ">", "value": "1"}),
                               ({"id": "RARE:1", "operator": ">", "value": "1"},
                                {"id": "NONE:1", "operator": ">", "value": "1"})):
                told = [service.beacon([f]) for f in (rare, none)]
                self.assertEqual([t.status for t in told], [400, 400])
                texts = [t.get("error", "errorMessage").replace(f["id"], "X") for t, f in zip(told, (rare, none))]
                self.assertEqual(texts[0], texts[1])
            terms = service.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response", "filteringTerms")
            ids = {t["id"] for t in terms}
            self.assertTrue("OFTEN:1" in ids and "LOINC:1-OFTEN" in ids)
            self.assertFalse(ids & {"RARE:1", "LOINC:2-RARE"})

    def import_people(self, catalogue, dataset, first, count, more=None):
        """People of whom all have LC:0, which no ontology has."""
        name = os.path.join(self.folder.name, "people.jsonl")
        with open(name, "w", encoding="utf-8") as f:
            for n in range(first, first + count):
                f.write(json.dumps({"id": f"{dataset}{n}", "subject": {"id": f"{dataset}{n}", "sex": "FEMALE"},
                                    "metaData": {"resources": []},
                                    "phenotypicFeatures": [{"type": {"id": "LC:0"}}], **(more or {})}) + "\n")
        run(PROGRAM, "import", catalogue, name, "--dataset", dataset)

    def two_datasets(self, name):
        """`east` is hidden from callers without a token."""
        catalogue = os.path.join(self.folder.name, name)
        self.import_people(catalogue, "east", 0, 600)
        self.import_people(catalogue, "west", 0, 400)
        policy = os.path.join(self.folder.name, "hidden.json")
        with open(policy, "w", encoding="utf-8") as f:
            json.dump({**POLICY, "datasets": {"east": {"public": "hidden"}}}, f)
        run(PROGRAM, "policy", catalogue, policy)
        return catalogue

    def test_datasets_are_those_of_the_tier(self):
        with Service(PROGRAM, self.two_datasets("tiers"), RELEASED + self.issuer.configuration("east")) as service:
            both, grant = self.issuer.passport(self.issuer.both()), self.issuer.passport(self.issuer.grant())
            sets = lambda answer: {s["id"]: s["resultsCount"] for s in answer.get("response", "resultSets")}
            near = lambda number, people: self.assertLess(abs(number - people), 40)
            told = sets(service.beacon(token=both))
            self.assertEqual(set(told), {"east", "west"})
            near(told["east"], 600)
            near(told["west"], 400)
            for token, dataset, people in ((both, "east", 600), (both, "west", 400), (grant, "east", 600)):
                told = sets(service.beacon(token=token, path=f"datasets/{dataset}/individuals"))
                self.assertEqual(set(told), {dataset})
                near(told[dataset], people)
            one = service.beacon(token=both, requestParameters={"datasets": {"datasetIds": ["east"]}})
            near(one.get("responseSummary", "numTotalResults"), 600)
            for headers, ids in (({}, ["west"]), ({"Authorization": "Bearer " + both}, ["east", "west"]),
                                 ({"Authorization": "Bearer " + grant}, ["east", "west"])):
                listed = service.ask("GET", "/beacon/v2/datasets", headers=headers).get("response", "collections")
                self.assertEqual(sorted(d["id"] for d in listed), ids)
            for path in ("datasets/east", "datasets/east/individuals", "datasets/east/filtering_terms"):
                self.assertEqual(service.ask("GET", "/beacon/v2/" + path).status, 404, path)

    def test_exact_numbers_of_one_dataset_are_of_no_other(self):
        tiers = '[tiers]\ncontrolled = { policy = "exact", granularity = "count", tables = %s }\n'
        grant = {"Authorization": "Bearer " + self.issuer.passport(self.issuer.grant())}
        for tables in ("true", "false"):
            catalogue = self.two_datasets("exact-" + tables)
            with Service(PROGRAM, catalogue, RELEASED + tiers % tables + self.issuer.configuration("east")) as service:
                text = {"dataset": "east", "text": "count individuals by dataset"}
                refused = service.ask("POST", "/v1/query", text, grant)
                self.assertEqual(refused.status, 403, refused.body)
                body = {"query": {"requestedGranularity": "count"}}
                inside = service.ask("POST", "/beacon/v2/datasets/east/individuals", body, grant)
                self.assertEqual(inside.get("responseSummary", "numTotalResults"), 600)
                self.assertEqual(service.ask("POST", "/v1/query", {"text": "count individuals"}, grant).status, 200)

    def test_terms_do_not_tell_of_one_person(self):
        terms = []
        for name, more in (("without", None), ("with", {"biosamples": [{"id": "s", "sampledTissue": {"id": "LC:0"}}],
                                                        "measurements": [{"assay": {"id": "LC:0"}, "value":
                                                                          {"quantity": {"value": 1}}}]})):
            catalogue = self.two_datasets(name)
            if more:
                self.import_people(catalogue, "east", 900, 1, more)
                self.import_people(catalogue, "west", 900, 1, more)
            with Service(PROGRAM, catalogue, RELEASED) as service:
                terms.append(service.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response"))
        self.assertIn("LC:0", [t["id"] for t in terms[0]["filteringTerms"]])
        self.assertEqual(terms[0], terms[1])

    def test_codes_of_other_fields_are_never_none(self):
        for code, field in (("NCIT:C38288", "treatments.routeOfAdministration.id"),
                            ("HP:0012828", "phenotypicFeatures.severity.id")):
            refused = self.service.beacon([{"id": code}])
            self.assertEqual(refused.status, 400, refused.body)
            self.assertIn(field, refused.get("error", "errorMessage"))
        terms = self.service.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response", "filteringTerms")
        for code in [t["id"] for t in terms if t["type"] == "ontologyTerm"][:40]:
            self.assertEqual(self.service.beacon([{"id": code}]).status, 200, code)

    def test_terms_of_an_ontology_of_which_nothing_is_listed(self):
        folder = os.path.join(self.folder.name, "few")
        os.makedirs(folder)
        for tier in ("public", "registered"):
            few = make_catalogue(PROGRAM, os.path.join(folder, tier), people=30)
            tiers = f'[tiers]\npublic = {{ policy = "{tier}", granularity = "count" }}\n'
            with Service(PROGRAM, few, tiers + RELEASED) as service:
                for code in ("HP:0001250", "HP:0000118", "MONDO:0000001"):
                    for more in ({}, {"scope": "individual"}, {"includeDescendantTerms": False}):
                        answer = service.beacon([{"id": code, **more}])
                        self.assertEqual(answer.status, 200, (tier, code, more, answer.body))
                self.assertFalse(service.beacon([SEIZURE]).get("responseSummary", "exists"))

    def test_none_one_and_few_are_the_same_bytes(self):
        catalogue, people = (os.path.join(self.folder.name, name) for name in ("old", "old.jsonl"))
        with open(people, "w", encoding="utf-8") as f:
            for n in range(400):
                # Of 400, nobody is beyond 90, one is beyond 80, and three are beyond 70.
                age = 85 if n == 0 else 75 if n < 3 else 20 + n % 40
                f.write(json.dumps({"id": str(n), "subject": {"id": str(n), "sex": "FEMALE" if n % 2 else "MALE",
                                                              "timeAtLastEncounter": {"age": {"iso8601duration": f"P{age}Y"}}},
                                    "metaData": {"resources": []}}) + "\n")
        run(PROGRAM, "import", catalogue, people, "--dataset", "east")
        policy = os.path.join(self.folder.name, "old.json")
        with open(policy, "w", encoding="utf-8") as f:
            json.dump(POLICY, f)
        run(PROGRAM, "policy", catalogue, policy)
        old = lambda age: {"id": "timeAtLastEncounter", "operator": ">", "value": age}
        beacon = lambda granularity, filters: {"query": {"requestedGranularity": granularity, "filters": filters,
                                                         "includeResultsetResponses": "ALL"}}
        text = lambda form: lambda age: ("POST", "/v1/query", {"text": form.replace("AGE", age)})
        at = lambda path, granularity, *more: lambda age: ("POST", "/beacon/v2/" + path,
                                                           beacon(granularity, [old(age), *more]))
        questions = [at("individuals", "count"), at("individuals", "boolean"), at("individuals", "record"),
                     at("individuals", "count", FEMALE), at("datasets/east/individuals", "count"),
                     at("biosamples", "count"),
                     lambda age: ("GET", "/beacon/v2/individuals?requestedGranularity=count"
                                  f"&filters=timeAtLastEncounter:%3E{age}", None),
                     text("count individuals where age at last contact > AGE"),
                     text("count individuals where age at last contact > AGE by dataset"),
                     text("count individuals where sex is female and age at last contact > AGE"),
                     text("count individuals where has phenotype with onset > AGE or age at last contact > AGE")]
        with Service(PROGRAM, catalogue, RELEASED + self.issuer.configuration("east")) as service:
            both = {"Authorization": "Bearer " + self.issuer.passport(self.issuer.both())}
            grant = {"Authorization": "Bearer " + self.issuer.passport(self.issuer.grant())}
            self.assertTrue(service.beacon([old("P20Y")], token=self.issuer.passport(self.issuer.both()))
                            .get("responseSummary", "exists"))
            for who in ({}, both, grant):
                for question in questions:
                    told = set()
                    for age in ("P90Y", "P80Y", "P70Y"):
                        answer = service.ask(*question(age if "v2" in question(age)[1] else age[1:3] + " years"), who)
                        self.assertEqual(answer.status, 200, answer.body)
                        headers = {n: v for n, v in answer.headers.items() if n not in ("date", "x-request-id")}
                        # The entry in the ledger has as many letters each time.
                        told.add((re.sub(rb"[789]0(?=Y| year)|[0-9a-f]{64}", b"", answer.body), str(headers)))
                    self.assertEqual(len(told), 1, told)

    def test_guests_have_epochs_and_no_versions(self):
        for version in range(4):
            asked = {"text": "count individuals", "catalogue_version": version}
            self.assertEqual(self.service.ask("POST", "/v1/query", asked).status, 409, version)

    def test_ids_are_not_told_by_texts(self):
        for text, status in (("list individuals", 403), ("count individuals;\n List individuals", 403),
                             ("count individuals by id", 422)):
            self.assertEqual(self.service.ask("POST", "/v1/query", {"text": text}).status, status, text)


if __name__ == "__main__":
    unittest.main()
