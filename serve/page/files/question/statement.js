// The text of a question in Muster's language. Each line of the question is one criterion joined by `and`, so that the
// rows of a funnel are the lines. Texts that people typed are in no statement: values.js writes them.
import { dimensions, entities } from "./vocabulary.js";
import { countryCode } from "./countries.js";
import { fieldOf } from "./question.js";
import { Literals, Parameters, readDate, readNumber } from "./values.js";

/** Thrown where a value is still missing or cannot be read: its line is left out, visibly. */
class Incomplete extends Error {}

function need(value, message) {
  if (value === null || value === undefined || value === "") throw new Incomplete(message);
  return value;
}

const words = (values) => values.map((value) => value.trim()).filter((value) => value !== "");

function listOf(written) {
  return written.length === 1 ? written[0] : `(${written.join(", ")})`;
}

/** A time by the person's age, or by dates, for which an age has another name. */
function times(condition, known, writer) {
  const age = (at) => need(readNumber(condition.values[at] ?? ""), `${known.label}: write an age, such as 40`);
  if (condition.op === "aged") {
    const from = age(0);
    const to = age(1);
    if (!Number.isInteger(Number(from)) || !Number.isInteger(Number(to))) {
      throw new Incomplete(`${known.label}: completed years are whole numbers`);
    }
    if (Number(from) > Number(to)) throw new Incomplete(`${known.label}: the first age is above the second`);
    return `${condition.field} aged ${writer.plain(from)} to ${writer.plain(to)}`;
  }
  if (condition.op === "before" || condition.op === "after") {
    const date = need(readDate(condition.values[0] ?? ""), `${known.label}: write a date, such as 2024-05 or 2024`);
    return `${known.date ?? condition.field} ${condition.op} ${writer.plain(date)}`;
  }
  return `${condition.field} ${condition.op} ${writer.age(age(0), condition.unit)}`;
}

function amounts(condition, known, writer) {
  const at = (index) => need(readNumber(condition.values[index] ?? ""), `${known.label}: write a number, as 150000 or 6.5`);
  const unit = known.kind === "quantity" ? need(condition.unit.trim(), `${known.label}: write the unit, or 1`) : "";
  if (condition.op !== "between") return `${condition.op} ${writer.amount(at(0), unit)}`;
  if (Number(at(0)) > Number(at(1))) throw new Incomplete(`${known.label}: the first number is above the second`);
  return `between ${writer.amount(at(0), unit)} and ${writer.amount(at(1), unit)}`;
}

function chosen(condition, known, writer) {
  const values = words(condition.values);
  if (values.length === 0) throw new Incomplete(`${known.label}: choose or write a value`);
  const write = (value) => {
    if (known.kind === "code") return writer.term({ code: value, label: "" });
    return writer.word(known.country ? countryCode(value) : value);
  };
  const written = values.map(write);
  if (written.length === 1) return `${condition.op} ${written[0]}`;
  return `${condition.op === "is not" ? "not " : ""}in ${listOf(written)}`;
}

function conditionText(criterion, condition, inner, writer) {
  const known = fieldOf(criterion, condition, inner);
  if (condition.op === "recorded") return `${condition.field} is recorded`;
  if (known.kind === "time") return times(condition, known, writer);
  if (known.kind === "number" || known.kind === "quantity") {
    return `${condition.field} ${amounts(condition, known, writer)}`;
  }
  return `${condition.field} ${chosen(condition, known, writer)}`;
}

function withText(parts) {
  if (parts.length === 0) return "";
  return ` with ${parts.length === 1 ? parts[0] : `(${parts.join(" and ")})`}`;
}

function criterionText(criterion, writer) {
  if (criterion.kind === "person") return conditionText(criterion, criterion.with[0], false, writer);
  const inner = entities[criterion.entity].inner;
  let text = "has ";
  if (criterion.times > 1) text += `at least ${criterion.times} `;
  if (criterion.state === "excluded") text += "excluded ";
  text += criterion.entity;
  const terms = criterion.terms.map((term) => (term.exactly ? "exactly " : "") + writer.term(term));
  if (terms.length === 1) text += ` ${terms[0]}`;
  if (terms.length > 1) text += ` in (${terms.join(", ")})`;
  const conditions = criterion.with.map((each) => conditionText(criterion, each, false, writer));
  if (criterion.inner.length > 0) {
    const parts = criterion.inner.map((each) => conditionText(criterion, each, true, writer));
    conditions.push(`has ${inner}${withText(parts)}`);
  }
  return text + withText(conditions);
}

function lineText(line, side, writer) {
  const items = line.items.map((item) => criterionText(item, writer));
  let text = items[0];
  if (items.length > 1) {
    text = line.least === 1 ? `(${items.join(" or ")})` : `at least ${line.least} of (${items.join(", ")})`;
  }
  if (side === "include") return text;
  return text.startsWith("(") ? `not ${text}` : `not (${text})`;
}

function purposeText(purpose, writer) {
  if (purpose.use === "") return null;
  let text = "usable for ";
  if (purpose.use === "disease") {
    text += writer.term(need(purpose.term, "Usable for research on a disease: choose the disease"));
  } else {
    text += purpose.use;
  }
  if (purpose.who !== "") text += ` by ${purpose.who}`;
  const country = purpose.country.trim();
  if (country !== "") {
    if (!/^[A-Za-z]{2}$/.test(country)) throw new Incomplete("Write the two letters of a country, such as DE");
    text += ` in ${writer.word(country.toUpperCase())}`;
  }
  return text;
}

/** Why the line cannot be asked yet; null if it can. */
export function missingIn(line) {
  try {
    lineText(line, "include", new Parameters());
    return null;
  } catch (error) {
    if (error instanceof Incomplete) return error.message;
    throw error;
  }
}

export function missingInPurpose(purpose) {
  try {
    purposeText(purpose, new Parameters());
    return null;
  } catch (error) {
    if (error instanceof Incomplete) return error.message;
    throw error;
  }
}

/** Keys of the lines that are asked for: their ids, and "purpose". */
function partsOf(question, writer) {
  const parts = [];
  for (const side of ["include", "exclude"]) {
    for (const line of question[side]) {
      if (line.on && missingIn(line) === null) parts.push({ key: line.id, text: lineText(line, side, writer) });
    }
  }
  if (missingInPurpose(question.purpose) === null) {
    const text = purposeText(question.purpose, writer);
    if (text !== null) parts.push({ key: "purpose", text });
  }
  return parts;
}

/**
 * The statement of `question`: {text, parameters, parts: [{key, begin, end}]}, with the place of each part in the text.
 * `verb` is count, funnel or impact; without a criterion, all of them are a count. `by`: names of dimensions.
 */
export function statementOf(question, { verb = "count", by = [], writer = new Parameters() } = {}) {
  const written = partsOf(question, writer);
  let text = `${written.length === 0 ? "count" : verb} individuals`;
  const parts = [];
  written.forEach((part, at) => {
    text += at === 0 ? "\nwhere " : "\n  and ";
    parts.push({ key: part.key, begin: text.length, end: text.length + part.text.length });
    text += part.text;
  });
  if (by.length > 0) text += `\nby ${by.map((each) => dimensions[each].by).join(", ")}`;
  return { text, parameters: writer.values, parts };
}

/** The question as a text to keep: values written out, with labels. */
export function exportText(question) {
  return `${statementOf(question, { by: question.by, writer: new Literals() }).text};\n`;
}
