// The text of a question: what is asked, and that no value gets into its words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { examples } from "../../../serve/page/files/question/examples.js";
import { emptyQuestion, makeCondition, makeLine, makePerson, makeRecord, makeTerm }
  from "../../../serve/page/files/question/question.js";
import { exportText, missingIn, missingInPurpose, statementOf }
  from "../../../serve/page/files/question/statement.js";
import { entities, personFields } from "../../../serve/page/files/question/vocabulary.js";

const disease = (code, label = "") => makeRecord("disease", [makeTerm(code, label)]);

function questionOf(include, exclude = []) {
  return Object.assign(emptyQuestion(), { include: include.map(makeLine), exclude: exclude.map(makeLine) });
}

function person(field, op, ...values) {
  const criterion = makePerson(field);
  Object.assign(criterion.with[0], { op, values });
  return criterion;
}

test("a question without criteria counts everybody, also as a funnel", () => {
  assert.deepEqual(statementOf(emptyQuestion(), { verb: "funnel" }),
    { text: "count individuals", parameters: {}, parts: [] });
});

test("inclusion is joined by and, exclusion is negated, values are parameters", () => {
  const question = questionOf([disease("MONDO:1"), person("sex", "is", "female")], [disease("MONDO:2")]);
  const { text, parameters } = statementOf(question, { verb: "funnel" });
  assert.equal(text,
    "funnel individuals\nwhere has disease $1\n  and sex is $2\n  and not (has disease $3)");
  assert.deepEqual(parameters, { 1: "MONDO:1", 2: "female", 3: "MONDO:2" });
});

test("each part of a statement is found by its place", () => {
  const question = questionOf([disease("MONDO:1"), person("sex", "is", "female")], [disease("MONDO:2")]);
  const { text, parts } = statementOf(question);
  assert.deepEqual(parts.map((part) => text.slice(part.begin, part.end)),
    ["has disease $1", "sex is $2", "not (has disease $3)"]);
  assert.deepEqual(parts.map((part) => part.key), [...question.include, ...question.exclude].map((line) => line.id));
});

test("alternatives of a line are or, or at least N of", () => {
  const question = questionOf([disease("MONDO:1")]);
  const line = question.include[0];
  line.items.push(disease("MONDO:2"), disease("MONDO:3"));
  assert.match(statementOf(question).text, /where \(has disease \$1 or has disease \$2 or has disease \$3\)$/);
  line.least = 2;
  assert.match(statementOf(question).text,
    /where at least 2 of \(has disease \$1, has disease \$2, has disease \$3\)$/);
  line.least = 3;
  assert.match(statementOf(question).text, /where at least 3 of \(/);
});

test("alternatives that are left out are negated as a whole", () => {
  const question = questionOf([], [disease("MONDO:1")]);
  question.exclude[0].items.push(disease("MONDO:2"));
  assert.match(statementOf(question).text, /where not \(has disease \$1 or has disease \$2\)$/);
  question.exclude[0].least = 2;
  assert.match(statementOf(question).text, /where not \(at least 2 of \(has disease \$1, has disease \$2\)\)$/);
});

test("what is switched off, or not complete, is not asked", () => {
  const question = questionOf([disease("MONDO:1"), person("country", "is"), disease("MONDO:3")]);
  question.include[2].on = false;
  assert.equal(statementOf(question).text, "count individuals\nwhere has disease $1");
  assert.match(missingIn(question.include[1]), /Country: choose or write a value/);
  assert.equal(missingIn(question.include[0]), null);
});

test("conditions of one record, and of a run of the same sample, stand together", () => {
  const sample = makeRecord("sample");
  sample.with.push({ field: "type", op: "is", values: ["tumour"], unit: "" });
  sample.inner.push({ field: "assay", op: "is", values: ["wgs", "wes"], unit: "" },
    { field: "depth", op: ">=", values: ["30"], unit: "" });
  assert.match(statementOf(questionOf([sample])).text,
    /where has sample with \(type is \$1 and has run with \(assay in \(\$2, \$3\) and depth >= \$4\)\)$/);
});

test("several terms, exactly one term, several times, and recorded as absent", () => {
  const criterion = makeRecord("phenotype", [makeTerm("HP:1"), { code: "HP:2", label: "", exactly: true }]);
  criterion.times = 2;
  assert.match(statementOf(questionOf([criterion])).text, /has at least 2 phenotype in \(\$1, exactly \$2\)$/);
  const absent = makeRecord("phenotype", [makeTerm("HP:1")]);
  absent.state = "excluded";
  assert.match(statementOf(questionOf([absent])).text, /has excluded phenotype \$1$/);
});

test("a country may be written by its name", () => {
  const { parameters } = statementOf(questionOf([person("country", "is", "germany", "FR", "Atlantis")]));
  assert.deepEqual(Object.values(parameters), ["DE", "FR", "Atlantis"]);
});

test("times are ages with a unit, completed years, or dates", () => {
  const age = (op, ...values) => statementOf(questionOf([person("age at enrolment", op, ...values)]));
  assert.match(age("aged", "40", "60").text, /age at enrolment aged \$1 to \$2$/);
  assert.deepEqual(age("<", "5").parameters, { 1: "5 years" });
  assert.match(age("before", "2024-05").text, /where enrolment before \$1$/);
  for (const wrong of [["aged", "60", "40"], ["aged", "1.5", "2"], ["aged", "40"], ["before", "May"], ["<", "five"]]) {
    assert.notEqual(missingIn(makeLine(person("age at enrolment", ...wrong))), null, wrong.join(" "));
  }
});

test("amounts need a number and a unit; a decimal comma is a point", () => {
  const criterion = makeRecord("measurement", [makeTerm("LOINC:4548-4")]);
  criterion.with.push({ field: "value", op: ">=", values: ["6,5"], unit: "%" });
  assert.deepEqual(statementOf(questionOf([criterion])).parameters, { 1: "LOINC:4548-4", 2: '6.5 "%"' });
  for (const twofold of ["150,000", "1,500", "-12,345,678"]) {
    criterion.with[0].values = [twofold];
    assert.match(missingIn(makeLine(criterion)), /write a number, as 150000/, twofold);
  }
  criterion.with[0].values = ["6,5"];
  criterion.with[0].unit = "";
  assert.match(missingIn(makeLine(criterion)), /unit/);
  Object.assign(criterion.with[0], { unit: "%", op: "between", values: ["7", "6"] });
  assert.match(missingIn(makeLine(criterion)), /first number is above/);
});

test("the purpose is one criterion more, with a disease as a parameter", () => {
  const question = questionOf([disease("MONDO:1")]);
  question.purpose = { use: "disease", term: makeTerm("MONDO:9"), who: "commercial", country: "de" };
  const { text, parameters, parts } = statementOf(question);
  assert.match(text, /and usable for \$2 by commercial in \$3$/);
  assert.deepEqual(parameters, { 1: "MONDO:1", 2: "MONDO:9", 3: "DE" });
  assert.equal(parts.at(-1).key, "purpose");
  question.purpose.term = null;
  assert.match(missingInPurpose(question.purpose), /choose the disease/);
  assert.doesNotMatch(statementOf(question).text, /usable/);
});

test("a breakdown has its dimensions behind the criteria", () => {
  assert.equal(statementOf(emptyQuestion(), { by: ["sex", "age"] }).text,
    "count individuals\nby sex, age at last contact in bands of 10 years");
});

// Whatever somebody types or puts into a link: the words of the statement are those of the page.
const hostile = ['x" or sex is female --', "'; drop cohort a", "$1", "MONDO:1) or (sex is male", "\\", "a\nb",
  "MONDO:1 or has sample", "5 years) or (sex is female"];

test("no typed value is in the words of a statement", () => {
  for (const typed of hostile) {
    const criterion = makeRecord("disease", [makeTerm(typed, typed)]);
    criterion.with.push({ field: "stage", op: "is", values: [typed], unit: typed });
    const question = questionOf([criterion, person("country", "is not", typed, typed)]);
    const { text } = statementOf(question, { verb: "funnel" });
    assert.equal(text, "funnel individuals\nwhere has disease $1 with stage is $2\n  and country not in ($3, $4)");
  }
});

/** The text without what stands in quotes. */
const unquoted = (text) => text.replace(/"(\\.|[^"\\])*"/g, '""');

test("written out, a typed value is one quoted text", () => {
  for (const typed of hostile) {
    const criterion = makeRecord("disease", [makeTerm(typed, "label")]);
    criterion.with.push({ field: "stage", op: "is", values: [typed], unit: "" });
    assert.equal(unquoted(exportText(questionOf([criterion]))),
      'count individuals\nwhere has disease "" with stage is "";\n', typed);
  }
});

test("written out, a code has its label behind it, and quotes in labels are plain", () => {
  assert.equal(exportText(questionOf([disease("HP:0001250", 'a "label"')])),
    'count individuals\nwhere has disease HP:0001250 "a \\"label\\"";\n');
});

test("a hostile unit is quoted in its parameter", () => {
  const criterion = makeRecord("measurement", [makeTerm("LOINC:1")]);
  criterion.with.push({ field: "value", op: ">=", values: ["6"], unit: '% or "x' });
  assert.equal(statementOf(questionOf([criterion])).parameters[2], '6 "% or \\"x"');
});

test("every field of the vocabulary makes a statement", () => {
  const values = { keyword: ["a"], code: ["a"], number: ["1"], quantity: ["1"], time: ["1", "2"] };
  const filled = (field, known) => Object.assign(makeCondition(field, known),
    { values: values[known.kind], unit: known.kind === "quantity" ? "mg" : "years" });
  for (const [field, known] of Object.entries(personFields)) {
    assert.equal(missingIn(makeLine({ kind: "person", with: [filled(field, known)] })), null, field);
  }
  for (const [name, entity] of Object.entries(entities)) {
    const criterion = makeRecord(name);
    criterion.with = Object.entries(entity.fields).map(([field, known]) => filled(field, known));
    assert.equal(missingIn(makeLine(criterion)), null, name);
  }
});

test("the examples are complete", () => {
  for (const [name, make] of Object.entries(examples)) {
    const question = make();
    for (const line of [...question.include, ...question.exclude]) assert.equal(missingIn(line), null, name);
  }
});
