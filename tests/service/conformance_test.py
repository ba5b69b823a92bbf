#!/usr/bin/env python3
"""What verifiers and clients of Beacon v2.1 look at, of every endpoint. Usage: conformance_test.py PROGRAM [unittest's
arguments]. What answers must have is written down here, as the specification of v2.1 has it."""
import json
import re
import sys
import tempfile
import unittest
from os.path import abspath, dirname
from urllib.parse import quote

sys.dont_write_bytecode = True
sys.path.insert(0, dirname(abspath(__file__)))
from service import EXACT, Service, make_catalogue  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"
CONFIGURATION = """
[tiers]
public = { policy = "exact", granularity = "count" }
[limits]
per_minute = 0
[cors]
origins = ["https://page.example.org"]
"""
DATASET = "east of here"

TEXT, FLAG, COUNT = str, bool, int
CURIE = re.compile(r"^\w[^:]+:.+$")
URL = re.compile(r"^https?://[^{}]+")
LINK = re.compile(r"^https?://")
VERSION = re.compile(r"^v\d+(\.\d+)*$")


class Map:
    """An object whose members all have one shape."""

    def __init__(self, shape):
        self.shape = shape


SCHEMAS = [{"entityType?": TEXT, "schema?": URL}]
INFORMATION = {"beaconId": TEXT, "apiVersion": VERSION, "returnedSchemas": SCHEMAS}
META = {**INFORMATION, "returnedGranularity": {"boolean", "count", "record"}, "testMode?": FLAG,
        "receivedRequestSummary": {
            "apiVersion": TEXT, "requestedSchemas": SCHEMAS, "filters?": [TEXT],
            "pagination": {"skip?": COUNT, "limit?": COUNT},
            "requestedGranularity": {"boolean", "count", "record"},
            "includeResultsetResponses?": {"HIT", "MISS", "ALL", "NONE"}, "testMode?": FLAG}}
TERM = {"id": CURIE, "label?": TEXT}
ENTRY_TYPES = Map({"id": TEXT, "name": TEXT, "ontologyTermForThisType": TERM, "partOfSpecification": TEXT,
                   "defaultSchema": {"id": TEXT, "name": TEXT, "referenceToSchemaDefinition": URL, "schemaVersion?": TEXT},
                   "aCollectionOf?": [{"id": TEXT, "name": TEXT}], "nonFilteredQueriesAllowed?": FLAG})
DOCUMENTS = {
    "": {"meta": INFORMATION, "response": {
        "id": TEXT, "name": TEXT, "apiVersion": VERSION, "environment": {"prod", "test", "dev", "staging"},
        "description": TEXT, "alternativeUrl?": URL, "organization": {"id": TEXT, "name": TEXT, "welcomeUrl?": URL}}},
    "/service-info": {"id": TEXT, "name": TEXT, "type": {"group": TEXT, "artifact": TEXT, "version": TEXT},
                      "organization": {"name": TEXT, "url": URL}, "version": TEXT},
    "/configuration": {"meta": INFORMATION, "response": {
        "$schema": URL, "maturityAttributes": {"productionStatus": {"DEV", "TEST", "PROD"}},
        "securityAttributes": {"defaultGranularity": {"boolean", "count", "record"},
                               "securityLevels": [{"PUBLIC", "REGISTERED", "CONTROLLED"}]},
        "entryTypes": ENTRY_TYPES}},
    "/entry_types": {"meta": INFORMATION, "response": {"entryTypes": ENTRY_TYPES}},
    "/map": {"meta": INFORMATION, "response": {"$schema": URL, "endpointSets": Map({
        "entryType": TEXT, "rootUrl": URL, "openAPIEndpointsDefinition?": URL, "singleEntryUrl?": LINK,
        "filteringTermsUrl?": URL, "endpoints?": Map({"returnedEntryType": TEXT, "url": LINK})})}},
    "/filtering_terms": {"meta": INFORMATION, "response": {
        "filteringTerms": [{"id": TEXT, "type": {"ontologyTerm", "alphanumeric", "custom"}, "label?": TEXT,
                            "scopes?": [TEXT]}],
        "resources?": [{"id": TEXT, "nameSpacePrefix?": TEXT, "version?": TEXT}]}},
}
DOCUMENTS["/info"] = DOCUMENTS[""]
DOCUMENTS["/individuals/filtering_terms"] = DOCUMENTS["/filtering_terms"]
DOCUMENTS[f"/datasets/{quote(DATASET)}/filtering_terms"] = DOCUMENTS["/filtering_terms"]
SET = {"id": TEXT, "setType": TEXT, "exists": FLAG, "resultsCount": COUNT, "results": []}
BOOLEAN = {"meta": META, "responseSummary": {"exists": FLAG}}
NUMBER = {"meta": META, "responseSummary": {"exists": FLAG, "numTotalResults": COUNT}, "response": {"resultSets": [SET]}}
RECORDS = {**NUMBER, "response": {"resultSets": [{**SET, "results": [{"id": TEXT}]}]}}
COLLECTIONS = {"meta": META, "responseSummary": {"exists": FLAG, "numTotalResults?": COUNT},
               "response": {"collections": [{"id": TEXT, "name": TEXT}]}}
ERROR = {"meta": META, "error": {"errorCode": COUNT, "errorMessage": TEXT}}
ENTRIES = ("individuals", "biosamples", "runs", "analyses")


def faults(value, shape, at="/"):
    """Where `value` has not the shape."""
    if isinstance(shape, Map):
        if not isinstance(value, dict) or not value:
            return [f"{at} is no object with members"]
        return [fault for name, member in value.items() for fault in faults(member, shape.shape, f"{at}{name}/")]
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{at} is no object"]
        found = []
        for name, inner in shape.items():
            plain = name.rstrip("?")
            if plain in value:
                found += faults(value[plain], inner, f"{at}{plain}/")
            elif plain == name:
                found.append(f"{at}{name} is missing")
        return found
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{at} is no list"]
        if not shape:
            return [f"{at} is not empty"] if value else []
        return [fault for n, item in enumerate(value) for fault in faults(item, shape[0], f"{at}{n}/")]
    if isinstance(shape, set):
        return [] if value in shape else [f"{at} is {value!r}"]
    if isinstance(shape, re.Pattern):
        return [] if isinstance(value, str) and shape.search(value) else [f"{at} is {value!r}"]
    right = type(value) is shape and (shape is not int or value >= 0)
    return [] if right else [f"{at} is {value!r}, not {shape.__name__}"]


def question(granularity="count", **more):
    return {"meta": {"apiVersion": "v2.1.1"}, "query": {"requestedGranularity": granularity, **more}}


class ConformanceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.catalogue = make_catalogue(PROGRAM, cls.folder.name, people=200, dataset=DATASET, policy=False)
        cls.service = Service(PROGRAM, cls.catalogue, CONFIGURATION)

    @classmethod
    def tearDownClass(cls):
        cls.service.__exit__()
        cls.folder.cleanup()

    def ask(self, method, path, body=None, **headers):
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.service.ask(method, "/beacon/v2" + path, body, names)

    def fits(self, answer, shape, status=200):
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.headers.get("content-type"), "application/json")
        self.assertEqual(faults(answer.json, shape), [])
        if shape is ERROR:
            self.assertEqual(answer.get("error", "errorCode"), status)

    def refused(self, status, method, path, body=None, **headers):
        answer = self.ask(method, path, body, **headers)
        self.fits(answer, ERROR, status)
        return answer

    def test_the_checker_finds_faults(self):
        good = self.ask("GET", "/map").json
        self.assertEqual(faults(good, DOCUMENTS["/map"]), [])
        del good["response"]["endpointSets"]["run"]["rootUrl"]
        good["meta"]["apiVersion"] = "2"
        good["meta"]["returnedSchemas"] = {}
        self.assertEqual(len(faults(good, DOCUMENTS["/map"])), 3)

    def test_only_answers_of_the_test_mode_say_so(self):
        for path in ("/individuals", "/datasets"):
            self.assertNotIn("testMode", self.ask("GET", path).get("meta"))
            self.assertIs(self.ask("GET", path + "?testMode=true").get("meta", "testMode"), True)

    def test_an_alternative_address_is_a_safe_one(self):
        self.assertNotIn("alternativeUrl", self.ask("GET", "/info").get("response"))
        address = '[beacon]\npublic_url = "https://beacon.example.org"\n'
        with Service(PROGRAM, self.catalogue, EXACT + address) as behind:  # (one service at a time has the ledger)
            info = behind.ask("GET", "/beacon/v2/info")
            self.assertEqual(info.get("response", "alternativeUrl"), "https://beacon.example.org/beacon/v2")

    def test_terms_are_not_filtered(self):
        for path in ("/filtering_terms", "/individuals/filtering_terms"):
            self.refused(400, "GET", path + "?filters=HP:0001250")
            self.refused(400, "POST", path, question(filters=[{"id": "HP:0001250"}]))
            self.assertEqual(self.ask("POST", path, question(pagination={"limit": 3})).json,
                             self.ask("GET", path + "?limit=3").json)

    def test_documents(self):
        for path, shape in DOCUMENTS.items():
            for written in (path, path + "/", path + "?limit=0" if "terms" in path else path):
                with self.subTest(path=written):
                    self.fits(self.ask("GET", written), shape)

    def test_info_in_the_form_of_service_info(self):
        asked = self.ask("GET", "/info?requestedSchema=ga4gh-service-info-v1.0")
        self.fits(asked, DOCUMENTS["/service-info"])
        self.assertEqual(asked.json, self.ask("GET", "/service-info").json)
        self.fits(self.ask("GET", "/info?requestedSchema=beacon-info-v2.0.0"), DOCUMENTS["/info"])

    def test_terms_name_the_systems_of_their_codes(self):
        answer = self.ask("GET", "/filtering_terms?limit=0").get("response")
        prefixes = {r["nameSpacePrefix"] for r in answer["resources"]}
        used = {t["id"].split(":")[0] for t in answer["filteringTerms"] if t["type"] == "ontologyTerm"}
        self.assertLessEqual({"LOINC", "NCIT"}, used)
        self.assertEqual(used - prefixes, set())
        ids = [r["id"] for r in answer["resources"]]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual([r.get("version", "")[:3] for r in answer["resources"] if r["id"] == "hp"], ["hp/"])
        self.assertEqual(self.ask("GET", "/filtering_terms?limit=1").get("response", "resources"), answer["resources"])

    def test_terms_of_the_test_mode_are_those_that_it_knows(self):
        terms = self.ask("GET", "/filtering_terms?testMode=true").get("response", "filteringTerms")
        self.assertEqual(terms, self.ask("POST", "/filtering_terms", question(testMode=True)).get("response", "filteringTerms"))
        self.assertEqual(len(terms), 2)
        for term in terms:
            found = self.ask("POST", "/individuals", question("record", testMode=True, filters=[{"id": term["id"]}]))
            self.fits(found, RECORDS)
            self.assertEqual(found.get("responseSummary", "numTotalResults"), 10)

    def test_the_map_leads_to_answers_only(self):
        types = self.ask("GET", "/configuration").get("response", "entryTypes")
        base = f"http://127.0.0.1:{self.service.port}"
        for name, entry in self.ask("GET", "/map").get("response", "endpointSets").items():
            self.assertEqual(name, entry["entryType"])
            self.assertIn(name, types)
            root = self.service.ask("GET", entry["rootUrl"].removeprefix(base))
            self.assertEqual(root.status, 200)
            links = [link["url"] for link in entry.get("endpoints", {}).values()]
            for link in links + ([entry["singleEntryUrl"]] if "singleEntryUrl" in entry else []):
                first = root.get("response", "collections")[0]["id"]
                answer = self.service.ask("GET", link.removeprefix(base).replace("{id}", quote(first)))
                self.assertEqual(answer.status, 200, link)

    def test_the_map_leads_to_records_in_test_mode(self):
        body = question("record", testMode=True, pagination={"skip": 0, "limit": 1})
        base = f"http://127.0.0.1:{self.service.port}"
        for entry in self.ask("GET", "/map").get("response", "endpointSets").values():
            collection = entry["entryType"] in ("dataset", "cohort")
            root = self.service.ask("POST", entry["rootUrl"].removeprefix(base), body)
            self.fits(root, COLLECTIONS if collection else RECORDS)
            if not collection:
                self.assertEqual([len(s["results"]) for s in root.get("response", "resultSets")], [1])
                continue
            first = quote(root.get("response", "collections")[0]["id"])
            for link in entry["endpoints"].values():
                answer = self.service.ask("POST", link["url"].removeprefix(base).replace("{id}", first), body)
                self.fits(answer, RECORDS)

    def test_entries(self):
        for path in [f"/{entry}" for entry in ENTRIES] + [f"/datasets/{quote(DATASET)}/{entry}" for entry in ENTRIES]:
            for granularity, shape in (("boolean", BOOLEAN), ("count", NUMBER), ("record", NUMBER)):
                with self.subTest(path=path, granularity=granularity):
                    post = self.ask("POST", path, question(granularity))
                    get = self.ask("GET", f"{path}/?requestedGranularity={granularity}")
                    self.fits(post, shape)
                    self.fits(get, shape)
                    self.assertEqual(post.get("responseSummary"), get.get("responseSummary"))
                    self.assertEqual(post.get("meta", "returnedGranularity"), min(granularity, "count"))
            self.fits(self.ask("GET", path), BOOLEAN)
            self.fits(self.ask("POST", path), BOOLEAN)

    def test_collections(self):
        for path in ("/datasets", f"/datasets/{quote(DATASET)}", "/cohorts"):
            self.fits(self.ask("GET", path), COLLECTIONS)
            self.fits(self.ask("POST", path, question()), COLLECTIONS)
        one = self.ask("GET", "/datasets?skip=0&limit=1")
        self.assertEqual(one.get("meta", "receivedRequestSummary", "pagination"), {"skip": 0, "limit": 1})
        beyond = self.ask("GET", "/datasets?skip=1&limit=10")
        self.assertEqual((beyond.get("response", "collections"), beyond.get("responseSummary", "numTotalResults")), ([], 1))

    def test_the_question_is_repeated(self):
        schemas = [{"entityType": "individual", "schema": "https://example.org/individual.json"}]
        body = question(filters=[{"id": "NCIT:C16576"}], includeResultsetResponses="ALL", pagination={"skip": 1, "limit": 5})
        body["meta"]["requestedSchemas"] = schemas
        summary = self.ask("POST", "/individuals", body).get("meta", "receivedRequestSummary")
        self.assertEqual(summary, {"apiVersion": "v2.1.1", "requestedSchemas": schemas, "filters": ["NCIT:C16576"],
                                   "pagination": {"skip": 1, "limit": 5}, "requestedGranularity": "count",
                                   "includeResultsetResponses": "ALL", "testMode": False})

    def test_counts_do_not_follow_pages_or_sets(self):
        whole = self.ask("POST", "/individuals", question()).get("responseSummary")
        for more in ({"pagination": {"skip": 3, "limit": 2}}, {"pagination": {"limit": 0}},
                     *({"includeResultsetResponses": one} for one in ("HIT", "MISS", "ALL", "NONE"))):
            answer = self.ask("POST", "/individuals", question(**more))
            self.assertEqual(answer.get("responseSummary"), whole, more)
            sets = len(answer.get("response", "resultSets"))
            self.assertEqual(sets, 0 if more.get("includeResultsetResponses") in ("MISS", "NONE") else 1, more)

    def test_get_filters_as_they_are_written(self):
        both = [{"id": "HP:0001250"}, {"id": "NCIT:C16576"}]
        want = self.ask("POST", "/individuals", question(filters=both)).get("responseSummary")
        for written in ("filters=HP:0001250,NCIT:C16576", "filters=HP%3A0001250%2CNCIT%3AC16576",
                        "filters=HP:0001250&filters=NCIT:C16576"):
            answer = self.ask("GET", "/individuals?requestedGranularity=count&" + written)
            self.assertEqual(answer.get("responseSummary"), want, written)
        for empty in ("", ",", ",,", "NCIT:C16576,,HP:0001250", "NCIT:C16576,"):
            self.refused(400, "GET", "/individuals?requestedGranularity=count&filters=" + empty)
        adult = [{"id": "timeAtLastEncounter", "operator": ">=", "value": "P18Y"}]
        want = self.ask("POST", "/individuals", question(filters=adult)).get("responseSummary")
        for written in ("timeAtLastEncounter:>=P18Y", "timeAtLastEncounter%3A%3E%3DP18Y", "timeAtLastEncounter%3E%3DP18Y"):
            answer = self.ask("GET", "/individuals?requestedGranularity=count&filters=" + written)
            self.assertEqual(answer.get("responseSummary"), want, written)

    def test_what_would_change_the_question_is_refused(self):
        self.refused(400, "GET", "/individuals?requestedGranularity=count&requestedGranularity=boolean")
        self.refused(400, "GET", "/individuals?requestedGranularity=count&limit=-1")
        self.refused(400, "GET", "/individuals?skip=x")
        self.refused(400, "GET", "/individuals?filters=%ZZ")
        self.refused(400, "GET", "/individuals?start=7577120&referenceName=17")
        # A filter in the address of a POST would be left out, and the answer be everybody.
        self.refused(400, "POST", "/individuals?filters=HP:0001250", question())
        self.refused(400, "POST", "/individuals", {"query": {"requestedGranularity": "aggregated"}})
        self.refused(400, "POST", "/individuals", {"query": {"pagination": {"skip": -1}}})
        self.refused(400, "POST", "/individuals", {"query": {"pagination": {"limit": "10"}}})

    def test_methods_and_types(self):
        for path in ("/individuals", "/info", "/map", "/nowhere"):
            for method in ("PUT", "DELETE", "PATCH"):
                self.assertIn("GET", self.refused(405, method, path, "{}").headers["allow"])
        for path in ("/g_variants", "/individuals/filtering_terms/more", "/individuals/x/y/z", "/infos"):
            self.refused(404, "GET", path)
        self.refused(404, "GET", "/datasets/none/individuals")
        self.refused(403, "GET", "/individuals/anybody")
        self.refused(415, "POST", "/individuals", "<x/>", Content_Type="text/xml")
        self.refused(413, "POST", "/individuals", "x" * 300_000, Content_Type="application/json")
        self.refused(406, "GET", "/individuals", Accept="text/html")
        for accept in ("*/*", "application/json", "text/html, */*;q=0.1", "application/*"):
            self.assertEqual(self.ask("GET", "/individuals", Accept=accept).status, 200)
        # The last two are what curl and axios, and what browsers say of a text that nobody has called something.
        for kind in ("application/json; charset=utf-8", "application/vnd.ga4gh+json",
                     "application/x-www-form-urlencoded", "text/plain;charset=UTF-8"):
            body = json.dumps(question(filters=[{"id": "NCIT:C16576"}]))
            answer = self.service.ask("POST", "/beacon/v2/individuals", body, {"Content-Type": kind})
            self.fits(answer, NUMBER)
            self.assertIn("sex is female", answer.get("info", "muster", "statement"), kind)
            self.refused(400, "POST", "/individuals", "filters=NCIT:C16576", Content_Type=kind)

    def test_head_is_get_without_its_body(self):
        for path in ("/info", "/map", "/individuals", "/nowhere"):
            get, head = self.ask("GET", path), self.ask("HEAD", path)
            self.assertEqual((head.status, head.body), (get.status, b""))
            for name in ("content-type", "content-length", "etag", "cache-control"):
                self.assertEqual(head.headers.get(name), get.headers.get(name), f"{path} {name}")

    def test_pages_of_other_origins(self):
        ask = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "content-type"}
        for origin in ("https://page.example.org", "https://evil.example.org", "null"):
            before = self.ask("OPTIONS", "/individuals", Origin=origin, **ask)
            answer = self.ask("POST", "/individuals", question(), Origin=origin)
            self.assertEqual(before.status, 204)
            allowed = origin if origin == "https://page.example.org" else None
            for each in (before, answer):
                self.assertEqual(each.headers.get("access-control-allow-origin"), allowed)
                self.assertIn("Origin", each.headers["vary"])
            self.assertIn("POST", before.headers["access-control-allow-methods"])
            self.assertIn("content-type", before.headers["access-control-allow-headers"])

    def test_what_does_not_change_is_not_sent_twice(self):
        for path in ("/beacon/v2/info", "/beacon/v2/service-info", "/beacon/v2/map", "/beacon/v2/configuration",
                     "/beacon/v2/filtering_terms", "/", "/main.js", "/style/base.css"):
            first = self.service.ask("GET", path)
            self.assertEqual(first.status, 200)
            self.assertIn("max-age", first.headers["cache-control"])
            tag = first.headers["etag"]
            again = self.service.ask("GET", path, headers={"If-None-Match": f'"other", {tag}'})
            self.assertEqual((again.status, again.body, again.headers["etag"]), (304, b"", tag))
            other = self.service.ask("GET", path, headers={"If-None-Match": '"other"'})
            self.assertEqual((other.status, other.body), (200, first.body))
        people = self.ask("GET", "/individuals", If_None_Match="*")
        self.assertEqual((people.status, people.headers["cache-control"]), (200, "no-store"))
        self.assertNotIn("etag", people.headers)


if __name__ == "__main__":
    unittest.main()
