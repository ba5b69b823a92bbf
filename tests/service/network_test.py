#!/usr/bin/env python3
"""A network of nodes that split one set of people, and nodes that fail. Usage: network_test.py PROGRAM"""
import json
import os
import re
import runpy
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from issuer import Issuer  # noqa: E402
from service import EXACT, FEMALE, SEIZURE, Service, exact, make_catalogue, run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"


def split(folder, parts):
    """One catalogue with everybody, and `parts` that each have some of them, in the dataset node-N."""
    whole = make_catalogue(PROGRAM, folder, people=900, policy=False)
    data = os.path.join(folder, "data")
    with open(os.path.join(data, "phenopackets.jsonl"), encoding="utf-8") as f:
        lines = f.readlines()
    catalogues = []
    for part in range(parts):
        name = os.path.join(folder, f"part-{part}.jsonl")
        with open(name, "w", encoding="utf-8") as f:
            f.writelines(lines[part::parts])
        catalogue = os.path.join(folder, f"part-{part}")
        run(PROGRAM, "import", catalogue, os.path.join(data, "ontology.obo"), os.path.join(data, "diseases.obo"), name,
            "--mapping", os.path.join(data, "mapping.json"))
        catalogues.append(catalogue)
    return whole, catalogues


class BadNode:
    """A node that fails in the way that is asked for."""

    def __init__(self, keeps_connections=False):
        self.fault, self.asked, self.left = "", 0, 0
        self.documents, self.busy = {}, []  # more of the response; ends of paths that are 503
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1" if keeps_connections else "HTTP/1.0"

            def log_message(self, *_):
                pass

            def do_GET(self):
                self.answer()

            def do_POST(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.asked += 1
                self.answer()

            def answer(self):
                if outer.fault == "stall":
                    time.sleep(6)
                    return
                if outer.fault == "reset":
                    self.connection.close()
                    return
                if outer.fault == "break":
                    self.close_connection = True
                    return
                body = {"meta": {"beaconId": "org.example.bad"}, "response": {"id": "org.example.bad"},
                        "responseSummary": {"exists": True, "numTotalResults": 1000}}
                body["response"].update(outer.documents)
                if outer.fault == "another":
                    body["meta"]["beaconId"] = "org.example.other"
                if outer.fault == "schema":
                    body["responseSummary"] = {"exists": "yes", "numTotalResults": "many"}
                data = b"garbage" if outer.fault == "garbage" else json.dumps(body).encode()
                if outer.fault == "huge":
                    data += b" " * (2 << 20)
                status = {"503": 503, "400": 400}.get(outer.fault, 200)
                if self.path.partition("?")[0].endswith(tuple(outer.busy)):
                    status = 503
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                if outer.fault == "drip":
                    self.drip(data)
                else:
                    self.wfile.write(data)

            def drip(self, data):
                """A byte now and then, for as long as somebody reads: no pause is long, and the end never comes."""
                try:
                    for byte in data:
                        self.wfile.write(bytes([byte]))
                        time.sleep(0.2)
                except OSError:
                    outer.left += 1

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/beacon/v2"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def node_table(node, url):
    urls = ", ".join(f'"{u}"' for u in ([url] if isinstance(url, str) else url))
    return f'[[node]]\nid = "{node}"\nurl = [{urls}]\n'


class NetworkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.whole, parts = split(cls.folder.name, 3)
        cls.nodes, tables = [], ""
        for number, part in enumerate(parts):
            node = Service(PROGRAM, part, EXACT + f'[beacon]\nid = "org.example.n{number}"\n')
            cls.nodes.append(node)
            tables += node_table(f"org.example.n{number}", f"http://127.0.0.1:{node.port}/beacon/v2")
        cls.tables = tables
        cls.network = Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + tables)
        cls.network.wait_for(lambda: cls.network.ask("GET", "/health/ready").status == 200)

    @classmethod
    def tearDownClass(cls):
        for service in [cls.network, *cls.nodes]:
            service.__exit__()
        cls.folder.cleanup()

    def test_sums_are_those_of_everybody(self):
        for filters, where in (([], ""), ([FEMALE], " where sex is female"), ([SEIZURE], " where has phenotype HP:0001250"),
                               ([[SEIZURE, FEMALE]], " where (has phenotype HP:0001250 or sex is female)")):
            answer = self.network.beacon(filters)
            self.assertEqual(answer.get("responseSummary", "numTotalResults"),
                             exact(PROGRAM, self.whole, "count individuals" + where), filters)
            self.assertNotIn("countPrecision", answer.get("responseSummary"))
            self.assertEqual(answer.get("info", "network")["answered"], 3)

    def test_sets_say_whose_they_are(self):
        sets = self.network.beacon([SEIZURE], "record", includeResultsetResponses="ALL").get("response", "resultSets")
        self.assertEqual(sorted(s["beaconId"] for s in sets), ["org.example.n0", "org.example.n1", "org.example.n2"])
        self.assertEqual(len({s["id"] for s in sets}), 3)
        for one in sets:
            inside = self.network.beacon([SEIZURE], path=f"datasets/{one['id']}/individuals")
            self.assertEqual(inside.get("responseSummary", "numTotalResults"), one["resultsCount"], one["id"])

    def test_what_no_node_understands_is_an_error(self):
        answer = self.network.beacon([SEIZURE, {"id": "XYZ:0000001"}])
        self.assertEqual(answer.status, 400)
        self.assertIn("XYZ:0000001", answer.get("error", "errorMessage"))

    def test_terms_are_those_of_the_nodes(self):
        terms = self.network.ask("GET", "/beacon/v2/filtering_terms?limit=0").get("response", "filteringTerms")
        self.assertIn("HP:0001250", [t["id"] for t in terms])
        self.assertEqual(len({(t["id"], t["type"]) for t in terms}), len(terms))

    def test_terms_have_the_paths_of_a_node(self):
        ask = lambda path: self.network.ask("GET", "/beacon/v2/" + path)
        everything = ask("filtering_terms").get("response")
        self.assertIn({"id": "hp", "nameSpacePrefix": "HP"}, everything["resources"])
        first = ask("datasets").get("response", "collections")[0]["id"]
        self.assertEqual(ask(f"datasets/{first}/filtering_terms").get("response"), everything)
        for path in ("datasets/filtering_terms", "datasets/nosuch/filtering_terms", "individuals/x/filtering_terms"):
            self.assertEqual(ask(path).status, 404, path)
        self.assertEqual(len(ask("filtering_terms?testMode=true").get("response", "filteringTerms")), 2)

    def test_faults_are_said_and_never_counted(self):
        everybody = exact(PROGRAM, self.whole, "count individuals")
        for fault, code in (("garbage", 502), ("schema", 502), ("another", 502), ("503", 503), ("reset", 502),
                            ("huge", 502), ("stall", 504), ("drip", 504)):
            bad = BadNode()
            with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + self.tables +
                         node_table("org.example.bad", bad.url)) as network:
                network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
                bad.fault = fault
                begun = time.monotonic()
                answer = network.beacon([])
                self.assertLess(time.monotonic() - begun, 5, fault)
                self.assertEqual(answer.get("responseSummary", "numTotalResults"), everybody, fault)
                self.assertEqual(answer.get("responseSummary", "countPrecision"), "imprecise", fault)
                told = answer.get("info", "network")
                self.assertEqual([f["errorCode"] for f in told["failed"]], [code], fault)
                self.assertIsNone(told["upper"], fault)
                failed = [s for s in answer.get("response", "resultSets") if s["setType"] == "beacon"]
                self.assertEqual(failed[0]["info"]["error"]["errorCode"], code, fault)
                if fault == "drip":
                    self.assertTrue(network.wait_for(lambda: bad.left >= 1), "a node that is late is still read")
            bad.server.shutdown()

    def test_a_node_that_does_not_understand_is_not_nobody(self):
        bad = BadNode()
        bad.fault = "400"
        with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + self.tables +
                     node_table("org.example.bad", bad.url)) as network:
            network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
            told = network.beacon([SEIZURE]).get("info", "network")
            self.assertEqual([n["beaconId"] for n in told["notUnderstood"]], ["org.example.bad"])
            self.assertIsNone(told["upper"])

    def test_a_document_that_a_busy_node_did_not_give_is_asked_for_again(self):
        bad = BadNode()
        bad.documents = {"filteringTerms": [{"id": "BAD:1", "type": "ontologyTerm"}], "collections": [{"id": "bads"}]}
        bad.busy = ["/filtering_terms", "/datasets"]
        with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + self.tables +
                     node_table("org.example.bad", bad.url)) as network:
            network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
            listed = lambda path, name: [one["id"] for one in network.ask(
                "GET", "/beacon/v2/" + path).get("response", name)]
            self.assertIn("bads", listed("cohorts", "collections"))
            self.assertNotIn("bads", listed("datasets", "collections"))
            bad.busy = []
            self.assertTrue(network.wait_for(lambda: "bads" in listed("datasets", "collections")))
            self.assertIn("BAD:1", listed("filtering_terms?limit=0", "filteringTerms"))
        bad.server.shutdown()

    def test_a_question_goes_to_a_node_once(self):
        bad = BadNode(keeps_connections=True)
        with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + self.tables +
                     node_table("org.example.bad", bad.url)) as network:
            network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
            network.beacon([])  # over a connection that is kept for the next
            bad.fault, asked = "break", bad.asked
            told = network.beacon([SEIZURE]).get("info", "network")
            self.assertEqual([f["errorCode"] for f in told["failed"]], [502])
            self.assertEqual(bad.asked, asked + 1, "it may have been answered, and charged")
        bad.server.shutdown()

    def test_a_node_that_fails_is_left_alone_for_a_while(self):
        bad = BadNode()
        bad.fault = "503"
        with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + node_table("org.example.bad", bad.url) +
                     self.tables) as network:
            network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
            for _ in range(12):
                network.beacon([])
            self.assertEqual(bad.asked, 5)

    def test_texts_are_added_up_as_well(self):
        for text in ("count individuals where sex is female", "count individuals by sex",
                     "funnel individuals where sex is female and has phenotype HP:0001250",
                     "impact individuals where sex is female and has phenotype HP:0001250",
                     "count individuals, samples where has phenotype HP:0001250 by sex"):
            whole = json.loads(run(PROGRAM, "query", self.whole, text, "--format", "json"))
            answer = self.network.ask("POST", "/v1/query", {"text": text})
            self.assertEqual(answer.status, 200, answer.body)
            sums = answer.json["answers"][0]
            self.assertEqual(sorted(map(str, sums["rows"])), sorted(map(str, whole["rows"])), text)
            self.assertEqual(sums["provenance"]["release"], "exact")
            self.assertEqual((answer.json["network"]["asked"], answer.json["network"]["answered"]), (3, 3))
        by_parameter = {"text": "count individuals where has phenotype $1", "parameters": {"1": "HP:0001250"}}
        number = self.network.ask("POST", "/v1/query", by_parameter).json["answers"][0]["rows"][0][0]
        self.assertEqual(number, exact(PROGRAM, self.whole, "count individuals where has phenotype HP:0001250"))
        for text, status in (("count individuals by country top 2", 422), ("list individuals", 403),
                             ("count individuals whre sex is female", 422), (" ", 400)):
            self.assertEqual(self.network.ask("POST", "/v1/query", {"text": text}).status, status, text)
        versioned = {"text": "count individuals", "catalogue_version": 1}
        self.assertEqual(self.network.ask("POST", "/v1/query", versioned).status, 400)
        self.assertEqual(self.network.ask("GET", "/v1/query").status, 405)
        me = self.network.ask("GET", "/v1/me").json
        self.assertEqual((me["network"], me["texts"], me["numbers"]), (True, True, "exact"))

    def network_with_metrics(self, more=""):
        for attempt in range(5):
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            listen = f'[listen]\nmetrics = "127.0.0.1:{port}"\n[limits]\nper_minute = 0\n'
            try:
                return port, Service(PROGRAM, None, listen + more + self.tables)
            except RuntimeError:  # somebody else has the port by now
                if attempt == 4:
                    raise

    def test_the_dashboard_shows_metrics_that_there_are(self):
        issuer = Issuer()
        port, network = self.network_with_metrics(issuer.tokens())
        with network:
            network.wait_for(lambda: network.beacon([SEIZURE]).status == 200)
            self.assertEqual(network.ask("GET", "/beacon/v2/info", headers={"Host": "elsewhere"}).status, 421)
            self.assertEqual(network.beacon([SEIZURE], token=issuer.passport([])).status, 200)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                metrics = answer.read().decode()
        have = {}
        for name, labels in re.findall(r"^(\w+)(?:\{(.*)\})? ", metrics, re.MULTILINE):
            have.setdefault(name, set()).update(re.findall(r'(\w+="[^"]*")', labels))
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../serve/grafana/dashboard.json"),
                  encoding="utf-8") as f:
            dashboard = json.load(f)
        shown = set()
        for panel in dashboard["panels"]:
            for target in panel["targets"]:
                (name, selectors), = re.findall(r"(muster_\w+)\{([^}]*)\}", target["expr"])
                shown.add(re.sub("_bucket$", "", name))
                self.assertIn(name, have, target["expr"])
                labels = {label.partition("=")[0] for label in have[name]}
                for by in re.findall(r"by \(([^)]*)\)", target["expr"]):
                    self.assertLessEqual(set(by.split(", ")), labels, target["expr"])
                for what in re.findall(r'what=~?"([^"]*)"', selectors):
                    for one in what.split("|"):
                        self.assertIn(f'what="{one}"', have[name], target["expr"])
        self.assertEqual(shown, {re.sub("_(bucket|sum|count)$", "", name) for name in have})

    def test_metrics_say_which_node_is_switched_off_and_how_old_keys_are(self):
        bad, issuer = BadNode(), Issuer()
        bad.fault = "503"
        port, network = self.network_with_metrics(issuer.tokens() + node_table("org.example.bad", bad.url))

        def metric(name):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                found = re.search(rf"^{re.escape(name)} (\S+)$", answer.read().decode(), re.MULTILINE)
            return float(found.group(1)) if found else None

        keys = f'muster_keys_fetched_timestamp_seconds{{keys="{issuer.url}jwks"}}'
        with network:
            network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
            self.assertIsNone(metric(keys))
            for _ in range(5):
                self.assertEqual(metric('muster_node_switched_off{node="org.example.bad"}'), 0)
                network.beacon([SEIZURE], token=issuer.passport([]))
            self.assertEqual(metric('muster_node_switched_off{node="org.example.bad"}'), 1)
            self.assertEqual(metric('muster_node_switched_off{node="org.example.n0"}'), 0)
            self.assertLess(abs(metric(keys) - time.time()), 60)
        bad.server.shutdown()

    def test_a_mirror_answers_for_a_slow_node(self):
        slow = BadNode()
        slow.fault = "stall"
        good = f"http://127.0.0.1:{self.nodes[0].port}/beacon/v2"
        with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + node_table("org.example.n0", [slow.url, good])) as network:
            answer = network.beacon([])
            self.assertEqual(answer.status, 200, answer.body)
            self.assertEqual(answer.get("info", "network")["answered"], 1)


class ScriptTest(unittest.TestCase):
    """scripts/network."""

    SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/network")

    def test_the_nodes_share_one_set_of_people(self):
        with tempfile.TemporaryDirectory() as folder, subprocess.Popen(
                [sys.executable, self.SCRIPT, "3", "--people", "100", "--program", PROGRAM, "--port", "0", "--folder",
                 folder], stdout=subprocess.PIPE, text=True) as network:
            try:
                lines = [network.stdout.readline().strip() for _ in range(4)]
                port = re.fullmatch(r"serving 3 nodes at .*:(\d+)/", lines[-1]).group(1)
                base = f"http://127.0.0.1:{port}/beacon/v2/individuals?requestedGranularity=count"
                for filters, where in (("", ""), ("&filters=NCIT:C16576", " where sex is female"),
                                       ("&filters=HP:0001250", " where has phenotype HP:0001250")):
                    with urllib.request.urlopen(base + filters, timeout=20) as answer:
                        told = json.load(answer)
                    self.assertEqual(told["info"]["network"]["answered"], 3)
                    self.assertEqual(told["responseSummary"]["numTotalResults"],
                                     exact(PROGRAM, os.path.join(folder, "whole"), "count individuals" + where))
                    self.assertEqual(len(told["response"]["resultSets"]), 3)
            finally:
                network.terminate()

    def test_people_are_split_by_country_while_there_are_enough(self):
        split = runpy.run_path(self.SCRIPT)["split"]
        lines = [f'{{"id":"{n}","country":"{"NL" if n % 3 else "BE"}"}}\n' for n in range(30)]
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, "all")
            with open(name, "w", encoding="utf-8") as f:
                f.writelines(lines)
            for nodes in (1, 2, 3):
                split(name, nodes, lambda node: os.path.join(folder, f"part-{node}"))
                parts = []
                for node in range(1, nodes + 1):
                    with open(os.path.join(folder, f"part-{node}"), encoding="utf-8") as f:
                        parts.append(f.readlines())
                self.assertEqual(sorted(line for part in parts for line in part), sorted(lines))
                self.assertEqual([len(part) for part in parts], {1: [30], 2: [20, 10], 3: [10, 10, 10]}[nodes])


if __name__ == "__main__":
    unittest.main()
