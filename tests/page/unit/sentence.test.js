// Sentences say what is asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { examples } from "../../../serve/page/files/question/examples.js";
import { makeLine, makePerson, makeRecord, makeTerm } from "../../../serve/page/files/question/question.js";
import { criterionSentence, lineSentence, questionSentence } from "../../../serve/page/files/question/sentence.js";

function person(field, op, ...values) {
  const criterion = makePerson(field);
  Object.assign(criterion.with[0], { op, values });
  return criterion;
}

test("criteria follow 'people who'", () => {
  assert.equal(criterionSentence(person("sex", "is", "female")), "are female");
  assert.equal(criterionSentence(person("sex", "is not", "female", "male")), "are not female or male");
  assert.equal(criterionSentence(person("country", "recorded")), "have their country recorded");
  assert.equal(criterionSentence(person("age at death", "<", "60")), "died before the age of 60 years");
  assert.equal(criterionSentence(person("ethnicity", "is not", "x")), "have the ethnicity another than x");
});

test("a value that is still missing is seen", () => {
  assert.equal(criterionSentence(person("country", "is")), "are from …");
});

test("a record says which, and what holds of the same one", () => {
  const criterion = makeRecord("phenotype", [makeTerm("HP:1", "Seizure"), { code: "HP:2", label: "", exactly: true }]);
  criterion.with.push({ field: "onset", op: "<", values: ["5"], unit: "years" });
  assert.equal(criterionSentence(criterion),
    "have Seizure or HP:2 itself which began before the age of 5 years");
  const absent = makeRecord("disease", [makeTerm("MONDO:1", "cancer")]);
  absent.state = "excluded";
  assert.equal(criterionSentence(absent), "are recorded as not having cancer");
  const often = makeRecord("sample");
  often.times = 2;
  assert.equal(criterionSentence(often), "have a sample at least 2 times");
});

test("a run belongs to the sample that it is said of", () => {
  const line = Object.values(examples)[2]().include[0];
  assert.equal(lineSentence(line), "have a sample which is of the type tumour, with a sequencing run of that sample " +
    "which is wgs and has a depth of at least 30-fold");
});

test("alternatives read as or, and at least N as a list", () => {
  const line = makeLine(person("sex", "is", "female"));
  line.items.push(person("vital status", "is", "alive"), person("country", "is", "DE"));
  assert.equal(lineSentence(line), "are female, are alive or are from Germany");
  line.least = 2;
  assert.equal(lineSentence(line), "meet at least 2 of these: are female; are alive; are from Germany");
});

test("the whole question, without what is switched off", () => {
  const question = Object.values(examples)[1]();
  question.purpose = { use: "health research", term: null, who: "non-commercial", country: "de" };
  assert.equal(questionSentence(question),
    "People who have Seizure which began before the age of 5 years; and who were last seen at the age of 0 to 17 " +
    "completed years; and whose data may be used for health or medical research, non-commercial, in DE; leaving out " +
    "those who have Intellectual disability; by country.");
  question.include.push(makeLine(person("country", "is")));  // not complete
  for (const line of [question.include[0], question.include[1], question.exclude[0]]) line.on = false;
  question.purpose.use = "";
  question.by = [];
  assert.equal(questionSentence(question), "All people.");
});
