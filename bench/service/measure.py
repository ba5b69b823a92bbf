#!/usr/bin/env python3
"""Measures the service on this machine: how many questions a second, and what it does with too many, slow and leaving
clients, with new versions under load, at its start and its end, and in a network with faults.

usage: bench/service/measure.py PROGRAM CATALOGUE [--parts throughput,cold,slow,overload,leaving,reload,end,network]
                                [--seconds S] [--commits N] [--every S] [--nodes N] [--people P] [--feasibility FILE]

CATALOGUE has invented people (muster synth) and is only read; what has to be changed is a copy. Numbers are exact, as
nobody exists. Throughput needs wrk, and nginx for its baseline; with FILE, the program of bench/feasibility.cc, the
library is asked the same beside it. Cold drops the page cache, where it may (as root). Prints one line for each figure.
"""
import argparse
import asyncio
import json
import os
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
from clients import (HEAVY, ask_once, beacon_body, flood, honest_for, load_of, memory_of, percentile, request_of,  # noqa: E402
                     seconds_of, tell, wrk)
from network import network_part  # noqa: E402
from questions import QUESTIONS  # noqa: E402
from service import EXACT, Service, run  # noqa: E402


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
    if a.feasibility:
        texts = "".join(f"{n}\tcount individuals where {text}\n" for n, (_, text) in enumerate(QUESTIONS))
        with tempfile.TemporaryDirectory() as folder:
            results = os.path.join(folder, "results")
            subprocess.run([a.feasibility, "ask", a.catalogue, "500", results], input=texts, text=True, check=True,
                           stdout=subprocess.DEVNULL)
            with open(results, encoding="utf-8") as f:
                known = [json.loads(line)["known_us"] for line in f]
        tell("the library, the same questions as known texts", f"mean {sum(known) / len(known):.1f} us in one thread")


def cold(a):
    """From the start of the process to its first answer: with and without what the page cache has of the catalogue."""
    drop = "/proc/sys/vm/drop_caches"
    for warm in (True, False):
        if not warm and not os.access(drop, os.W_OK):
            tell("cold", "the page cache cannot be dropped; run as root")
            return
        started, first = [], []
        for _ in range(5):
            if not warm:
                os.sync()
                with open(drop, "w", encoding="ascii") as f:
                    f.write("3")
                with open(os.path.realpath(a.program), "rb") as f:
                    f.read()
            begun = time.perf_counter()
            with Service(a.program, a.catalogue, EXACT, arguments=("--quiet",)) as service:
                started.append(time.perf_counter() - begun)
                answer = service.ask("POST", "/beacon/v2/individuals", json.loads(beacon_body("HP:0001250")))
                first.append(time.perf_counter() - begun)
                assert answer.status == 200, answer.body
        tell(f"from the start to the port, to the first answer, {'warm' if warm else 'cold'}",
             f"{percentile(started, .5) * 1e3:,.0f} ms, {percentile(first, .5) * 1e3:,.0f} ms (most {max(first) * 1e3:,.0f})")


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
            commits, most, begun = 0, before, time.perf_counter()
            while commits < a.commits:
                with open(data, "w", encoding="utf-8") as f:
                    person = {"id": f"more-{commits}", "subject": {"id": f"more-{commits}"},
                              "phenotypicFeatures": [{"type": {"id": "HP:0001250"}}]}
                    f.write(json.dumps(person) + "\n")
                await asyncio.to_thread(run, a.program, "import", catalogue, data, "--dataset", "more")
                commits += 1
                while time.perf_counter() < begun + commits * a.every:
                    await asyncio.sleep(0.3)
                    most = max(most, memory_of(service.process))
            stop.set()
            await load
            counts = tally.pop("counts")
            tell("commits under load", f"{commits}; answers {tally}")
            tell("  different numbers seen, from, to", f"{len(counts)}, {min(counts):,}, {max(counts):,}")
            tell("  memory before, at most, at the end",
                 f"{before:,.0f}, {most:,.0f}, {memory_of(service.process):,.0f} MB")


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


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("catalogue")
    p.add_argument("--parts", default="throughput,cold,slow,overload,leaving,reload,end,network")
    p.add_argument("--seconds", type=int, default=10)
    p.add_argument("--commits", type=int, default=20, help="under load")
    p.add_argument("--every", type=float, default=5, help="seconds from one commit to the next")
    p.add_argument("--feasibility", help="the program of bench/feasibility.cc")
    p.add_argument("--nodes", type=int, default=27)
    p.add_argument("--people", type=int, default=2000, help="of each node of the network")
    a = p.parse_args()
    parts = {"throughput": throughput, "cold": cold, "slow": slow_part, "overload": overload_part, "leaving": leaving_part,
             "reload": reload_part, "end": end_part, "network": network_part}
    for name in a.parts.split(","):
        part = parts[name](a)
        if part is not None:
            asyncio.run(part)


if __name__ == "__main__":
    main()
