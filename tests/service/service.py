"""Starts `muster serve` on a catalogue of invented people, and asks it. Standard library only."""
import http.client
import json
import os
import re
import subprocess
import tempfile
import time

POLICY = {"tiers": {name: {"preset": name, "per_minute": 1000000, "units": 1000000, "units_year": 1000000000,
                           "units_tier": 1000000000, "near": 1000000, "digits": None}
                    for name in ("public", "registered", "controlled")}}
POLICY["tiers"]["public"]["units_name"] = 1000000
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


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 4):
        raise RuntimeError(f"{arguments}: {done.stdout}{done.stderr}")
    return done.stdout


def make_catalogue(program, folder, people=1500, seed=42, dataset=None, policy=True):
    """A catalogue of synthetic people; returns its path."""
    data, catalogue = os.path.join(folder, "data"), os.path.join(folder, "catalogue")
    run(program, "synth", data, "--people", str(people), "--seed", str(seed))
    files = [os.path.join(data, f) for f in ("ontology.obo", "diseases.obo", "phenopackets.jsonl")]
    extra = ["--dataset", dataset] if dataset else []
    run(program, "import", catalogue, *files, "--mapping", os.path.join(data, "mapping.json"), *extra)
    if policy:
        name = os.path.join(folder, "policy.json")
        with open(name, "w", encoding="utf-8") as f:
            json.dump(POLICY, f)
        run(program, "policy", catalogue, name)
    return catalogue


def exact(program, catalogue, text):
    """The number of a statement with one, as the host gets it."""
    return json.loads(run(program, "query", catalogue, text, "--format", "json"))["rows"][0][0]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        try:
            self.json = json.loads(body)
        except ValueError:
            self.json = None

    def get(self, *path):
        node = self.json
        for p in path:
            node = node.get(p) if isinstance(node, dict) else None
        return node


class Service:
    """A running service; `configuration` is TOML. Ends with the block."""

    def __init__(self, program, catalogue=None, configuration="", network=None, arguments=()):
        self.folder = tempfile.TemporaryDirectory()
        self.file = os.path.join(self.folder.name, "musterd.toml")
        with open(self.file, "w", encoding="utf-8") as f:
            f.write(configuration)
        command = [program, "serve"] + ([catalogue] if catalogue else []) + ["--config", self.file, "--port", "0", *arguments]
        if network:
            command += ["--network", network]
        self.log = open(os.path.join(self.folder.name, "log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)/$", line.strip())
        if not found:
            self.process.wait(10)
            raise RuntimeError("not started: " + line + self.read_log())
        self.port = int(found.group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        self.process.stdout.close()
        self.log.close()
        self.folder.cleanup()

    def read_log(self):
        with open(self.log.name, encoding="utf-8") as f:
            return f.read()

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        head = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            head.setdefault("Content-Type", "application/json")
        connection.request(method, path, body, head)
        answer = connection.getresponse()
        out = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        connection.close()
        return out

    def beacon(self, filters=None, granularity="count", path="individuals", token=None, **more):
        body = {"meta": {"apiVersion": "v2.0"},
                "query": {"filters": filters or [], "requestedGranularity": granularity, **more}}
        return self.ask("POST", "/beacon/v2/" + path, body, {"Authorization": "Bearer " + token} if token else {})

    def wait_for(self, condition, seconds=10):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if condition():
                return True
            time.sleep(0.05)
        return False
