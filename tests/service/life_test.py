#!/usr/bin/env python3
"""How a service starts, runs and ends, and what is in front of it. Usage: life_test.py PROGRAM [unittest's arguments]"""
import calendar
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
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from service import EXACT, FEMALE, RELEASED, SEIZURE, Service, exact, make_catalogue, run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"
# scripts/setup unpacks nginx into the build folder.
BUILD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../build")
NGINX = shutil.which("nginx", path=os.pathsep.join([os.environ["PATH"], "/usr/sbin", BUILD + "/nginx/usr/sbin"]))


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

    @unittest.skipUnless(NGINX, "nginx is not installed")
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
            proxy = subprocess.Popen([NGINX, "-c", name], stderr=subprocess.DEVNULL)
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

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
    def test_the_unit_leaves_the_service_little(self):
        unit = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../serve/systemd/musterd.service")
        # Of 100, where 0 is a service that nothing is left to; 20 is what systemd calls OK at most.
        told = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=20", unit],
                              capture_output=True, text=True)
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)

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
            f.write(f'ca_file = "{name}"\n')
        with self.assertRaisesRegex(RuntimeError, "ca_file: no certificates can be read"):
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
            body = json.dumps({"text": text}).encode()
            connection.putrequest("POST", "/v1/query")
            for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(body)))):
                connection.putheader(name, value)
            for line in [forwarded] if isinstance(forwarded, str) else forwarded or []:
                connection.putheader("X-Forwarded-For", line)
            connection.endheaders(body)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer.status

        with Service(PROGRAM, catalogue, RELEASED + '[listen]\nproxies = ["127.0.0.9"]\n') as service:
            statuses = [ask(service.port, text, "127.0.0.1") for text in texts[:51]]
            self.assertEqual(statuses, [200] * 50 + [429])
            for refused, told in ((service.ask("POST", "/v1/query", {"text": texts[51]}), ("detail",)),
                                  (service.beacon([{"id": "timeAtLastEncounter", "operator": ">", "value": "P35Y"}]),
                                   ("error", "errorMessage"))):
                self.assertEqual(refused.status, 429)
                again = re.search(r"ask again from (.*) UTC$", refused.get(*told))
                wait = calendar.timegm(time.strptime(again[1], "%Y-%m-%d %H:%M:%S")) - time.time()
                self.assertAlmostEqual(int(refused.headers["retry-after"]), wait, delta=5)
            self.assertEqual(ask(service.port, texts[51], "127.0.0.2"), 200)
            # What was asked before is free, whoever asks; a header is not believed, but of a proxy.
            self.assertEqual(ask(service.port, texts[0], "127.0.0.1"), 200)
            self.assertEqual(ask(service.port, texts[52], "127.0.0.1", "192.0.2.1"), 429)
            self.assertEqual(ask(service.port, texts[52], "127.0.0.9", "127.0.0.1"), 429)
            self.assertEqual(ask(service.port, texts[52], "127.0.0.9", "127.0.0.1, 192.0.2.1"), 200)
            # A proxy that adds a line of its own, below what the caller wrote.
            self.assertEqual(ask(service.port, texts[53], "127.0.0.9", ["192.0.2.7", "127.0.0.1"]), 429)
            self.assertEqual(ask(service.port, texts[53], "127.0.0.9", ["127.0.0.1", "192.0.2.7"]), 200)

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
            self.assertIn(int(service.beacon().headers["retry-after"]), range(1, 21))
            # Documents about the service are counted apart.
            for path in ("info", "map", "configuration", "entry_types", "filtering_terms", "datasets"):
                self.assertEqual(service.ask("GET", "/beacon/v2/" + path).status, 200, path)
            self.assertEqual(service.ask("GET", "/v1/me").status, 200)
            documents = [service.ask("GET", "/beacon/v2/info").status for _ in range(40)]
            self.assertEqual((documents[0], documents[-1]), (200, 429))


if __name__ == "__main__":
    unittest.main()
