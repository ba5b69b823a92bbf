#!/usr/bin/env python3
"""Issuers that stall, answers that are held back, and a new configuration meanwhile. Usage: stall_test.py PROGRAM [unittest's arguments]"""
import json
import os
import signal
import socket
import sys
import tempfile
import threading
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from issuer import Issuer  # noqa: E402
from service import EXACT, POLICY, RELEASED, SEIZURE, Service, make_catalogue, run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "muster"


class FaultProxy:
    """Passes connections on, or takes them and never answers ("stall"), or answers a byte now and then ("drip")."""

    def __init__(self, port):
        self.fault, self.taken, self.port = "", 0, port
        self.server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.server.getsockname()[1]}/"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            client, _ = self.server.accept()
            self.taken += 1
            threading.Thread(target=self.one, args=(client, self.fault), daemon=True).start()

    def one(self, client, fault):
        with client:
            try:
                client.settimeout(10)
                request = client.recv(65536)
                if fault == "stall":
                    client.recv(65536)  # until the other end has had enough
                    return
                if fault == "drip":
                    for byte in b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b" " * 100:
                        client.sendall(bytes([byte]))
                        time.sleep(0.2)
                    return
                with socket.create_connection(("127.0.0.1", self.port), 10) as server:
                    server.sendall(request.replace(b"Connection: keep-alive", b"Connection: close"))
                    while some := server.recv(1 << 16):
                        client.sendall(some)
            except OSError:
                pass


def together(calls):
    """Runs them at a time. How long each took, and what it returned, as they were given."""
    results = [None] * len(calls)

    def one(number):
        begun = time.monotonic()
        answer = calls[number]()
        results[number] = (time.monotonic() - begun, answer)
    threads = [threading.Thread(target=one, args=(n,)) for n in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


class StallTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.catalogue = make_catalogue(PROGRAM, cls.folder.name, people=400, dataset="east")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def two_issuers(self):
        """One that answers, one behind a proxy, and the settings that trust both."""
        good, slow = Issuer(), Issuer()
        proxy = FaultProxy(slow.server.server_address[1])
        behind = slow.configuration("west").replace(f'jwks = "{slow.url}', f'jwks = "{proxy.url}')
        behind = behind.replace(f'userinfo = "{slow.url}', f'userinfo = "{proxy.url}')
        return good, slow, proxy, RELEASED + "workers = 1\n" + good.configuration("east") + behind

    def test_issuers_that_do_not_answer_hold_nobody_else(self):
        for fault in ("stall", "drip"):
            good, slow, proxy, configuration = self.two_issuers()
            proxy.fault = fault
            ask = lambda token: lambda: self.service.beacon([SEIZURE], token=token)
            with Service(PROGRAM, self.catalogue, configuration) as self.service:
                good_tokens = [good.passport(good.both(), jti=n) for n in range(4)]
                late = [ask(slow.passport(slow.both(), jti=n)) for n in range(12)]
                prompt = [ask(token) for token in good_tokens] + [lambda: self.service.beacon([SEIZURE])]
                results = together(late + [lambda: time.sleep(0.3) or together(prompt)])
                for took, answer in results[-1][1]:
                    self.assertEqual(answer.status, 200, (fault, answer.body))
                    self.assertLess(took, 2, fault)
                for took, answer in results[:-1]:
                    self.assertEqual(answer.status, 503, (fault, answer.body))
                    self.assertLess(took, 6, fault)
                self.assertLessEqual(proxy.taken, 6, fault)
                # When it answers again, its tokens are good again.
                proxy.fault = ""
                token = slow.passport(slow.both())
                tiers = lambda: self.service.beacon([SEIZURE], token=token).get("meta", "returnedGranularity")
                self.assertTrue(self.service.wait_for(lambda: tiers() == "count", 15), fault)

    def test_visas_that_cannot_be_fetched_hold_nobody_else(self):
        good, slow, proxy, configuration = self.two_issuers()
        with Service(PROGRAM, self.catalogue, configuration) as service:
            ask = lambda token: lambda: service.beacon([SEIZURE], token=token)
            # The keys are known; what is behind the access tokens is not.
            self.assertEqual(ask(slow.passport(slow.both()))().get("meta", "returnedGranularity"), "count")
            self.assertEqual(ask(good.passport(good.both()))().status, 200)
            proxy.fault, proxy.taken = "stall", 0
            tokens = [slow.key.token(slow.claims(scope="ga4gh_passport_v1", jti=n)) for n in range(8)]
            prompt = [ask(good.passport(good.both(), jti=n)) for n in range(3)] + [ask(slow.passport(slow.both()))]
            results = together([ask(t) for t in tokens * 2] + [lambda: time.sleep(0.3) or together(prompt)])
            for took, answer in results[-1][1]:
                self.assertEqual(answer.status, 200)
                self.assertLess(took, 2)
            self.assertEqual({answer.status for _, answer in results[:-1]}, {503})
            self.assertEqual(proxy.taken, len(tokens))  # one for each token, whoever comes with it

    def test_a_new_configuration_while_tokens_are_looked_at(self):
        _, slow, proxy, configuration = self.two_issuers()
        proxy.fault = "stall"
        with Service(PROGRAM, self.catalogue, configuration) as service:
            late = [lambda n=n: service.beacon([SEIZURE], token=slow.passport([], jti=n)) for n in range(4)]
            reload = lambda: time.sleep(0.5) or service.process.send_signal(signal.SIGHUP)
            results = together(late + [reload])
            self.assertEqual({answer.status for _, answer in results[:-1]}, {503})
            time.sleep(1.5)  # the old configuration ends
            self.assertIsNone(service.process.poll())
            self.assertEqual(service.beacon([SEIZURE]).status, 200)

    def test_a_new_configuration_while_a_network_is_asked(self):
        stalled = FaultProxy(1)
        with Service(PROGRAM, self.catalogue, EXACT + '[beacon]\nid = "org.example.good"\n') as node:
            table = f'[[node]]\nid = "org.example.good"\nurl = "http://127.0.0.1:{node.port}/beacon/v2"\n'
            table += f'[[node]]\nid = "org.example.slow"\nurl = "{stalled.url}beacon/v2"\ntimeout_ms = 2000\n'
            stalled.fault = "stall"
            with Service(PROGRAM, None, "[limits]\nper_minute = 0\n" + table) as network:
                network.wait_for(lambda: network.ask("GET", "/health/ready").status == 200)
                reload = lambda: time.sleep(0.5) or network.process.send_signal(signal.SIGHUP)
                results = together([lambda: network.beacon([SEIZURE])] * 3 + [reload])
                self.assertEqual({answer.status for _, answer in results[:-1]}, {200})
                time.sleep(1.5)
                self.assertIsNone(network.process.poll())
                self.assertEqual(network.ask("GET", "/health/live").status, 200)

    def test_answers_that_are_held_back_hold_no_worker(self):
        policy = os.path.join(self.folder.name, "timing.json")
        tiers = {name: {**tier, "timing": 700 if name == "public" else 0} for name, tier in POLICY["tiers"].items()}
        with open(policy, "w", encoding="utf-8") as f:
            json.dump({"tiers": tiers}, f)
        catalogue = make_catalogue(PROGRAM, os.path.join(self.folder.name, "timing"), people=300, policy=False)
        run(PROGRAM, "policy", catalogue, policy)
        with Service(PROGRAM, catalogue, RELEASED + "workers = 1\n") as service:
            text = "count individuals where age at last contact >= "
            calls = [lambda n=n: service.ask("POST", "/v1/query", {"text": f"{text}{n} years"}) for n in range(0, 50, 5)]
            calls += [lambda: service.beacon([SEIZURE]), lambda: service.beacon([{"id": "HP:0001250", "scope": "run"}])]
            calls += [lambda: service.ask("POST", "/v1/query", {"text": "count individuals where sexx is male"}),
                      lambda: service.ask("POST", "/v1/check", {"text": "count individuals where sexx is male"})]
            results = together(calls)
            for number, (took, answer) in enumerate(results):
                if answer.status == 400:  # decided before the question is asked
                    continue
                self.assertGreater(took, 0.69, (number, answer.status))
                # One after the other they would take ten times as long.
                self.assertLess(took, 3.5, (number, answer.status))
            self.assertEqual([answer.status for _, answer in results[:11]], [200] * 11)
            self.assertEqual([answer.status for _, answer in results[12:]], [422, 200])
            documents = together([lambda: service.ask("GET", "/beacon/v2/map")])[0]
            self.assertLess(documents[0], 0.6)


if __name__ == "__main__":
    unittest.main()
