#!/usr/bin/env python3
"""Measures the service on this machine: how many questions a second, and what it does with too many, slow and leaving
clients, with new versions under load, at its end, and in a network with faults.

usage: bench/service/measure.py PROGRAM CATALOGUE [--parts throughput,slow,overload,leaving,reload,end,network]
                                [--seconds S] [--nodes N]

CATALOGUE has invented people (muster synth) and is only read; what has to be changed is a copy. Numbers are exact, as
nobody exists. Throughput needs wrk, and nginx for its baseline. Prints one line for each figure.
"""
import argparse
import asyncio
import json
import os
import random
import resource
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tests", "service"))
from service import EXACT, Service, make_catalogue, run  # noqa: E402

HEAVY = {"text": "count individuals where has phenotype HP:0000118 by dataset, sex"}


def tell(what, value):
    print(f"{what:58} {value}", flush=True)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def memory_of(process):
    """Resident memory in MB."""
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as f:
        return int(f.read().split()[1]) * resource.getpagesize() / 1e6


def seconds_of(process):
    """Processor seconds of all its threads."""
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def beacon_body(*ids):
    return json.dumps({"meta": {"apiVersion": "v2.1.1"},
                       "query": {"requestedGranularity": "count", "filters": [{"id": one} for one in ids]}}).encode()


def request_of(path, body, keep=True):
    head = (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"{'' if keep else 'Connection: close' + chr(13) + chr(10)}Content-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


class Cut(Exception):
    """A connection ended within an answer, or before the first byte of one that had to come."""


async def read_answer(reader):
    """(status, headers, body). Raises Cut."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    except asyncio.IncompleteReadError as error:
        raise Cut("within" if error.partial else "before") from None
    except ConnectionError:
        raise Cut("reset") from None
    return int(lines[0].split()[1]), headers, body


async def ask_once(port, request, local=None):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(local, 0) if local else None)
    try:
        writer.write(request)
        begun = time.perf_counter()
        status, headers, body = await read_answer(reader)
        return status, headers, body, time.perf_counter() - begun
    finally:
        writer.close()


class Honest:
    """One client after the other that asks and waits, on a kept connection."""

    def __init__(self, port, request):
        self.port, self.request, self.seconds, self.wrong, self.stop = port, request, [], 0, False

    async def run(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        while not self.stop:
            begun = time.perf_counter()
            writer.write(self.request)
            status, _, _ = await read_answer(reader)
            self.wrong += status != 200
            self.seconds.append(time.perf_counter() - begun)
            await asyncio.sleep(0.005)
        writer.close()


async def honest_for(port, seconds, request):
    client = Honest(port, request)
    task = asyncio.create_task(client.run())
    await asyncio.sleep(seconds)
    client.stop = True
    await task
    return client


def wrk(port, path, seconds, script=None):
    command = ["wrk", "-t1", "-c64", f"-d{seconds}s", "-s", script or os.path.join(HERE, "plain.lua"),
               f"http://127.0.0.1:{port}{path}"]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        if line.startswith("measured "):
            rate, median, late, errors = line.split()[1:]
            return float(rate), float(median), float(late), int(errors)
    raise RuntimeError("wrk said nothing")


def throughput(a):
    def line(what, figures):
        rate, median, late, errors = figures
        tell(what, f"{rate:,.0f}/s, median {median:.2f} ms, 99 % {late:.2f} ms, {errors} errors")
        return rate

    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("nginx"):
            with open(os.path.join(folder, "answer.json"), "w", encoding="utf-8") as f:
                f.write(json.dumps({"responseSummary": {"exists": True, "numTotalResults": 1}, "pad": "x" * 1200}))
            with open(os.path.join(folder, "nginx.conf"), "w", encoding="utf-8") as f:
                f.write(f"user root; daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;\n"
                        "events { worker_connections 4096; }\n"
                        f"http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;\n"
                        f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
                        f"server {{ listen 127.0.0.1:18199; root {folder}; keepalive_requests 100000000; }} }}\n")
            nginx = subprocess.Popen(["nginx", "-c", os.path.join(folder, "nginx.conf")], stderr=subprocess.DEVNULL)
            time.sleep(1)
            line("nginx, a file of that size", wrk(18199, "/answer.json", a.seconds))
            nginx.terminate()
            nginx.wait(10)
    with Service(a.program, a.catalogue, EXACT, arguments=("--quiet",)) as service:
        line("the service, /health/live", wrk(service.port, "/health/live", a.seconds))
        script = os.path.join(HERE, "questions.lua")
        wrk(service.port, "/beacon/v2/individuals", 2, script)
        time.sleep(1)  # until what its clients had still asked is through
        before = seconds_of(service.process)
        figures = wrk(service.port, "/beacon/v2/individuals", a.seconds, script)
        used = seconds_of(service.process) - before
        rate = line("the service, 16 Beacon questions in turn", figures)
        tell("  processor time of the service, of each question", f"{used / (rate * a.seconds) * 1e6:,.0f} us")
        tell("  memory", f"{memory_of(service.process):,.0f} MB")


async def slow_part(a):
    """10,000 connections that send a byte every 5 seconds, from fifty addresses."""
    want = 10_000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    request = request_of("/beacon/v2/individuals", beacon_body("HP:0001250"))
    with Service(a.program, a.catalogue, EXACT, arguments=("--quiet",)) as service:
        await honest_for(service.port, 1, request)
        alone = await honest_for(service.port, a.seconds, request)
        before = memory_of(service.process)
        begun = time.perf_counter()
        clients, ended = {}, 0
        poll = select.epoll()
        for number in range(want):
            client = socket.create_connection(("127.0.0.1", service.port), 5, (f"127.0.1.{number % 60 + 1}", 0))
            client.sendall(b"P")
            client.setblocking(False)
            clients[client.fileno()] = client
            poll.register(client.fileno(), select.EPOLLIN | select.EPOLLHUP)
        opened = time.perf_counter() - begun
        most = memory_of(service.process)
        gone = poll.poll(0, want)
        beside = asyncio.create_task(honest_for(service.port, a.seconds, request))
        at_once = want - len(gone)
        until = time.perf_counter() + 60
        drip = time.perf_counter() + 4
        while clients and time.perf_counter() < until:
            for number, _ in poll.poll(0, 500):
                clients.pop(number).close()
                ended += 1
            if time.perf_counter() > drip:
                drip += 4
                for client in clients.values():
                    try:
                        client.send(b"O")
                    except OSError:
                        continue
            await asyncio.sleep(0.01)
        tell("slow clients connected at once", f"{at_once:,} of {want:,}, after {opened:.1f} s")
        tell("  all closed by the service after", f"{time.perf_counter() - begun:.1f} s ({ended:,})")
        tell("  memory before, with them", f"{before:,.0f}, {most:,.0f} MB")
        beside = await beside
        for what, client in (("alone", alone), ("beside them", beside)):
            tell(f"  another client {what}", f"median {percentile(client.seconds, .5) * 1e3:.2f} ms, 99 % "
                 f"{percentile(client.seconds, .99) * 1e3:.2f} ms, {client.wrong} wrong of {len(client.seconds)}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def flood(port, connections, delay, seconds):
    """By wrk: answered and refused a second, and what was cut."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", os.path.join(HERE, "overload.lua"),
               f"http://127.0.0.1:{port}/v1/query"]
    environment = {**os.environ, "DELAY": str(max(1, round(delay * 1000))), "BODY": json.dumps(HEAVY)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    good, refused, cut = next(line.split()[1:] for line in done.splitlines() if line.startswith("measured "))
    return float(good), float(refused), int(cut)


async def overload_part(a):
    """Four times as many heavy questions as are answered in the same time by as many clients as there are workers."""
    request = request_of("/v1/query", json.dumps(HEAVY).encode(), keep=False)
    with Service(a.program, a.catalogue, EXACT + "per_address = 2000\n", arguments=("--quiet",)) as service:
        await ask_once(service.port, request)
        capacity, _, _ = await asyncio.to_thread(flood, service.port, 4, 0, a.seconds)
        before = memory_of(service.process)
        clients = 250
        load = asyncio.create_task(asyncio.to_thread(flood, service.port, clients, clients / (4 * capacity), a.seconds))
        refused = []
        while not load.done():
            status, headers, _, took = await ask_once(service.port, request)
            if status == 503:
                refused.append((took, "retry-after" in headers))
            await asyncio.sleep(0.02)
        good, turned_away, cut = await load
        tell("a heavy question, four clients", f"{capacity:,.0f}/s")
        tell(f"  {clients} clients that ask four times as often", f"{good:,.0f}/s answered, {turned_away:,.0f}/s refused, {cut} cut")
        tell("  time to a refusal", f"median {percentile([s for s, _ in refused], .5) * 1e3:.1f} ms, 99 % "
             f"{percentile([s for s, _ in refused], .99) * 1e3:.1f} ms; {sum(t for _, t in refused)} of {len(refused)} say Retry-After")
        tell("  memory before, after", f"{before:,.0f}, {memory_of(service.process):,.0f} MB")


async def leaving_part(a):
    """Clients that go in the middle of their question."""
    request = request_of("/v1/query", json.dumps(HEAVY).encode(), keep=False)
    honest = request_of("/beacon/v2/individuals", beacon_body("HP:0001250"))
    with Service(a.program, a.catalogue, EXACT, arguments=("--quiet",)) as service:
        task = asyncio.create_task(honest_for(service.port, 3, honest))
        for number in range(1000):
            _, writer = await asyncio.open_connection(
                "127.0.0.1", service.port, local_addr=(f"127.0.3.{number % 40 + 1}", 0))
            writer.write(request)
            await asyncio.sleep(0.001)
            writer.transport.abort()
        gone = time.perf_counter()
        status, _, _, _ = await ask_once(service.port, honest)
        free = time.perf_counter() - gone
        client = await task
        tell("after 1,000 clients left within their questions", f"the next is answered ({status}) in {free * 1e3:.1f} ms; "
             f"another client meanwhile: {client.wrong} wrong of {len(client.seconds)}")


async def load_of(port, clients, stop, tally):
    """Clients that ask again and again on kept connections; what happened is counted in `tally`."""
    request = request_of("/beacon/v2/individuals", beacon_body("HP:0001250"))

    async def one():
        while not stop.is_set():
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                tally["not accepted"] = tally.get("not accepted", 0) + 1
                return
            try:
                while not stop.is_set():
                    writer.write(request)
                    status, headers, body = await read_answer(reader)
                    tally[status] = tally.get(status, 0) + 1
                    if status == 200:
                        tally.setdefault("counts", set()).add(json.loads(body)["responseSummary"]["numTotalResults"])
                    if headers.get("connection") == "close":
                        break
            except Cut as cut:
                tally[f"cut {cut}"] = tally.get(f"cut {cut}", 0) + 1
                if str(cut) == "before":
                    continue
            finally:
                writer.close()

    await asyncio.gather(*(one() for _ in range(clients)))


async def reload_part(a):
    with tempfile.TemporaryDirectory() as folder:
        catalogue = os.path.join(folder, "catalogue")
        shutil.copytree(a.catalogue, catalogue)
        data = os.path.join(folder, "more.jsonl")
        with Service(a.program, catalogue, EXACT + "[catalogue]\nrefresh_seconds = 1\n", arguments=("--quiet",)) as service:
            stop, tally = asyncio.Event(), {}
            load = asyncio.create_task(load_of(service.port, 8, stop, tally))
            await asyncio.sleep(1)
            before = memory_of(service.process)
            commits, most, end = 0, before, time.perf_counter() + 6 * a.seconds
            while time.perf_counter() < end:
                with open(data, "w", encoding="utf-8") as f:
                    person = {"id": f"more-{commits}", "subject": {"id": f"more-{commits}"},
                              "phenotypicFeatures": [{"type": {"id": "HP:0001250"}}]}
                    f.write(json.dumps(person) + "\n")
                await asyncio.to_thread(run, a.program, "import", catalogue, data, "--dataset", "more")
                commits += 1
                for _ in range(10):
                    await asyncio.sleep(0.3)
                    most = max(most, memory_of(service.process))
            stop.set()
            await load
            counts = tally.pop("counts")
            tell("commits under load", f"{commits}; answers {tally}")
            tell("  different numbers seen, from, to", f"{len(counts)}, {min(counts):,}, {max(counts):,}")
            tell("  memory before, at most", f"{before:,.0f}, {most:,.0f} MB")


async def end_part(a):
    with Service(a.program, a.catalogue, EXACT, arguments=("--quiet",)) as service:
        stop, tally = asyncio.Event(), {}
        load = asyncio.create_task(load_of(service.port, 32, stop, tally))
        await asyncio.sleep(2)
        begun = time.perf_counter()
        service.process.send_signal(signal.SIGTERM)
        status = await asyncio.to_thread(service.process.wait, 20)
        took = time.perf_counter() - begun
        await load
        tally.pop("counts", None)
        tell("SIGTERM under load", f"ended with {status} after {took:.2f} s; answers {tally}")


class Fault:
    """Stands before a node: passes on, or delays, is silent, sends garbage, resets."""

    def __init__(self, port, kind, seed):
        self.to, self.kind, self.random = port, kind, random.Random(seed)

    async def start(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        try:
            if self.kind == "reset":
                await reader.read(100)
                writer.transport.abort()
                return
            if self.kind == "garbage":
                await reader.read(100)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\": }}}")
                return
            out_reader, out_writer = await asyncio.open_connection("127.0.0.1", self.to)

            async def back():
                while data := await out_reader.read(65536):
                    writer.write(data)

            task = asyncio.create_task(back())
            while data := await reader.read(65536):
                await asyncio.sleep(10 if self.kind == "slow" else self.random.uniform(0.005, 0.08))
                out_writer.write(data)
            task.cancel()
            out_writer.close()
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


async def network_part(a):
    with tempfile.TemporaryDirectory() as folder:
        nodes, tables, faults = [], "", []
        kinds = {0: "dead", 1: "slow", 2: "garbage", 3: "reset"}
        truth = 0
        try:
            for number in range(a.nodes):
                own = os.path.join(folder, str(number))
                os.makedirs(own)
                catalogue = make_catalogue(a.program, own, people=a.people, seed=number + 1, policy=False)
                quiet = EXACT + f'workers = 1\nper_address = 2000\n[catalogue]\ncache_mb = 16\n[beacon]\nid = "n{number}"\n'
                node = Service(a.program, catalogue, quiet, arguments=("--quiet",))
                nodes.append(node)
                fault = Fault(node.port, kinds.get(number, "far"), number)
                await fault.start()
                faults.append(fault)
                if number in kinds:
                    continue
                answer = node.ask("POST", "/beacon/v2/individuals", json.loads(beacon_body("HP:0001250")))
                truth += answer.get("responseSummary", "numTotalResults")
            for number, fault in enumerate(faults):
                port = 1 if kinds.get(number) == "dead" else fault.port
                tables += f'[[node]]\nid = "n{number}"\nurl = "http://127.0.0.1:{port}/beacon/v2"\n'
            with Service(a.program, None, "[limits]\nper_minute = 0\n" + tables, arguments=("--quiet",)) as network:
                request = request_of("/beacon/v2/individuals", beacon_body("HP:0001250"), keep=False)
                await asyncio.sleep(12)
                seconds, wrong, answered = [], 0, []
                for _ in range(100):
                    status, _, body, took = await ask_once(network.port, request)
                    seconds.append(took)
                    answer = json.loads(body)
                    told = answer["info"]["network"]
                    answered.append(told["answered"])
                    right = status == 200 and told["upper"] is None and told["lower"] <= truth and (
                        told["answered"] != a.nodes - len(kinds) or told["lower"] == truth)
                    wrong += not right
                tell(f"a network of {a.nodes} nodes, four of them with faults",
                     f"median {percentile(seconds, .5):.3f} s, 95 % {percentile(seconds, .95):.3f} s, most {max(seconds):.3f} s")
                tell("  nodes that answered, at least; wrong answers", f"{min(answered)} of {a.nodes}; {wrong} of 100")
        finally:
            for fault in faults:
                fault.server.close()
            for node in nodes:
                node.__exit__()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("catalogue")
    p.add_argument("--parts", default="throughput,slow,overload,leaving,reload,end,network")
    p.add_argument("--seconds", type=int, default=10)
    p.add_argument("--nodes", type=int, default=27)
    p.add_argument("--people", type=int, default=2000, help="of each node of the network")
    a = p.parse_args()
    parts = {"throughput": throughput, "slow": slow_part, "overload": overload_part, "leaving": leaving_part,
             "reload": reload_part, "end": end_part, "network": network_part}
    for name in a.parts.split(","):
        part = parts[name](a)
        if part is not None:
            asyncio.run(part)


if __name__ == "__main__":
    main()
