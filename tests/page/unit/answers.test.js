// Answers of the service as tables for people.
import assert from "node:assert/strict";
import { test } from "node:test";
import { costsByKey, funnelRows, numberOf, readAnswers } from "../../../serve/page/files/service/answers.js";
import { tableOf } from "../../../serve/page/files/service/breakdown.js";
import { readDatasets, readHost } from "../../../serve/page/files/service/datasets.js";
import { expansionOf, readTerms } from "../../../serve/page/files/service/terms.js";
import { readValues } from "../../../serve/page/files/service/values_in_use.js";
import { shortNumber } from "../../../serve/page/files/service/number.js";

const text = (name) => ({ name, type: "text", role: "key" });
const count = (name) => ({ name, type: "integer", role: "people" });
const difference = (name) => ({ name, type: "integer", role: "difference" });
const read = (answer, more = {}) => readAnswers({ answers: [answer], ...more })[0];
const noisy = (value) => ({ value, kind: "perturbed", low: value - 5, high: value + 5 });
const parts = [{ key: 7 }, { key: "purpose" }];

test("the last row of a funnel is the number, and each row is a part", () => {
  const answer = read({ columns: [text("criterion"), count("individuals"), difference("lost")],
    rows: [["all individuals", 100, null], ["a", 40, 60], ["b", 30, 10]] });
  assert.equal(numberOf(answer).value, 30);
  assert.deepEqual(funnelRows(answer, parts).map((row) => [row.key, row.left.value, row.lost?.value ?? null]),
    [["all", 100, null], [7, 40, 60], ["purpose", 30, 10]]);
});

test("a funnel with other rows than were asked for is not laid over the lines", () => {
  const answer = read({ columns: [text("criterion"), count("individuals"), difference("lost")],
    rows: [["all individuals", 100, null], ["a", 40, 60]] });
  assert.equal(funnelRows(answer, parts), null);
});

test("a count without criteria is the row of everybody", () => {
  const answer = read({ columns: [count("individuals")], rows: [[20]] });
  assert.deepEqual(funnelRows(answer, []).map((row) => [row.key, row.left.value]), [["all", 20]]);
});

test("costs are those of single parts, not of pairs", () => {
  const answer = read({ columns: [text("without"), count("individuals"), difference("gained")],
    rows: [["nothing", 5, null], ["a", 8, 3], ["b", 6, 1], ["a; b", 20, 15]] });
  const costs = costsByKey(answer, parts);
  assert.equal(costs.size, 2);
  assert.equal(costs.get("purpose").without.value, 6);
});

test("a breakdown by one dimension", () => {
  const answer = read({ columns: [text("country"), count("individuals")], total: [30],
    rows: [["DE", 10], [null, 20]], labels: {} });
  const table = tableOf(answer, ["country"]);
  assert.deepEqual(table.rows.map((row) => [row.name, shortNumber(row.cells[0])]),
    [["Germany", "10"], ["not recorded", "20"]]);
  assert.equal(table.hides, false);
});

const crossed = { columns: [text("sex"), text("age at last contact"), count("individuals")], labels: {} };

test("two dimensions are crossed, the one with more values down, bands in order", () => {
  const table = tableOf(read({ ...crossed, provenance: { release: "exact" },
    rows: [["female", "10 to <20 years", 3], ["female", null, 1], ["male", "0 to <10 years", 2],
      ["male", "10 to <20 years", 4]] }), ["sex", "age"]);
  assert.deepEqual(table.heads, ["Age at last contact", "Sex"]);
  assert.deepEqual(table.columns, ["female", "male"]);
  assert.deepEqual(table.rows.map((row) => [row.name, ...row.cells.map(shortNumber)]), [
    ["0 to 9 years", "none", "2"], ["10 to 19 years", "3", "4"], ["not recorded", "1", "none"]]);
});

test("for a guest, a cell that is not there is none or few, and hidden rows are told of", () => {
  const table = tableOf(read({ ...crossed, provenance: { release: "public/1" },
    rows: [["female", "0 to <10 years", noisy(40)], ["male", "10 to <20 years", noisy(50)],
      ["(not shown)", "", { value: null, kind: "withheld" }]] }), ["sex", "age"]);
  assert.equal(table.hides, true);
  assert.deepEqual(table.rows.map((row) => row.cells.map(shortNumber)),
    [["~40", "none or few"], ["none or few", "~50"]]);
});

test("an answer that is not the breakdown asked for is none", () => {
  assert.equal(tableOf(read({ columns: [count("individuals")], rows: [[5]] }), ["sex"]), null);
});

test("what a network says of itself goes with each answer", () => {
  const answer = read({ columns: [count("individuals")], rows: [[5]] }, { network: { asked: 3, answered: 2 } });
  assert.equal(answer.network.asked, 3);
});

test("terms are read from an answer to terms like", () => {
  const body = { answers: [{ columns: [text("code"), text("label"), text("ontology"), count("individuals")],
    rows: [["HP:0001250", "Seizure", "hp", 8], ["HP:2", "Rare", "hp", { value: null, kind: "suppressed" }]] }] };
  assert.deepEqual(readTerms(body).map((term) => [term.code, term.label, shortNumber(term.people)]),
    [["HP:0001250", "Seizure", "8"], ["HP:2", "Rare", "none or few"]]);
});

test("completions are values where they are described, and countries have names", () => {
  const body = { items: [{ text: '"no"', description: "value of country" }, { text: "missing", description: "" }] };
  assert.deepEqual(readValues(body, "country"), [{ value: "NO", label: "Norway" }]);
  assert.deepEqual(readValues({ items: [{ text: '"a \\"b\\""', description: "value of cohort" }] }, "cohort"),
    [{ value: 'a "b"', label: "" }]);
});

test("an explanation says what a term stands for", () => {
  const of = (line) => expansionOf({ rows: [["bound:"], [`  individual: any phenotype ${line}`]] });
  assert.equal(of("HP:1 Seizure and below (10 terms, 6 codes in use)"),
    "It stands for 10 terms: itself and those below it. Records here use 6 codes for that.");
  assert.equal(of("HP:1 Seizure (1 term, 1 code in use)"),
    "It stands for itself alone. Records here use 1 code for that.");
  assert.equal(of("LOINC:1 x (2 codes in use)"), "It stands for itself alone. Records here use 2 codes for that.");
  assert.equal(of("HP:1 Seizure and below (3 terms)"), "It stands for 3 terms: itself and those below it.");
  assert.equal(of("HP:1 Seizure and below: 10 terms of the ontologies"),
    "It stands for 10 terms: itself and those below it.");
  assert.equal(of("nothing"), null);
});

test("datasets say what they may be used for and whom to ask; addresses that are none of the web are left out", () => {
  const [dataset] = readDatasets({ response: { collections: [{ id: "a", name: "A", externalUrl: "javascript:alert(1)",
    info: { custodian: "Dr. B", access: "https://example.org/access" },
    dataUseConditions: { duoDataUse: [{ id: "DUO:0000042", label: "general research use",
      modifiers: [{ id: "DUO:0000021" }] }] } }] } });
  assert.equal(dataset.url, "");
  assert.equal(dataset.accessUrl, "https://example.org/access");
  assert.deepEqual(dataset.uses, ["general research use (DUO:0000021)"]);
  assert.deepEqual(readHost({ response: { organization: { name: "O", contactUrl: "mailto:o@example.org" } } }),
    { name: "O", url: "", contact: "mailto:o@example.org" });
});
