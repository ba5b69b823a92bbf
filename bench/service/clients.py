"""Clients of the service, and what is told of it: for measure.py."""
import asyncio
import json
import os
import resource
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
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


def flood(port, connections, delay, seconds):
    """By wrk: answered and refused a second, and what was cut."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", os.path.join(HERE, "overload.lua"),
               f"http://127.0.0.1:{port}/v1/query"]
    environment = {**os.environ, "DELAY": str(max(1, round(delay * 1000))), "BODY": json.dumps(HEAVY)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    good, refused, cut = next(line.split()[1:] for line in done.splitlines() if line.startswith("measured "))
    return float(good), float(refused), int(cut)


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
