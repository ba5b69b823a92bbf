// The page as `muster serve` serves it, on invented people: its numbers are those of the library.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { expectAccessible, expectText, openPage, startBrowser } from "../browser/harness.js";
import { examples } from "../../../serve/page/files/question/examples.js";
import { emptyQuestion, makeCondition, makeLine, makeRecord }
  from "../../../serve/page/files/question/question.js";
import { exportText, statementOf } from "../../../serve/page/files/question/statement.js";
import { comparisons, dimensions, entities, personFields, purposes }
  from "../../../serve/page/files/question/vocabulary.js";
import { exactRows, makeCatalogue, startService } from "./service.js";

const people = 3000;
const exact = '[tiers.public]\npolicy = "exact"\ngranularity = "count"\n[limits]\nper_minute = 0\n';
const released = "[limits]\nper_minute = 0\n";

let data, browser, service, opened;
before(async () => {
  data = makeCatalogue(people);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  data?.remove();
});
afterEach(async () => {
  await opened?.close();
  await service?.stop();
  assert.deepEqual(opened?.faults ?? [], []);
  opened = service = undefined;
});

async function open(configuration) {
  service = await startService(data, configuration);
  opened = await openPage(browser, service.url);
  return opened.page;
}

const grouped = (number) => new RegExp(`^${new Intl.NumberFormat("en-GB").format(number)}\\s`);

/** Answers of one statement, as a program asks for them. */
async function ask(path, body) {
  const response = await fetch(new URL(path, service.url), { method: "POST",
    headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

test("the examples have the numbers of the library, line by line", async () => {
  const page = await open(exact);
  await expectText(page, "#result .number", grouped(people));
  for (const [at, make] of Object.values(examples).entries()) {
    await page.locator("#clear").click();
    await page.locator("#examples button").nth(at).click();
    const question = make();
    question.by = [];
    const funnel = exactRows(data.catalogue, exportText(question).replace("count", "funnel"));
    await expectText(page, "#result .number", funnel.at(-1)[1] === 0 ? /^none/ : grouped(funnel.at(-1)[1]));
    const left = await page.locator(".line .left").allInnerTexts();
    assert.deepEqual(left.map((text) => Number(text.replace("none", "0").replace(/[^0-9]/g, ""))),
      funnel.slice(1).map((row) => row[1]));
  }
});

test("a term is found with its people, costs and breakdown are shown, and axe finds nothing", async () => {
  const page = await open(exact);
  await page.locator('[data-key="add-include"]').pressSequentially("seizure");
  await expectText(page, ".terms:not([hidden])", /HP:0001250/);
  await page.locator(".terms:not([hidden]) li", { hasText: "HP:0001250" }).first().click();
  const [[count]] = exactRows(data.catalogue, "count individuals where has phenotype HP:0001250");
  await expectText(page, "#result .number", grouped(count));
  await page.locator("#costs").check();
  await expectText(page, "#include .effect", /Without it: 3,000/);
  await page.locator('[data-key="by-sex"]').check();
  await page.locator('[data-key="by-age"]').check();
  await expectText(page, "#breakdown table", /female/);
  const rows = exactRows(data.catalogue, "count individuals where has phenotype HP:0001250 by sex");
  const female = rows.find((row) => row[0] === "female")[1];
  const cells = await page.locator("#breakdown tbody tr").evaluateAll((all) =>
    all.map((row) => row.querySelector("td").innerText));
  assert.equal(cells.reduce((sum, text) => sum + (text === "none" ? 0 : Number(text)), 0), female);
  await page.locator("#sites").check();
  await expectText(page, "#datasets", /people/);
  await expectAccessible(page, "served");
});

test("through the release door numbers are about, with their bounds", async () => {
  const page = await open(released);
  await expectText(page, "#result .number", /^~\d/);
  await expectText(page, "#result .meaning", /mostly within \d+ of this, certainly/);
  await expectText(page, "#words", /With these numbers/);
});

test("every field, comparison, purpose and dimension of the page is understood", async () => {
  await open(exact);
  const values = { keyword: ["unknown"], code: ["HP:0001250"], number: ["1", "2"], quantity: ["1", "2"],
    time: ["1", "2"] };
  const filled = (field, known, op) => Object.assign(makeCondition(field, known), { op,
    values: op === "before" || op === "after" ? ["2024"] : known.choices?.slice(0, 1) ?? values[known.kind],
    unit: known.kind === "quantity" ? "1" : "years" });
  const questions = [];
  const of = (criterion) => questions.push(Object.assign(emptyQuestion(), { include: [makeLine(criterion)] }));
  const each = (fields, make) => Object.entries(fields).forEach(([field, known]) =>
    Object.keys(comparisons[known.kind]).forEach((op) => of(make(filled(field, known, op)))));
  each(personFields, (condition) => ({ kind: "person", with: [condition] }));
  for (const [name, entity] of Object.entries(entities)) {
    each(entity.fields, (condition) => Object.assign(makeRecord(name), { with: [condition] }));
  }
  for (const use of Object.keys(purposes).filter((word) => word !== "" && word !== "disease")) {
    questions.push(Object.assign(emptyQuestion(), { purpose: { use, term: null, who: "commercial", country: "DE" } }));
  }
  for (const by of Object.keys(dimensions)) questions.push(Object.assign(emptyQuestion(), { by: [by] }));
  // These are about the data, in which the made-up value or unit need not occur; all others are faults of the page.
  const ofData = new Set(["unknown-value", "incompatible-unit", "unknown-term", "term-not-in-use"]);
  const faults = [];
  for (const question of questions) {
    const { text, parameters } = statementOf(question, { by: question.by });
    const { status, body } = await ask("v1/query", { text, parameters });
    const errors = (body.diagnostics ?? []).filter((one) => one.severity === "error" && !ofData.has(one.code));
    if (status !== 200 && (status !== 422 || errors.length > 0)) faults.push([text, status, body]);
  }
  assert.deepEqual(faults, []);
  assert.ok(questions.length > 100);
});
