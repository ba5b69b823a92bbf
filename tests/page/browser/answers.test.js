// What is shown of answers: honest numbers, breakdowns, faults, networks, links and citations.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fakeService } from "./fake_service.js";
import { expectAccessible, expectText, openPage, phone, startBrowser } from "./harness.js";

let browser, service, opened, page;
before(async () => { browser = await startBrowser(); });
after(() => browser?.close());
beforeEach(async () => {
  service = await fakeService();
  opened = await openPage(browser, service.url);
  ({ page } = opened);
});
afterEach(async () => {
  await opened.close();
  await service.close();
  assert.deepEqual(opened.faults, []);
});

const number = (value) => expectText(page, "#result .number", value);
const box = (name) => page.getByRole("textbox", { name, exact: true });
const example = (at) => page.locator("#examples button").nth(at).click();

async function add(word) {
  await page.locator("#include .adder select").last().selectOption("person cohort");
  await page.getByRole("combobox", { name: "Cohort" }).or(page.getByLabel("Cohort", { exact: true })).last().fill(word);
}

test("an example: number, funnel, costs, breakdown as chart and table", async () => {
  await example(0);
  await number(/^62/);
  await expectText(page, ".everybody .effect", /1,000 people in all/);
  await page.locator("#costs").check();
  await expectText(page, "#include .effect", /500 left[\s\S]*Without it: 125/);
  await expectText(page, "#breakdown table", /female\s+male/);
  assert.equal(await page.locator("#breakdown tbody tr").count(), 3);
  assert.equal(await page.locator("#breakdown svg g").count(), 6);
  await page.locator("#sites").check();
  await expectText(page, "#datasets",
    /The first dataset[\s\S]*100 people[\s\S]*general research use[\s\S]*The custodian/);
});

test("too few is never a 0", async () => {
  await add("FEW");
  await number(/^none or few/);
  await expectText(page, "#result .meaning", /fewer than 64/);
  await page.locator("#by-title").scrollIntoViewIfNeeded();
  await page.locator('[data-key="by-sex"]').check();
  await expectText(page, "#breakdown table", /none or few/);
  assert.doesNotMatch(await page.locator("#answer").innerText(), /(^|\s)0 people/);
});

test("a number with noise says how far it may be off", async () => {
  await add("NOISE");
  await number(/^~500/);
  await expectText(page, "#result .meaning", /mostly within 14 of this, certainly 460 to 540/);
});

test("a mistake stands at its criterion, with what to do", async () => {
  await add("WRONG");
  await number(/no number/);
  await expectText(page, "#include .effect .error", /WRONG is not known\. did you mean RIGHT\?/);
  await expectAccessible(page, "a mistake");
});

test("a service that is busy is asked again by itself", async () => {
  await add("BUSY");
  await expectText(page, "#result", /budget is used up[\s\S]*asked again in 1 second/);
  await number(/^500/);
});

test("a service that is down is said to be", async () => {
  await add("DOWN");
  await expectText(page, "#result", /no number[\s\S]*cannot be reached/);
});

test("a network says who did not answer", async () => {
  await add("PARTS");
  await expectText(page, "#network", /2 of 3 sites answered[\s\S]*At least 500[\s\S]*Node C: no answer in 3 s/);
  await add("plain");
  await page.locator("#include .switch input").first().uncheck();
  await page.locator("#network").waitFor({ state: "hidden" });
});

test("of a network, the number is asked of all, and what it cannot be asked is said", async () => {
  const aggregator = await fakeService({ aggregates: true });
  const other = await openPage(browser, aggregator.url);
  await expectText(other.page, "#result .number", /^at least 900/);
  await other.page.locator('[data-key="add-include"]').pressSequentially("seiz");
  await expectText(other.page, ".terms:not([hidden])", /Seizure/);
  await other.page.locator(".terms li").first().click();
  await expectText(other.page, "#result .number", /^at least 300/);
  await expectText(other.page, "#network", /2 of 3 sites answered[\s\S]*Node C/);
  assert.deepEqual(aggregator.asked.at(-1).filters, [{ id: "HP:0001250" }]);
  const before = aggregator.asked.length;
  await other.page.getByRole("button", { name: /Leave out instead/ }).click();
  await expectText(other.page, "#result", /no number[\s\S]*not for “have Seizure”/);
  assert.equal(await other.page.locator("#by").isVisible(), false);
  await expectAccessible(other.page, "a network");
  assert.equal(aggregator.asked.length, before);
  assert.deepEqual(other.faults, []);
  await other.close();
  await aggregator.close();
});

test("a link has the question, and opens it again", async () => {
  await example(1);
  await number(/^125/);
  const link = await box("Link to this question").inputValue();
  const other = await openPage(browser, link);
  await expectText(other.page, "#result .number", /^125/);
  const words = (of) => of.locator("#words p").first().innerText();
  assert.equal(await words(other.page), await words(page));
  assert.deepEqual(other.faults, []);
  await other.close();
});

test("a broken link says so, and nothing is asked of it", async () => {
  const other = await openPage(browser, `${service.url}#q1=eyJpbmNsdWRl`);
  await expectText(other.page, "#link-fault", /cannot be read/);
  await expectText(other.page, "#result", /^$/);
  await other.close();
  assert.equal(service.asked.filter((each) => each.text !== "count individuals").length, 0);
});

test("a citation and the question as text", async () => {
  await example(2);
  await number(/^500/);
  const citation = await box("Citation").inputValue();
  assert.match(citation, /500 people[\s\S]*version 7 of the data, hp hp\/1[\s\S]*Question \(SHA-256\): [0-9a-f]{64}/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save: The question in Muster’s language" }).click();
  assert.equal((await download).suggestedFilename(), "question.muster");
  assert.ok((await box("The question in Muster’s language").inputValue()).startsWith("count individuals\nwhere has " +
    'sample with (type is "tumour" and has run with (assay is "wgs" and depth >= 30))\n'));
});

test("axe finds nothing, on a desktop and on a phone, in light and dark, empty and edited", async () => {
  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark" }, { ...phone, colorScheme: "light" }]) {
    const other = await openPage(browser, service.url, options);
    await expectText(other.page, "#result .number", /^1,000/);
    await expectAccessible(other.page, "empty");
    await other.page.locator("#examples button").first().click();
    await expectText(other.page, "#breakdown table", /female/);
    for (const edit of await other.page.locator('[data-key^="edit-"]').all()) await edit.click();
    await other.page.locator('[data-key="add-include"]').pressSequentially("seiz");
    await expectText(other.page, ".terms:not([hidden])", /Seizure/);
    await expectAccessible(other.page, JSON.stringify(options));
    assert.deepEqual(other.faults, []);
    await other.close();
  }
});

test("a phone needs no scrolling sideways, and keeps the number in sight", async () => {
  const other = await openPage(browser, service.url, phone);
  await other.page.locator("#examples button").first().click();
  await expectText(other.page, "#breakdown table", /female/);
  for (const edit of await other.page.locator('[data-key^="edit-"]').all()) await edit.click();
  assert.ok(await other.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await other.page.locator("#exclude").scrollIntoViewIfNeeded();
  const place = await other.page.locator("#result").boundingBox();
  assert.ok(place.y >= 0 && place.y < 200);
  await other.close();
});
