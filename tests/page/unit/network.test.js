// A network is asked in the language of Beacons: all of the question, or nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filtersOf } from "../../../serve/page/files/question/beacon_filters.js";
import { emptyQuestion, makeLine, makePerson, makeRecord, makeTerm }
  from "../../../serve/page/files/question/question.js";
import { numberOf, readAnswers } from "../../../serve/page/files/service/answers.js";
import { answerOfBeacon } from "../../../serve/page/files/service/beacon_answer.js";
import { explainNumber, shortNumber } from "../../../serve/page/files/service/number.js";
import { termsLike } from "../../../serve/page/files/service/terms.js";

const disease = (code) => makeRecord("disease", [makeTerm(code)]);
const sex = (...values) => {
  const criterion = makePerson("sex");
  criterion.with[0].values = values;
  return criterion;
};
const include = (...criteria) => Object.assign(emptyQuestion(), { include: criteria.map(makeLine) });

test("terms and sex are filters, alternatives are one list", () => {
  const question = include(disease("MONDO:1"), sex("female"));
  question.include[0].items.push(disease("MONDO:2"));
  assert.deepEqual(filtersOf(question),
    { filters: [[{ id: "MONDO:1" }, { id: "MONDO:2" }], { id: "NCIT:C16576" }], unsaid: [] });
  const exactly = include(disease("MONDO:1"));
  exactly.include[0].items[0].terms[0].exactly = true;
  assert.deepEqual(filtersOf(exactly).filters, [{ id: "MONDO:1", includeDescendantTerms: false }]);
});

test("what a Beacon cannot say is named", () => {
  const times = disease("MONDO:1");
  times.times = 2;
  const absent = disease("MONDO:1");
  absent.state = "excluded";
  const condition = disease("MONDO:1");
  condition.with.push({ field: "onset", op: "<", values: ["5"], unit: "years" });
  for (const criterion of [times, absent, condition, makeRecord("sample"), sex("other")]) {
    assert.equal(filtersOf(include(criterion)).unsaid.length, 1);
  }
  const both = include(disease("MONDO:1"));
  both.include[0].items.push(disease("MONDO:2"));
  both.include[0].least = 2;
  assert.equal(filtersOf(both).unsaid.length, 1);
  const left = Object.assign(emptyQuestion(), { exclude: [makeLine(disease("MONDO:1"))] });
  assert.equal(filtersOf(left).unsaid.length, 1);
  left.exclude[0].on = false;
  left.purpose.use = "health research";
  assert.deepEqual(filtersOf(left).unsaid, ["purpose"]);
});

const told = (responseSummary, info = {}) => numberOf(readAnswers(answerOfBeacon({ responseSummary, info }, []))[0]);
const whole = { asked: 3, answered: 3, failed: [], lower: 10, upper: 20 };

test("a sum is exact, within bounds, at least, few, or just some", () => {
  assert.equal(shortNumber(told({ exists: true, numTotalResults: 12 }, { network: { ...whole, upper: 12 } })), "12");
  const rounded = told({ exists: true, numTotalResults: 15, countPrecision: "imprecise" },
    { network: whole, resultCountDescription: { minRange: 10, maxRange: 20 } });
  assert.equal(shortNumber(rounded), "~15");
  assert.match(explainNumber(rounded), /certainly 10 to 20/);
  assert.equal(shortNumber(told({ exists: true, numTotalResults: 12, countPrecision: "imprecise" },
    { network: { ...whole, answered: 2, lower: 10, upper: null } })), "at least 10");
  assert.equal(shortNumber(told({ exists: false, numTotalResults: 0, countPrecision: "imprecise" },
    { network: whole, resultCountDescription: { minRange: 0, maxRange: 63 } })), "none or few");
  assert.equal(shortNumber(told({ exists: false, numTotalResults: 0, countPrecision: "imprecise" },
    { network: { ...whole, lower: 0, upper: null } })), "not known");
  assert.equal(shortNumber(told({ exists: true })), "some");
  assert.equal(shortNumber(told({ exists: false })), "none or few");
});

test("terms of a network are found by all words of their names", () => {
  const body = { response: { filteringTerms: [{ id: "HP:0001250", type: "ontologyTerm", label: "Seizure" },
    { id: "age", type: "alphanumeric", label: "age" }] } };
  assert.deepEqual(termsLike(body, "seiz").map((term) => [term.code, term.people]), [["HP:0001250", null]]);
  assert.deepEqual(termsLike(body, "age"), []);
});
