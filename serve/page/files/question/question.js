// The question that is being edited: plain data, so that it fits into a link. All that comes from outside is read by
// readQuestion, which takes what it knows and refuses the rest.
//
//   question  {include: [line], exclude: [line], purpose, by: [dimension], costs: bool, sites: bool}
//   line      {id, on, least, items: [criterion]}: at least `least` of the items hold
//   criterion {kind: "record", entity, terms: [term], state, times, with: [condition], inner: [condition]}
//             {kind: "person", with: [condition]}, with one condition
//   term      {code, label, exactly}
//   condition {field, op, values: [text], unit}
//   purpose   {use, term, who, country}
import { ageUnits, comparisons, dimensions, entities, personFields, purposes } from "./vocabulary.js";

const limits = { lines: 200, items: 100, terms: 100, conditions: 30, values: 300, text: 300, times: 1000 };

let lastId = 0;

export function emptyQuestion() {
  return { include: [], exclude: [], purpose: { use: "", term: null, who: "", country: "" }, by: [], costs: false,
    sites: false };
}

export function makeLine(criterion) {
  return { id: ++lastId, on: true, least: 1, items: [criterion] };
}

export function makeTerm(code, label = "") {
  return { code, label: label.slice(0, limits.text), exactly: false };
}

export function makeRecord(entity, terms = []) {
  return { kind: "record", entity, terms, state: "present", times: 1, with: [], inner: [] };
}

export function makeCondition(field, known) {
  const op = Object.keys(comparisons[known.kind])[0];
  return { field, op, values: [], unit: known.kind === "time" ? ageUnits[0] : "" };
}

export function makePerson(field) {
  return { kind: "person", with: [makeCondition(field, personFields[field])] };
}

/** What is known of a condition's field; undefined if the criterion has no such field. */
export function fieldOf(criterion, condition, inner = false) {
  if (criterion.kind === "person") return personFields[condition.field];
  const entity = entities[criterion.entity];
  return (inner ? entities[entity.inner]?.fields : entity.fields)?.[condition.field];
}

export function findLine(question, id) {
  for (const side of ["include", "exclude"]) {
    const at = question[side].findIndex((line) => line.id === id);
    if (at >= 0) return { side, at, line: question[side][at] };
  }
  return null;
}

export function removeLine(question, id) {
  const found = findLine(question, id);
  if (found) question[found.side].splice(found.at, 1);
}

/** From what must hold to what must not, or back. */
export function moveLine(question, id) {
  const found = findLine(question, id);
  if (!found) return;
  question[found.side].splice(found.at, 1);
  question[found.side === "include" ? "exclude" : "include"].push(found.line);
}

export function removeItem(question, id, item) {
  const found = findLine(question, id);
  if (!found) return;
  found.line.items.splice(item, 1);
  found.line.least = Math.min(found.line.least, Math.max(1, found.line.items.length));
  if (found.line.items.length === 0) removeLine(question, id);
}

// Reading. What is not understood refuses the whole question: without a part of it, it would be another one, with
// another number.

class NotUnderstood extends Error {}

function insist(condition, what) {
  if (!condition) throw new NotUnderstood(what);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (table, key) => typeof key === "string" && Object.hasOwn(table, key);

function text(value = "") {
  insist(typeof value === "string" && value.length <= limits.text, "text");
  return value;
}

function list(value, most, read) {
  if (value === undefined) return [];
  insist(Array.isArray(value) && value.length <= most, "list");
  return value.map(read);
}

function whole(value, most) {
  if (value === undefined) return 1;
  insist(Number.isInteger(value) && value >= 1 && value <= most, "number");
  return value;
}

function flag(value, otherwise) {
  insist(value === undefined || typeof value === "boolean", "flag");
  return value ?? otherwise;
}

function oneOf(value, words) {
  insist(value === undefined || words.includes(value), "word");
  return value ?? words[0];
}

function readTerm(value) {
  insist(isObject(value) && text(value.code).trim() !== "", "term");
  return { code: text(value.code), label: text(value.label), exactly: flag(value.exactly, false) };
}

function readCondition(value, fields) {
  insist(isObject(value) && own(fields, value.field), "field");
  const { kind } = fields[value.field];
  insist(own(comparisons[kind], value.op), "comparison");
  return { field: value.field, op: value.op, values: list(value.values, limits.values, (each) => text(each)),
    unit: kind === "time" ? oneOf(value.unit, ageUnits) : text(value.unit) };
}

function readConditions(value, fields) {
  return list(value, limits.conditions, (each) => readCondition(each, fields));
}

function readCriterion(value) {
  insist(isObject(value), "criterion");
  if (value.kind === "person") {
    const conditions = readConditions(value.with, personFields);
    insist(conditions.length === 1, "condition");
    return { kind: "person", with: conditions };
  }
  insist(value.kind === "record" && own(entities, value.entity), "entity");
  const entity = entities[value.entity];
  return {
    kind: "record", entity: value.entity, terms: list(value.terms, limits.terms, readTerm),
    state: oneOf(value.state, entity.excluded ? ["present", "excluded"] : ["present"]),
    times: whole(value.times, limits.times), with: readConditions(value.with, entity.fields),
    inner: readConditions(value.inner, entity.inner ? entities[entity.inner].fields : {}),
  };
}

function readLine(value) {
  insist(isObject(value), "line");
  const items = list(value.items, limits.items, readCriterion);
  insist(items.length > 0, "line");
  return { id: ++lastId, on: flag(value.on, true), least: whole(value.least, items.length), items };
}

function readPurpose(value) {
  if (value === undefined) return emptyQuestion().purpose;
  insist(isObject(value) && own(purposes, value.use), "purpose");
  return { use: value.use, term: value.term ? readTerm(value.term) : null,
    who: oneOf(value.who, ["", "commercial", "non-commercial"]), country: text(value.country) };
}

/** The question in `value`, whatever that is; null if it is none, or has a part that is not understood. */
export function readQuestion(value) {
  try {
    insist(isObject(value), "question");
    const by = list(value.by, 2, (each) => oneOf(each, Object.keys(dimensions)));
    insist(new Set(by).size === by.length, "dimension");
    return { include: list(value.include, limits.lines, readLine), exclude: list(value.exclude, limits.lines, readLine),
      purpose: readPurpose(value.purpose), by, costs: flag(value.costs, false), sites: flag(value.sites, false) };
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
