// Questions in links: what goes in comes out, and what is not understood is not asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { examples } from "../../../serve/page/files/question/examples.js";
import { fromFragment, toFragment } from "../../../serve/page/files/question/link.js";
import { emptyQuestion, makeLine, makeRecord, makeTerm, moveLine, readQuestion, removeItem }
  from "../../../serve/page/files/question/question.js";
import { statementOf } from "../../../serve/page/files/question/statement.js";

const asked = (question) => {
  const { text, parameters } = statementOf(question, { by: question.by });
  return { text, parameters };
};
const fragmentOf = (value) => `#q1=${Buffer.from(JSON.stringify(value)).toString("base64url")}`;

test("a question comes out of its link as it went in", () => {
  for (const make of Object.values(examples)) {
    const question = make();
    question.costs = true;
    question.purpose.use = "health research";
    const back = fromFragment(toFragment(question));
    assert.deepEqual(asked(back), asked(question));
    assert.equal(back.costs, true);
    assert.equal(toFragment(back), toFragment(question));
  }
});

test("labels may be in any script", () => {
  const question = Object.assign(emptyQuestion(),
    { include: [makeLine(makeRecord("disease", [makeTerm("MONDO:1", "Größe, αβ, 癌")]))] });
  assert.equal(fromFragment(toFragment(question)).include[0].items[0].terms[0].label, "Größe, αβ, 癌");
});

test("an address without a question has none", () => {
  assert.equal(fromFragment(""), undefined);
  assert.equal(fromFragment("#elsewhere"), undefined);
});

test("a broken link is no question", () => {
  const whole = toFragment(Object.values(examples)[0]());
  assert.equal(fromFragment(whole.slice(0, whole.length - 7)), null);
  assert.equal(fromFragment("#q1=!!!"), null);
  assert.equal(fromFragment(fragmentOf([1, 2])), null);
  assert.equal(fromFragment(fragmentOf("text")), null);
});

test("a line with a part that is not understood refuses the whole link", () => {
  const line = (item) => ({ include: [{ on: true, least: 1, items: [item] }] });
  const record = { kind: "record", entity: "disease", terms: [], state: "present", times: 1, with: [], inner: [] };
  assert.notEqual(readQuestion(line(record)), null);
  assert.equal(readQuestion(line({ ...record, entity: "constructor" })), null);
  assert.equal(readQuestion(line({ kind: "person", with: [{ field: "__proto__", op: "is", values: [] }] })), null);
  assert.equal(readQuestion(line({ kind: "person", with: [] })), null);
  assert.equal(readQuestion({ include: [{ items: [] }] }), null);
});

test("a condition or term that is not understood refuses the whole link", () => {
  const line = (more) => ({ include: [{ items: [{ kind: "record", entity: "disease", ...more }] }] });
  assert.notEqual(readQuestion(line({ with: [{ field: "onset", op: "<", values: ["5"], unit: "years" }] })), null);
  assert.equal(readQuestion(line({ with: [{ field: "colour", op: "is", values: ["red"] }] })), null);
  assert.equal(readQuestion(line({ with: [{ field: "onset", op: "sort of", values: [] }] })), null);
  assert.equal(readQuestion(line({ terms: [{ code: 5 }] })), null);
  assert.equal(readQuestion({ include: [], purpose: { use: "world domination" } }), null);
});

test("moving and removing keep the rest", () => {
  const question = Object.values(examples)[0]();
  const [first] = question.include;
  moveLine(question, first.id);
  assert.equal(question.exclude.at(-1), first);
  const group = question.include.find((line) => line.items.length === 2);
  group.least = 2;
  removeItem(question, group.id, 0);
  assert.equal(group.least, 1);
  removeItem(question, group.id, 0);
  assert.equal(question.include.includes(group), false);
});
