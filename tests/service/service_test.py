#!/usr/bin/env python3
"""The service from outside: what clients of a node are answered. Usage: service_test.py PROGRAM [unittest's arguments]"""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from issuer import Issuer, Key  # noqa: E402
from service import POLICY, Service, exact, make_catalogue, run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"
EXACT = """
[tiers]
public = { policy = "exact", granularity = "count" }
registered = { policy = "exact", granularity = "count" }
controlled = { policy = "exact", granularity = "count" }
[limits]
per_minute = 0
"""
RELEASED = "[limits]\nper_minute = 0\n"
SEIZURE, FEMALE = {"id": "HP:0001250"}, {"id": "NCIT:C16576"}


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

    def test_what_is_not_understood_is_an_error_that_names_it(self):
        for bad in ({"id": "XYZ:0000001"}, {"id": "HP:9999999"}, {"id": "noSuchField", "operator": "=", "value": "x"},
                    {"id": "HP:0001250 or sex is female"}, {"id": "depth", "operator": ">", "value": "deep"}):
            for filters in ([bad], [SEIZURE, bad], [bad, SEIZURE]):
                answer = self.service.beacon(filters)
                self.assertEqual(answer.status, 400, filters)
                self.assertEqual(answer.get("error", "errorCode"), 400)
                self.assertIn(bad["id"], answer.get("error", "errorMessage"))

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
        self.assertEqual(self.service.ask("GET", "/v1/me").get("numbers"), "exact")

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
        self.assertEqual(self.service.ask("GET", "/beacon/v2/" + "x" * 9000).status, 414)
        self.assertEqual(self.service.ask("GET", "/x", headers={"X": "x" * 20000}).status, 431)
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
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost: localhost\r\nAuthorization:\r\n", b"401"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: br\r\n", b"415"),
                             (b"GET /beacon/v2/info HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n", b"400")):
            answer = self.raw(head + b"Connection: close\r\n\r\n" + (b"{}" if b"Length" in head else b""))
            self.assertEqual(answer[9:12], status, head)

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

    def test_codes_of_other_fields_are_never_none(self):
        for code, field in (("NCIT:C38288", "treatments.routeOfAdministration.id"),
                            ("HP:0012828", "phenotypicFeatures.severity.id")):
            refused = self.service.beacon([{"id": code}])
            self.assertEqual(refused.status, 400, refused.body)
            self.assertIn(field, refused.get("error", "errorMessage"))
        terms = self.service.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response", "filteringTerms")
        for code in [t["id"] for t in terms if t["type"] == "ontologyTerm"][:40]:
            self.assertEqual(self.service.beacon([{"id": code}]).status, 200, code)

    def test_ids_are_not_told_by_texts(self):
        for text, status in (("list individuals", 403), ("count individuals;\n List individuals", 403),
                             ("count individuals by id", 422)):
            self.assertEqual(self.service.ask("POST", "/v1/query", {"text": text}).status, status, text)


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


class TransportTest(unittest.TestCase):
    """HTTPS, and nginx in front."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.catalogue = make_catalogue(PROGRAM, self.folder.name, people=300, policy=False)

    @unittest.skipUnless(shutil.which("openssl"), "openssl is not installed")
    def test_https_from_node_to_aggregator(self):
        key, certificate = (os.path.join(self.folder.name, n) for n in ("key.pem", "certificate.pem"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
                        "-subj", "/CN=localhost", "-days", "2", "-addext", "subjectAltName=DNS:localhost"],
                       check=True, capture_output=True)
        secure = f'[listen]\ntls_certificate = "{certificate}"\ntls_key = "{key}"\n'
        with Service(PROGRAM, self.catalogue, EXACT + secure) as node:
            table = f'[[node]]\nid = "org.example.muster"\nurl = "https://localhost:{node.port}/beacon/v2"\n'
            for trust, status in ((f'ca_file = "{certificate}"\n', 200), ("", 503)):
                with Service(PROGRAM, None, trust + "[limits]\nper_minute = 0\n" + table) as network:
                    network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
                    self.assertEqual(network.beacon().status, status)

    @unittest.skipUnless(shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin"), "nginx is not installed")
    def test_nginx_in_front(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        with Service(PROGRAM, self.catalogue, EXACT + f'[beacon]\npublic_url = "http://127.0.0.1:{port}"\n') as node:
            name = os.path.join(self.folder.name, "nginx.conf")
            here = self.folder.name
            with open(name, "w", encoding="utf-8") as f:
                f.write(f"""daemon off; pid {here}/pid; error_log {here}/error; events {{}}
http {{ access_log off; client_body_temp_path {here}/b; proxy_temp_path {here}/p; fastcgi_temp_path {here}/f;
uwsgi_temp_path {here}/u; scgi_temp_path {here}/s; client_max_body_size 2m;
server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://127.0.0.1:{node.port}; proxy_http_version 1.1;
proxy_request_buffering off; proxy_set_header Host $host; proxy_set_header Connection ""; }} }} }}""")
            program = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
            proxy = subprocess.Popen([program, "-c", name], stderr=subprocess.DEVNULL)
            try:
                straight, node.port = node.beacon([SEIZURE]).get("responseSummary"), port

                def reached():
                    try:
                        return node.ask("GET", "/health/live").status == 200
                    except OSError:
                        return False
                self.assertTrue(node.wait_for(reached))
                self.assertEqual(node.beacon([SEIZURE]).get("responseSummary"), straight)
                sets = node.ask("GET", "/beacon/v2/map").get("response", "endpointSets")
                self.assertEqual(sets["individual"]["rootUrl"], f"http://127.0.0.1:{port}/beacon/v2/individuals")
                self.assertEqual(node.ask("POST", "/beacon/v2/individuals", b'{"x":"' + b"a" * 300000 + b'"}',
                                          {"Content-Type": "application/json"}).status, 413)
            finally:
                proxy.terminate()
                proxy.wait(10)


class LifeTest(unittest.TestCase):
    """Start, signals, limits."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_starts_without_a_configuration_and_gives_a_policy(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300, policy=False)
        with Service(PROGRAM, catalogue) as service:
            self.assertEqual(service.beacon([SEIZURE]).get("meta", "returnedGranularity"), "boolean")
            self.assertIn("was given the presets", service.read_log())

    def test_invented_people_may_be_counted_exactly(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300, policy=False)
        with Service(PROGRAM, catalogue, arguments=["--exact"]) as service:
            self.assertEqual(service.beacon().get("responseSummary", "numTotalResults"), 300)
            self.assertEqual(service.ask("GET", "/v1/me").get("numbers"), "exact")

    def test_a_wrong_configuration_is_told(self):
        name = os.path.join(self.folder.name, "wrong.toml")
        with open(name, "w", encoding="utf-8") as f:
            f.write("[listen]\nprot = 1\n")
        with self.assertRaisesRegex(RuntimeError, "line 2: listen.prot is not known"):
            run(PROGRAM, "serve", "x", "--config", name, "--check")
        with open(name, "w", encoding="utf-8") as f:
            f.write('[tiers]\npublic = { policy = "pubic" }\n')
        with self.assertRaisesRegex(RuntimeError, "tiers.public.policy: .* has no tier \"pubic\""):
            run(PROGRAM, "serve", "x", "--config", name, "--check")
        with open(name, "w", encoding="utf-8") as f:
            f.write(run(PROGRAM, "serve", "--print-defaults"))
        self.assertIn("nothing is wrong", run(PROGRAM, "serve", "x", "--config", name, "--check"))

    def test_ends_when_asked_and_answers_what_runs(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300)
        with Service(PROGRAM, catalogue, EXACT) as service:
            wrong, go = [], threading.Event()

            def ask():
                while not go.is_set():
                    try:
                        answer = service.beacon([SEIZURE])
                        late = answer.status == 503 and "retry-after" in answer.headers
                        if answer.status != 200 and not (late and answer.headers.get("connection") == "close"):
                            wrong.append(f"status {answer.status} {dict(answer.headers)}")
                    except ConnectionRefusedError:
                        return
                    except OSError as e:  # a connection that was accepted has to be answered
                        wrong.append(repr(e))

            threads = [threading.Thread(target=ask) for _ in range(4)]
            for thread in threads:
                thread.start()
            service.wait_for(lambda: service.read_log().count("individuals") > 50)
            service.process.terminate()
            self.assertEqual(service.process.wait(15), 0)
            go.set()
            for thread in threads:
                thread.join()
            self.assertIn("every request was answered", service.read_log())
            # One that was still in the queue of the listener may be reset; nothing that was taken is.
            self.assertLessEqual(len(wrong), 4, wrong)
            self.assertEqual([one for one in wrong if one.startswith("status")], [])

    def test_the_budget_of_one_address_is_not_that_of_all(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300, policy=False)
        texts = [f"count individuals where age at last contact >= {years} years{more}"
                 for years in range(0, 100, 5) for more in ("", " and sex is female", " and sex is male")]

        def ask(port, text, address, forwarded=None):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(address, 0))
            headers = {"Content-Type": "application/json"}
            if forwarded:
                headers["X-Forwarded-For"] = forwarded
            connection.request("POST", "/v1/query", json.dumps({"text": text}), headers)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer.status

        with Service(PROGRAM, catalogue, RELEASED + '[listen]\nproxies = ["127.0.0.9"]\n') as service:
            statuses = [ask(service.port, text, "127.0.0.1") for text in texts[:51]]
            self.assertEqual(statuses, [200] * 50 + [429])
            self.assertEqual(ask(service.port, texts[51], "127.0.0.2"), 200)
            # What was asked before is free, whoever asks; a header is not believed, but of a proxy.
            self.assertEqual(ask(service.port, texts[0], "127.0.0.1"), 200)
            self.assertEqual(ask(service.port, texts[52], "127.0.0.1", "192.0.2.1"), 429)
            self.assertEqual(ask(service.port, texts[52], "127.0.0.9", "127.0.0.1"), 429)
            self.assertEqual(ask(service.port, texts[52], "127.0.0.9", "127.0.0.1, 192.0.2.1"), 200)

    def test_slow_clients_keep_nobody_out(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300)
        with Service(PROGRAM, catalogue, EXACT + "connections = 5\n") as service:
            slow = []
            for _ in range(12):
                slow.append(socket.create_connection(("127.0.0.1", service.port), 10))
                slow[-1].sendall(b"POST /beacon")
                self.assertEqual(service.beacon([SEIZURE]).status, 200)
            for client in slow[:6]:
                client.settimeout(10)
                try:
                    self.assertEqual(client.recv(1), b"")
                except ConnectionResetError:  # closed as well
                    pass
            for client in slow:
                client.close()

    def test_takes_a_new_configuration_and_keeps_the_old_one_when_it_is_wrong(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300)
        with Service(PROGRAM, catalogue, EXACT) as service:
            with open(service.file, "a", encoding="utf-8") as f:
                f.write('[beacon]\nid = "org.example.other"\n')
            service.process.send_signal(signal.SIGHUP)
            changed = lambda: service.ask("GET", "/beacon/v2/info").get("response", "id") == "org.example.other"
            self.assertTrue(service.wait_for(changed))
            with open(service.file, "a", encoding="utf-8") as f:
                f.write("[oops]\n")
            service.process.send_signal(signal.SIGHUP)
            self.assertTrue(service.wait_for(lambda: "not reloaded" in service.read_log()))
            self.assertTrue(changed())

    def test_sees_new_people(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300)
        with Service(PROGRAM, catalogue, EXACT + "[catalogue]\nrefresh_seconds = 1\n") as service:
            before = service.beacon().get("responseSummary", "numTotalResults")
            data = os.path.join(self.folder.name, "more.jsonl")
            with open(data, "w", encoding="utf-8") as f:
                f.write('{"id":"more","subject":{"id":"more-1","sex":"FEMALE"},"metaData":{"resources":[]}}\n')
            run(PROGRAM, "import", catalogue, data, "--dataset", "more")
            seen = lambda: service.beacon().get("responseSummary", "numTotalResults") == before + 1
            self.assertTrue(service.wait_for(seen), service.read_log()[-500:])

    def test_too_many_questions_in_a_minute(self):
        catalogue = make_catalogue(PROGRAM, self.folder.name, people=300)
        with Service(PROGRAM, catalogue, EXACT.replace("per_minute = 0", "per_minute = 3")) as service:
            statuses = [service.beacon().status for _ in range(5)]
            self.assertEqual(statuses[:3] + statuses[-1:], [200, 200, 200, 429])


if __name__ == "__main__":
    unittest.main()
