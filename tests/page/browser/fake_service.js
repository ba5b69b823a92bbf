// A service with made-up answers, so that the page can be tested in every state. The page's files are the real ones.
//
// 1,000 people; each criterion halves them. A value in the parameters asks for a special answer:
//   FEW (too few), NOISE, SLOW (half a second), BUSY (refused once), WRONG (a mistake), PARTS (a network), DOWN.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const files = fileURLToPath(new URL("../../../serve/page/files", import.meta.url));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };
const headers = { "Content-Security-Policy":
  "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'", "Cache-Control": "no-store" };

const text = (name) => ({ name, type: "text", role: "key" });
const count = (name) => ({ name, type: "integer", role: "people" });
const difference = (name) => ({ name, type: "integer", role: "difference" });

function numberOf(value, parameters) {
  if (parameters.includes("FEW")) return { value: null, kind: "suppressed", low: 0, high: 63 };
  if (parameters.includes("NOISE")) {
    return { value, kind: "perturbed", typical: 14, low: value - 40, high: value + 40 };
  }
  return value;
}

function answerTo(statement, parameters) {
  const [head, ...rest] = statement.split("\n");
  const parts = rest.filter((line) => /^(where|  and) /.test(line));
  const by = rest.find((line) => line.startsWith("by "))?.slice(3).split(", ") ?? [];
  const number = (value) => numberOf(value, parameters);
  const left = (of) => Math.floor(1000 / 2 ** of);
  const provenance = { statement: statement.replace(/\s+/g, " "), ontologies: [{ id: "hp", version: "hp/1" }],
    release: parameters.includes("NOISE") ? "public/1" : "exact", engine: "muster test", catalogue_version: 7 };
  if (by.length > 0) {
    const values = { sex: ["female", "male"], country: ["DE", "FR", "IT"], dataset: ["one"] };
    const of = by.map((each) => values[each] ?? ["30 to <40 years", "40 to <50 years", null]);
    const rows = of.reduce((all, each) => all.flatMap((row) => each.map((value) => [...row, value])), [[]]);
    return { columns: [...by.map(text), count("individuals")], rows: rows.map((row, at) => [...row, number(100 - at)]),
      total: [number(left(parts.length))], labels: {}, notes: [], provenance };
  }
  if (head.startsWith("explain")) {
    return { columns: [text("explanation")], rows: [["  individual: any phenotype HP:1 (5 terms, 6 codes in use)"]] };
  }
  if (head.startsWith("impact")) {
    return { columns: [text("without"), count("individuals"), difference("gained")], labels: {}, notes: [], provenance,
      rows: [["nothing", number(left(parts.length)), null],
        ...parts.map((part) => [part, number(left(parts.length - 1)), number(left(parts.length))])] };
  }
  if (head.startsWith("funnel")) {
    return { columns: [text("criterion"), count("individuals"), difference("lost")], labels: {}, notes: [], provenance,
      rows: [["all individuals", number(1000), null],
        ...parts.map((part, at) => [part, number(left(at + 1)), number(left(at) - left(at + 1))])] };
  }
  return { columns: [count("individuals")], rows: [[number(left(parts.length))]], labels: {}, notes: [], provenance };
}

const network = { asked: 3, answered: 2, failed: [{ name: "Node C", reason: "no answer in 3 s" }], notUnderstood: [],
  lower: 500, upper: null, meaning: "records, not people" };

const known = [["HP:0001250", "Seizure", "hp", 8], ["HP:0002197", "Generalized-onset seizure", "hp", 3],
  ["NCIT:C1", "<img src=x onerror=\"document.title='taken'\">", "(records)", 0]];

/** A network's answer to filters: a third of its people for each. */
function sum(filters) {
  const value = Math.floor(900 / 3 ** filters.length);
  return { responseSummary: { exists: true, numTotalResults: value, countPrecision: "imprecise" },
    info: { network: { ...network, lower: value }, notes: ["at least: not all nodes have answered"] } };
}

/** Starts one, or the aggregator of a network; {url, asked: [{text, parameters, gone} or {filters}], close}. */
export async function fakeService({ aggregates = false, numbers = "exact" } = {}) {
  const asked = [];
  let refused = 0;
  async function respond(request, response) {
    const send = (status, body, more = {}) => {
      response.writeHead(status, { "Content-Type": "application/json", ...headers, ...more });
      response.end(JSON.stringify(body));
    };
    const { pathname } = new URL(request.url, "http://localhost");
    let body = "";
    for await (const piece of request) body += piece;
    if (pathname === "/v1/query") {
      const { text: statement, parameters } = JSON.parse(body);
      const values = Object.values(parameters);
      const entry = { text: statement, parameters, gone: false };
      asked.push(entry);
      response.on("close", () => { entry.gone = !response.writableFinished; });
      if (values.includes("DOWN")) return request.socket.destroy();
      if (values.includes("SLOW")) await new Promise((done) => setTimeout(done, 500));
      if (values.includes("BUSY") && refused++ === 0) {
        return send(429, { title: "Too Many Requests", status: 429, detail: "the budget is used up" },
          { "Retry-After": "1" });
      }
      if (values.includes("WRONG")) {
        const begin = statement.indexOf(`$${Object.keys(parameters).find((key) => parameters[key] === "WRONG")}`);
        return send(422, { title: "Unprocessable Content", status: 422, detail: "the text has mistakes", diagnostics: [
          { severity: "error", code: "unknown-term", message: "WRONG is not known", begin, end: begin + 2,
            hints: ["did you mean RIGHT?"] }] });
      }
      return send(200, { answers: [answerTo(statement, values)], ...(values.includes("PARTS") ? { network } : {}) });
    }
    if (pathname === "/v1/me") return send(200, { tier: "public", numbers, network: aggregates });
    if (pathname === "/beacon/v2/individuals") {
      const { filters } = JSON.parse(body).query;
      asked.push({ filters });
      return send(200, sum(filters));
    }
    if (pathname === "/beacon/v2/filtering_terms") {
      return send(200, { response: { filteringTerms: known.map(([id, label]) =>
        ({ id, type: "ontologyTerm", label, scopes: ["individual"] })) } });
    }
    if (pathname === "/v1/terms") {
      return send(200, { answers: [{ columns: [text("code"), text("label"), text("ontology"), count("individuals")],
        rows: known }] });
    }
    if (pathname === "/v1/complete") {
      return send(200, { begin: 0, items: [{ text: "de", description: "value of country" }] });
    }
    if (pathname === "/beacon/v2/datasets") {
      return send(200, { response: { collections: [{ id: "one", name: "The first dataset",
        info: { custodian: "The custodian", access: "https://example.org/access" },
        dataUseConditions: { duoDataUse: [{ id: "DUO:0000042", label: "general research use" }] } }] } });
    }
    if (pathname === "/beacon/v2/info") return send(200, { response: { organization: { name: "A biobank" } } });
    try {
      const content = readFileSync(join(files, normalize(pathname === "/" ? "/index.html" : pathname)));
      response.writeHead(200, { "Content-Type": types[extname(pathname) || ".html"], ...headers });
      response.end(content);
    } catch {
      send(404, {});
    }
  }
  const server = createServer(respond);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/`, asked,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}
