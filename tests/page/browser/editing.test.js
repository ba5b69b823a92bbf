// Building a question by hand and by keyboard, and what is asked of the service while it changes.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fakeService } from "./fake_service.js";
import { expectText, openPage, startBrowser } from "./harness.js";

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
const addInclude = () => page.locator('[data-key="add-include"]');
const kind = (side, value) => page.locator(`#${side} .adder select`).last().selectOption(value);

/** Adds a code by typing it. */
async function addCode(code, side = "include") {
  await page.locator(`[data-key="add-${side}"]`).fill(code);
  await page.locator(`[data-key="add-${side}"]`).press("Enter");
}

test("begins with everybody", async () => {
  await number(/^1,000/);
  assert.deepEqual(service.asked.map((each) => each.text), ["count individuals"]);
});

test("a term is found, chosen by keyboard alone, and asked as a parameter", async () => {
  await addInclude().pressSequentially("seiz");
  await expectText(page, ".terms", /Seizure[\s\S]*HP:0001250[\s\S]*8 people/);
  await addInclude().press("ArrowDown");
  await addInclude().press("Enter");
  await expectText(page, "#include .sentence", /^have Seizure$/);
  await number(/^500/);
  const last = service.asked.at(-1);
  assert.equal(last.text, "funnel individuals\nwhere has phenotype $1");
  assert.deepEqual(last.parameters, { 1: "HP:0001250" });
  assert.match(await page.locator("#include .effect").innerText(), /500 left[\s\S]*500 fewer/);
});

test("a label is a text, whatever is in it", async () => {
  await addInclude().pressSequentially("img");
  await expectText(page, ".terms", /<img src=x/);
  await page.locator(".terms li").nth(2).click();
  await expectText(page, "#include .sentence", /<img src=x/);
  assert.equal(await page.locator("img").count(), 0);
  assert.match(await page.title(), /Muster/);
});

test("a criterion is switched off and on without asking twice", async () => {
  await number(/^1,000/);
  await addCode("HP:0001250");
  await number(/^500/);
  const before = service.asked.length;
  await page.locator("#include .switch input").uncheck();
  await number(/^1,000/);
  await page.locator("#include .switch input").check();
  await number(/^500/);
  assert.equal(service.asked.length, before);
});

test("a criterion moves between what must and what must not hold", async () => {
  await addCode("HP:0001250");
  await page.getByRole("button", { name: /Leave out instead/ }).click();
  await expectText(page, "#exclude .sentence", /have HP:0001250/);
  await number(/^500/);
  assert.equal(service.asked.at(-1).text, "funnel individuals\nwhere not (has phenotype $1)");
  await page.getByRole("button", { name: /Include instead/ }).click();
  await expectText(page, "#include .sentence", /have HP:0001250/);
});

test("alternatives, and at least two of three", async () => {
  await addCode("HP:0001250");
  for (const code of ["HP:0000002", "HP:0000003"]) {
    await page.locator('#include [data-key^="alternative-"]').or(page.locator('#include [data-key^="edit-"]')).last()
      .click();
    if (await page.locator('[data-key^="or-"]').count() === 0) {
      await page.locator('#include [data-key^="alternative-"]').click();
    }
    await page.locator('[data-key^="or-"]').fill(code);
    await page.locator('[data-key^="or-"]').press("Enter");
  }
  await expectText(page, "#include .sentence", /or have HP:0000003/);
  await page.getByLabel("People need").selectOption("2");
  await expectText(page, "#include .sentence", /meet at least 2 of these/);
  await page.waitForFunction(() => !document.querySelector("#result").classList.contains("stale"));
  assert.match(service.asked.at(-1).text, /at least 2 of \(has phenotype \$1, has phenotype \$2, has phenotype \$3\)/);
});

test("conditions of the same sample and its run stand in one box", async () => {
  await kind("include", "record sample");
  await page.getByRole("button", { name: "Add a condition on the same sample" }).click();
  await page.locator("#include .same").first().getByText("tumour").click();
  await page.getByRole("button", { name: "Add a condition on the same run" }).click();
  await page.locator("#include .same .same").getByText("wgs").click();
  await expectText(page, "#include .sentence",
    /is of the type tumour, with a sequencing run of that sample which is wgs/);
  await number(/^500/);
  await page.waitForTimeout(600);
  assert.equal(service.asked.at(-1).text,
    "funnel individuals\nwhere has sample with (type is $1 and has run with assay is $2)");
});

test("what is not complete is not asked, and says so", async () => {
  await number(/^1,000/);
  await kind("include", "person age at last contact");
  await expectText(page, "#include .missing", /write an age/);
  await page.getByLabel("Age at last contact: from").fill("40");
  await page.getByLabel("Age at last contact: to").fill("6");
  await expectText(page, "#include .missing", /first age is above/);
  await page.getByLabel("Age at last contact: to").fill("60");
  await number(/^500/);
  assert.equal(service.asked.length, 2);
});

test("of several changes in a row, the last is asked; an answer that is too late is not shown", async () => {
  await addCode("SLOW:1");
  await page.locator("#include select").first().waitFor();
  await kind("include", "person cohort");
  const box = page.getByRole("combobox", { name: "Cohort" }).or(page.getByLabel("Cohort", { exact: true }));
  await box.last().fill("SLOW");
  await page.waitForTimeout(500);
  await box.last().fill("quick");
  await expectText(page, "#include .sentence >> nth=1", /quick/);
  await number(/^250/);
  await page.waitForTimeout(700);
  await number(/^250/);
  const slow = service.asked.find((each) => Object.values(each.parameters).includes("SLOW"));
  assert.equal(slow.gone, true);
});

test("the data-use filter is one criterion more", async () => {
  await page.getByLabel("Purpose", { exact: true }).selectOption("health research");
  await number(/^500/);
  await page.getByLabel("By", { exact: true }).selectOption("commercial");
  await expectText(page, "#words", /used for health or medical research, commercial/);
  assert.match(service.asked.at(-1).text, /where usable for health research( by commercial)?$/);
});

test("what a term stands for is told when it is asked for", async () => {
  await addCode("HP:0001250");
  await page.locator('#include [data-key^="edit-"]').click();
  await page.getByRole("button", { name: "What does it stand for? HP:0001250" }).click();
  await expectText(page, "#include .chosen", /5 terms: itself and those below it/);
  assert.equal(service.asked.filter((each) => each.text.startsWith("explain")).length, 1);
});

test("the focus stays where somebody works", async () => {
  await addCode("HP:0001250");
  await page.locator("#include .switch input").focus();
  await page.keyboard.press("Space");
  assert.match(await page.evaluate(() => document.activeElement.dataset.key), /^switch-/);
  await page.getByRole("button", { name: /^Remove/ }).press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), "add-include");
});

test("where numbers are released, a change asks for one of them, and for each line's when that is wanted", async () => {
  const guests = await fakeService({ numbers: "released" });
  const other = await openPage(browser, guests.url);
  await other.page.locator('[data-key="add-include"]').fill("HP:0001250");
  await other.page.locator('[data-key="add-include"]').press("Enter");
  await expectText(other.page, "#result .number", /^500/);
  assert.equal(guests.asked.at(-1).text, "count individuals\nwhere has phenotype $1");
  assert.equal(await other.page.locator(".line .left").count(), 0);
  await other.page.locator("#leaves").check();
  await expectText(other.page, ".line .left", /500 left/);
  assert.equal(guests.asked.at(-1).text, "funnel individuals\nwhere has phenotype $1");
  assert.deepEqual(other.faults, []);
  await other.close();
  await guests.close();
  assert.equal(await page.locator("#leaves-choice").isVisible(), false);
});
