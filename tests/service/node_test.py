#!/usr/bin/env python3
"""What clients of a node are answered, where numbers are exact. Usage: node_test.py PROGRAM [unittest's arguments]"""
import json
import os
import re
import socket
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from service import EXACT, FEMALE, SEIZURE, Service, exact, make_catalogue, run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"


class NodeTest(unittest.TestCase):
    """Exact numbers, against those of the host."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.catalogue = make_catalogue(PROGRAM, cls.folder.name)
        cls.service = Service(PROGRAM, cls.catalogue, EXACT)

    @classmethod
    def tearDownClass(cls):
        cls.service.__exit__()
        cls.folder.cleanup()

    def host(self, where):
        return exact(PROGRAM, self.catalogue, "count individuals" + (" where " + where if where else ""))

    def total(self, filters, **more):
        answer = self.service.beacon(filters, **more)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.get("responseSummary", "numTotalResults")

    def test_counts_are_those_of_the_host(self):
        for filters, where in (([], ""), ([FEMALE], "sex is female"), ([SEIZURE], "has phenotype HP:0001250"),
                               ([SEIZURE, FEMALE], "has phenotype HP:0001250 and sex is female"),
                               ([{**SEIZURE, "includeDescendantTerms": False}], "has phenotype exactly HP:0001250"),
                               ([[SEIZURE, FEMALE]], "(has phenotype HP:0001250 or sex is female)"),
                               ([{"id": "timeAtLastEncounter", "operator": ">=", "value": "P18Y"}],
                                "age at last contact >= 18 years")):
            self.assertEqual(self.total(filters), self.host(where), filters)
        self.assertGreater(self.total([SEIZURE]), 0)
        self.assertLess(self.total([SEIZURE]), self.total([]))

    def test_granularity_is_what_was_asked_and_no_more(self):
        answer = self.service.beacon([SEIZURE], "boolean")
        self.assertEqual(answer.get("meta", "returnedGranularity"), "boolean")
        self.assertNotIn("numTotalResults", answer.get("responseSummary"))
        self.assertIsNone(answer.get("response"))
        answer = self.service.beacon([SEIZURE], "record")
        self.assertEqual(answer.get("meta", "returnedGranularity"), "count")
        sets = answer.get("response", "resultSets")
        self.assertEqual(sum(s["resultsCount"] for s in sets), answer.get("responseSummary", "numTotalResults"))
        self.assertTrue(all(s["setType"] == "dataset" and s["results"] == [] for s in sets))

    def test_get_is_as_post(self):
        answer = self.service.ask("GET", "/beacon/v2/individuals?requestedGranularity=count&filters=HP:0001250,NCIT:C16576")
        self.assertEqual(answer.get("responseSummary", "numTotalResults"), self.total([SEIZURE, FEMALE]))

    def test_filters_that_are_not_there_are_not_left_out(self):
        get = lambda filters: self.service.ask("GET", "/beacon/v2/individuals?requestedGranularity=count&" + filters)
        for filters in ("filters=", "filters", "filters=,", "filters=HP:0001250,", "filters=,HP:0001250",
                        "filters=HP:0001250,,NCIT:C16576", "filters=HP:0001250&filters="):
            refused = get(filters)
            self.assertEqual(refused.status, 400, filters)
            self.assertIn("empty", refused.get("error", "errorMessage"), filters)
        both = self.total([SEIZURE, FEMALE])
        for filters in ("filters=HP:0001250%2CNCIT:C16576", "filters=HP:0001250&filters=NCIT:C16576"):
            self.assertEqual(get(filters).get("responseSummary", "numTotalResults"), both, filters)
        unset = {"scope": None, "operator": None, "value": None, "similarity": None, "includeDescendantTerms": None}
        self.assertEqual(self.total([{**SEIZURE, **unset}]), self.total([SEIZURE]))

    def test_what_is_not_understood_is_an_error_that_names_it(self):
        for bad in ({"id": "XYZ:0000001"}, {"id": "HP:9999999"}, {"id": "noSuchField", "operator": "=", "value": "x"},
                    {"id": "HP:0001250 or sex is female"}, {"id": "depth", "operator": ">", "value": "deep"}):
            for filters in ([bad], [SEIZURE, bad], [bad, SEIZURE]):
                answer = self.service.beacon(filters)
                self.assertEqual(answer.status, 400, filters)
                self.assertEqual(answer.get("error", "errorCode"), 400)
                self.assertIn(bad["id"], answer.get("error", "errorMessage"))

    def test_every_field_that_is_listed_can_be_asked_for(self):
        terms = self.service.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response", "filteringTerms")
        fields = [t for t in terms if t["type"] == "alphanumeric" and ":" not in t["id"]]
        self.assertGreater(len(fields), 60)
        values = [("=", "HP:0001250"), ("<", "P200Y"), ("<", "2100"), (">=", "0"), ("=", "%")]
        for term in fields:
            asked = [self.service.beacon([{"id": term["id"], "operator": operator, "value": value}])
                     for operator, value in values]
            self.assertEqual({answer.status for answer in asked} | {200, 400}, {200, 400}, term)
            self.assertIn(200, [answer.status for answer in asked], term)
        label = self.service.beacon([{"id": "diseases.diseaseCode.label", "operator": "=", "value": "Marfan syndrome"}])
        self.assertEqual(label.status, 400)
        self.assertIn("diseases.diseaseCode.id", label.get("error", "errorMessage"))

    def test_a_code_as_value_that_nobody_knows_is_an_error(self):
        asked = lambda value, **more: self.service.beacon(
            [{"id": "diseases.diseaseCode.id", "operator": "=", "value": value, **more}])
        for more in ({}, {"includeDescendantTerms": True}, {"includeDescendantTerms": False}):
            refused = asked("ICD10:Z99.9", **more)
            self.assertEqual(refused.status, 400, more)
            self.assertIn("ICD10:Z99.9", refused.get("error", "errorMessage"))
            # One that is known, and that no disease has.
            nobody = asked("HP:0001250", **more)
            self.assertEqual((nobody.status, nobody.get("responseSummary", "numTotalResults")), (200, 0), more)
            self.assertIn("HP:0001250", " ".join(nobody.get("info", "notes")))

    def test_a_word_of_a_vocabulary_that_nobody_has_is_none(self):
        for field, word in (("karyotypicSex", "XXXX"), ("karyotypicSex", "XXYY"), ("vitalStatus.status", "UNKNOWN_STATUS")):
            asked = [{"id": field, "operator": "=", "value": word}]
            nobody = self.service.beacon(asked)
            self.assertEqual((nobody.status, nobody.get("responseSummary", "numTotalResults")), (200, 0), nobody.body)
            self.assertIn(word, " ".join(nobody.get("info", "notes")))
            self.assertEqual(self.total([asked + [FEMALE]]), self.total([FEMALE]))
            refused = self.service.beacon([{"id": field, "operator": "=", "value": word + "X"}])
            self.assertEqual(refused.status, 400, refused.body)
            self.assertIn(word + "X", refused.get("error", "errorMessage"))

    def test_units_that_no_measurement_can_be_converted_to_are_an_error(self):
        bmi = lambda value: [{"id": "LOINC:39156-5", "operator": ">=", "value": value}]
        self.assertEqual(self.total(bmi("25 kg/m2")), self.host("has measurement LOINC:39156-5 with value >= 25 kg/m2"))
        self.assertEqual(self.total(bmi("0.0025 kg/cm2")), self.total(bmi("25 kg/m2")))
        for unit in ("cm", "mg/dL"):  # no measurement is in such a unit; others than these are
            for filters in (bmi("25 " + unit), [bmi("25 " + unit) + [FEMALE]]):
                refused = self.service.beacon(filters)
                self.assertEqual(refused.status, 400, refused.body)
                self.assertIn("LOINC:39156-5 >= 25 " + unit, refused.get("error", "errorMessage"))

    def test_records_are_not_given_and_who_exists_is_not_told(self):
        known = self.service.ask("GET", "/beacon/v2/individuals/I0000001")
        unknown = self.service.ask("GET", "/beacon/v2/individuals/nobody")
        self.assertEqual((known.status, known.body), (unknown.status, unknown.body))
        self.assertEqual(known.status, 403)

    def test_invented_people_have_records(self):
        answer = self.service.beacon([], "record", testMode=True, pagination={"skip": 1, "limit": 3})
        self.assertTrue(answer.get("meta", "testMode"))
        self.assertEqual(len(answer.get("response", "resultSets")[0]["results"]), 3)
        self.assertEqual(answer.get("responseSummary", "numTotalResults"), 20)

    def test_terms_of_what_is_not_there(self):
        for path, status in (("datasets/nosuch", 404), ("cohorts/nosuch", 404), ("individuals", 200)):
            self.assertEqual(self.service.ask("GET", "/beacon/v2/" + path + "/filtering_terms").status, status, path)

    def test_documents(self):
        for path in ("", "/info", "/service-info", "/configuration", "/entry_types", "/map", "/filtering_terms",
                     "/datasets", "/cohorts", "/individuals/filtering_terms"):
            answer = self.service.ask("GET", "/beacon/v2" + path)
            self.assertEqual((answer.status, answer.headers["content-type"]), (200, "application/json"), path)
        terms = self.service.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response", "filteringTerms")
        self.assertIn("HP:0001250", [t["id"] for t in terms])

    def test_counts_within_a_dataset_add_up(self):
        sets = self.service.ask("GET", "/beacon/v2/datasets").get("response", "collections")
        inside = [self.total([SEIZURE], path=f"datasets/{s['id']}/individuals") for s in sets]
        self.assertEqual(sum(inside), self.total([SEIZURE]))
        self.assertEqual(self.service.beacon(path="datasets/none/individuals").status, 404)

    def test_datasets_are_chosen_by_their_ids(self):
        ids = [d["id"] for d in self.service.ask("GET", "/beacon/v2/datasets").get("response", "collections")]
        whole = self.total([SEIZURE])
        chosen = lambda parameters, **more: self.service.beacon([SEIZURE], requestParameters=parameters, **more)
        for parameters in ({}, [], None, {"datasets": {"datasetIds": ids}}, {"datasets": {"datasetIds": ids * 2}},
                           {"datasets": ids}, {"datasetIds": ids}, {"datasets": {}}, {"datasets": None}):
            self.assertEqual(chosen(parameters).get("responseSummary", "numTotalResults"), whole, parameters)
        answer = chosen({"datasets": {"datasetIds": ids}})
        self.assertIn("dataset is ", answer.get("info", "muster", "statement"))
        self.assertEqual([s["id"] for s in answer.get("response", "resultSets")], ids)
        for parameters, said in (({"datasets": {"datasetIds": ["nosuch"]}}, "nosuch"),
                                 ({"datasets": {"datasetIds": ids[0]}}, "list"), ({"datasets": ids[0]}, "list"),
                                 ({"datasets": ids, "datasetIds": ids}, "twice"),
                                 ({"datasets": {"ids": ids}}, "ids"), ({"g_variant": {}}, "g_variant"),
                                 ({"datasets": {"datasetIds": [1]}}, "texts"), ("all", "object")):
            refused = chosen(parameters)
            self.assertEqual(refused.status, 400, parameters)
            self.assertIn(said, refused.get("error", "errorMessage"))
        self.assertEqual(chosen({"datasets": {"datasetIds": ids}}, testMode=True).status, 400)
        self.assertEqual(chosen({"datasets": {"datasetIds": ids}}, path="datasets/" + ids[0] + "/individuals").status, 400)
        for name in ("datasets", "datasetIds"):
            get = lambda value: self.service.ask("GET", f"/beacon/v2/individuals?requestedGranularity=count&{name}={value}")
            self.assertEqual(get(ids[0]).get("responseSummary", "numTotalResults"), self.total([]))
            self.assertEqual([get("nosuch").status, get("").status], [400, 400])
        several = self.service.beacon([SEIZURE], pagination={"skip": 0.0, "limit": 1e1})
        self.assertEqual(several.get("responseSummary", "numTotalResults"), whole)
        self.assertEqual(self.service.beacon([SEIZURE], pagination={"skip": 0.5}).status, 400)

    def test_a_cohort_in_which_nobody_is_recorded_is_not_counted_as_empty(self):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for name, records in (("individuals", [{"id": "a", "sex": {"id": "NCIT:C16576"}}, {"id": "b"}]),
                                  ("cohorts", [{"id": "some", "name": "some", "cohortType": "study-defined",
                                                "individualIds": ["a"]},
                                               {"id": "described", "name": "described", "cohortType": "study-defined"}])):
                files.append(os.path.join(folder, name + ".json"))
                with open(files[-1], "w", encoding="utf-8") as f:
                    json.dump(records, f)
            run(PROGRAM, "import", os.path.join(folder, "catalogue"), *files)
            with Service(PROGRAM, os.path.join(folder, "catalogue"), EXACT) as service:
                listed = service.ask("GET", "/beacon/v2/cohorts").get("response", "collections")
                self.assertEqual([one["id"] for one in listed], ["some"])
                inside = service.beacon(path="cohorts/some/individuals")
                self.assertEqual(inside.get("responseSummary", "numTotalResults"), 1)
                self.assertEqual(service.beacon(path="cohorts/described/individuals").status, 404)
                self.assertEqual(service.beacon([{"id": "cohort:described"}]).status, 400)

    def test_samples_and_runs_are_counted_as_such(self):
        for path, counted in (("biosamples", "samples"), ("runs", "runs"), ("analyses", "analyses")):
            self.assertEqual(self.total([FEMALE], path=path),
                             exact(PROGRAM, self.catalogue, f"count {counted} where sex is female"), path)

    def test_texts(self):
        answer = self.service.ask("POST", "/v1/query", {"text": "count individuals where has phenotype $1 by sex",
                                                        "parameters": {"1": "HP:0001250"}})
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(answer.get("answers")[0]["total"], [self.host("has phenotype HP:0001250")])
        mistake = self.service.ask("POST", "/v1/query", {"text": "count individuals where sexx is female"})
        self.assertEqual((mistake.status, mistake.get("diagnostics")[0]["code"]), (422, "unknown-field"))
        for text in ("list individuals", "show imports", "show unknown codes", "count individuals; list samples"):
            self.assertEqual(self.service.ask("POST", "/v1/query", {"text": text}).status, 403, text)
        for body, status, word in (({"text": "count individuals", "filters": []}, 400, "filters"),
                                   ({"text": "count individuals", "ontologies": {"hp": "none"}}, 400, "ontologies"),
                                   ({"text": "define cohort x as individuals where sex is female"}, 403, "saved")):
            refused = self.service.ask("POST", "/v1/query", body)
            self.assertEqual(refused.status, status, refused.body)
            self.assertIn(word, refused.get("detail"))
        checked = self.service.ask("POST", "/v1/check", {"text": "count individuals where sexx is female"})
        first = checked.get("diagnostics")[0]
        self.assertEqual((first["begin"], first["end"]), (24, 28))
        items = self.service.ask("POST", "/v1/complete", {"text": "count ind"}).get("items")
        self.assertIn("individuals", [i["text"] for i in items])
        self.assertEqual(self.service.ask("GET", "/v1/describe/individuals").status, 200)
        self.assertEqual(self.service.ask("GET", "/v1/describe/x;list").status, 404)
        rows = self.service.ask("GET", "/v1/terms?like=seiz").get("answers")[0]["rows"]
        self.assertIn("HP:0001250", [r[0] for r in rows])
        self.assertEqual(self.service.ask("GET", "/v1/terms?like=seiz&like=fever").status, 400)
        self.assertEqual(self.service.ask("GET", "/v1/me").get("numbers"), "exact")

    def test_a_text_is_answered_from_the_version_that_is_asked_for_or_not_at_all(self):
        ask = lambda version: self.service.ask("POST", "/v1/query", {"text": "count individuals", "catalogue_version": version})
        now = self.service.ask("POST", "/v1/query", {"text": "count individuals"}).json["answers"][0]["provenance"]
        for version, status in ((now["catalogue_version"], 200), (None, 200), (now["catalogue_version"] + 1, 409), (0, 409),
                                ("1", 400), (-1, 400)):
            self.assertEqual(ask(version).status, status, version)

    def test_requests_that_are_none(self):
        for body, status in ((b"{", 400), (b"[]", 400), (b'{"query":{"filters":[],"filters":[]}}', 400),
                             (b"\xff", 400), (b"[" * 100000, 400), (b'{"x":"' + b"a" * 300000 + b'"}', 413)):
            answer = self.service.ask("POST", "/beacon/v2/individuals", body, {"Content-Type": "application/json"})
            self.assertEqual((answer.status, answer.get("error", "errorCode")), (status, status), body[:20])
        self.assertEqual(self.service.ask("POST", "/beacon/v2/individuals", b"{}", {"Content-Type": "text/xml"}).status, 415)
        refused = self.service.ask("DELETE", "/beacon/v2/individuals")
        self.assertEqual(refused.status, 405)
        self.assertIn("POST", refused.headers["allow"])
        self.assertEqual(self.service.ask("GET", "/beacon/v2/info", headers={"Host": "evil.example"}).status, 421)
        # Also one for which there is no room in a whole header; below /beacon/v2 it is told as the others are there.
        for length in (9000, 17000, 40000):
            answer = self.service.ask("GET", "/beacon/v2/individuals?filters=" + "x" * length)
            self.assertEqual((answer.status, answer.get("error", "errorCode")), (414, 414))
        self.assertEqual(self.service.ask("GET", "/" + "x" * 40000).status, 414)
        self.assertEqual(self.service.ask("GET", "/x", headers={"X": "x" * 20000}).status, 431)
        answer = self.service.ask("GET", "/beacon/v2/info", headers={"X": "x" * 20000})
        self.assertEqual((answer.status, answer.get("error", "errorCode")), (431, 431))
        self.assertEqual(self.service.ask("GET", "/nothing").status, 404)

    def test_smuggled_lengths_are_refused(self):
        raw = (b"POST /beacon/v2/individuals HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
               b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=10) as s:
            s.sendall(raw)
            s.shutdown(socket.SHUT_WR)
            data = b""
            while piece := s.recv(65536):
                data += piece
        self.assertTrue(data.startswith(b"HTTP/1.1 400"), data[:60])
        self.assertEqual(data.count(b"HTTP/1.1"), 1)

    def raw(self, data):
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=10) as s:
            s.sendall(data)
            answer = b""
            while piece := s.recv(65536):
                answer += piece
        return answer

    def test_what_stands_behind_a_body_is_bounded_and_says_nothing(self):
        head = (b"POST /beacon/v2/individuals HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n")
        for trailers in (b"X: " + b"a" * 66000 + b"\r\n", b"x" * 66000 + b": a\r\n", b"X: a\r\n" * 40000):
            # Refused, or the connection is closed.
            self.assertIn(self.raw(head + trailers + b"\r\n")[:12], (b"HTTP/1.1 431", b""), trailers[:10])
        for trailer in (b"Authorization: Bearer x", b"Accept: text/html", b"Content-Encoding: gzip", b"Host: other"):
            self.assertTrue(self.raw(head + trailer + b"\r\n\r\n").startswith(b"HTTP/1.1 200"), trailer)
        self.assertEqual(self.service.ask("GET", "/health/live").status, 200)

    def test_other_codings_are_refused_and_their_bodies_are_no_requests(self):
        inner = b"GET /v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for coding in (b"xchunked", b"identity", b"gzip", b"chunked, identity", b"chunked, chunked", b"gzip, chunked",
                       b"chunked;q=1", b'"chunked"', b""):
            answer = self.raw(b"POST /beacon/v2/individuals HTTP/1.1\r\nHost: localhost\r\n"
                              b"Content-Type: application/json\r\nTransfer-Encoding: " + coding + b"\r\n\r\n" + inner)
            self.assertIn(answer[:12], (b"HTTP/1.1 400", b"HTTP/1.1 501"), coding)
            self.assertEqual(answer.count(b"HTTP/1.1 "), 1, coding)
        body = json.dumps({"query": {"filters": [SEIZURE], "requestedGranularity": "count"}}).encode()
        chunked = self.raw(b"POST /beacon/v2/individuals HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                           b"Content-Type: application/json\r\nTransfer-Encoding: Chunked\r\n\r\n"
                           + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
        self.assertIn(b'"numTotalResults":%d' % self.total([SEIZURE]), chunked)

    def test_requests_by_the_letter(self):
        for head, status in ((b"GET http://localhost/beacon/v2/info HTTP/1.1\r\nHost: other\r\n", b"200"),
                             (b"GET http://evil.example/beacon/v2/info HTTP/1.1\r\nHost: localhost\r\n", b"421"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\n", b"400"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost:\r\n", b"421"),
                             (b"GET /beacon/v2/info HTTP/1.0\r\n", b"200"),
                             (b"GET /beacon/v2/info HTTP/1.0\r\nHost: evil.example\r\n", b"421"),
                             (b"GET http://evil.example/beacon/v2/info HTTP/1.0\r\n", b"421"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost: localhost\r\nAuthorization:\r\n", b"401"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: br\r\n", b"415"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n", b"400")):
            answer = self.raw(head + b"Connection: close\r\n\r\n" + (b"{}" if b"Length" in head else b""))
            self.assertEqual(answer[9:12], status, head)

    def test_answers_are_dated_and_those_without_content_have_no_length(self):
        for path in ("/beacon/v2/info", "/v1/me", "/nosuch", "/health/live", "/beacon/v2/individuals?filters=nosuch"):
            self.assertRegex(self.service.ask("GET", path).headers["date"],
                             r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$", path)
        tag = self.service.ask("GET", "/beacon/v2/info").headers["etag"]
        kept = self.service.ask("GET", "/beacon/v2/info", headers={"If-None-Match": tag})
        self.assertEqual((kept.status, kept.body), (304, b""))
        self.assertNotIn("content-length", kept.headers)
        self.assertNotIn("content-length", self.service.ask("OPTIONS", "/v1/query").headers)

    def test_the_page_and_health(self):
        page = self.service.ask("GET", "/")
        self.assertEqual((page.status, page.headers["content-type"]), (200, "text/html; charset=utf-8"))
        self.assertIn("default-src 'self'", page.headers["content-security-policy"])
        self.assertEqual(self.service.ask("GET", "/../etc/passwd").status, 404)
        self.assertEqual(self.service.ask("GET", "/health/ready").status, 200)

    def test_logs_say_nothing_of_the_question(self):
        self.service.beacon([{"id": "HP:0001250"}, {"id": "XYZ:secret"}], token="secret-token")
        self.service.ask("GET", "/beacon/v2/individuals?filters=XYZ:secret")
        self.assertTrue(self.service.wait_for(lambda: self.service.read_log().count("/beacon/v2/individuals") >= 2))
        log = self.service.read_log()
        for hidden in ("secret", "HP:0001250", "filters"):
            self.assertNotIn(hidden, log)


class DocumentTest(unittest.TestCase):
    """The configurations in the manual are right."""

    def test_configurations(self):
        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        with open(os.path.join(root, "docs", "service.md"), encoding="utf-8") as f:
            blocks = re.findall(r"```toml\n(.*?)```", f.read(), re.S)
        self.assertGreaterEqual(len(blocks), 3)
        for block in blocks:
            with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
                file.write(block)
                file.flush()
                catalogue = [] if "[[node]]" in block else ["catalogue"]
                self.assertIn("nothing is wrong", run(PROGRAM, "serve", *catalogue, "--config", file.name, "--check"))


if __name__ == "__main__":
    unittest.main()
