// A running `muster serve` on a catalogue of invented people.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const program = process.env.MUSTER_PROGRAM;

function run(...words) {
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** A folder with a catalogue of synthetic people; {catalogue, remove}. */
export function makeCatalogue(people) {
  const folder = mkdtempSync(join(tmpdir(), "muster-page-"));
  const data = join(folder, "data");
  const catalogue = join(folder, "catalogue");
  run("synth", data, "--people", String(people));
  const files = ["ontology.obo", "diseases.obo", "phenopackets.jsonl"].map((name) => join(data, name));
  run("import", catalogue, ...files, "--mapping", join(data, "mapping.json"));
  return { folder, catalogue, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the host gets for a statement: the rows of the answer. */
export function exactRows(catalogue, text) {
  return JSON.parse(run("query", catalogue, text, "--format", "json")).rows;
}

/** Starts the service; `configuration` is TOML. {url, stop}. */
export async function startService({ folder, catalogue }, configuration) {
  const file = join(folder, "musterd.toml");
  writeFileSync(file, configuration);
  const child = spawn(program, ["serve", catalogue, "--config", file, "--port", "0", "--quiet"],
    { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  for await (const line of createInterface({ input: child.stdout })) {
    const port = line.match(/:(\d+)\/$/)?.[1];
    if (!port) continue;
    return { url: `http://127.0.0.1:${port}/`, stop: () => {
      child.kill("SIGTERM");
      return ended;
    } };
  }
  throw new Error("the service did not start");
}
