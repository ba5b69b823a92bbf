"""A network whose nodes have faults: for measure.py."""
import asyncio
import json
import os
import random
import tempfile
import time

from clients import ask_once, beacon_body, percentile, request_of, tell
from service import EXACT, Service, make_catalogue


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
