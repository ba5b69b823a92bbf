// Criteria as sentences: what follows "people who".
import { comparisons, dimensions, entities, purposes } from "./vocabulary.js";
import { countryName } from "./countries.js";
import { missingIn, missingInPurpose } from "./statement.js";
import { fieldOf } from "./question.js";
import { readNumber } from "./values.js";

export function join(words, last) {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export function termName(term) {
  return term.label || term.code;
}

const given = (value) => (value ?? "").trim() || "…";
// As it is asked, not as it was typed.
const asked = (value) => readNumber(value ?? "") ?? given(value);

function timePhrase(condition, phrase) {
  const [first, second] = condition.values;
  switch (condition.op) {
    case "aged": return `${phrase} at the age of ${given(first)} to ${given(second)} completed years`;
    case "<": return `${phrase} before the age of ${given(first)} ${condition.unit}`;
    case ">=": return `${phrase} at or after the age of ${given(first)} ${condition.unit}`;
    case "before": return `${phrase} before ${given(first)}`;
    case "after": return `${phrase} after ${given(first)}`;
  }
}

function valuePhrase(condition, known) {
  const unit = known.kind === "quantity" && condition.unit.trim() !== "1" ? ` ${given(condition.unit)}` : "";
  const tail = known.kind === "number" ? known.unit ?? "" : unit;
  const values = condition.values.map(asked);
  if (condition.op === "between") return `${known.phrase} ${values[0] ?? "…"} to ${values[1] ?? "…"}${tail}`;
  return `${known.phrase} ${comparisons[known.kind][condition.op][0]} ${values[0] ?? "…"}${tail}`;
}

function chosenPhrase(condition, known) {
  const { phrase } = known;
  const values = condition.values.map((value) => value.trim()).filter((value) => value !== "");
  const list = values.length > 0 ? join(known.country ? values.map(countryName) : values, "or") : "…";
  if (condition.op === "is") return `${phrase} ${list}`;
  if (!/^(are|is)\b/.test(phrase)) return `${phrase} another than ${list}`;
  return `${phrase.replace(/^(are|is)/, "$1 not")} ${list}`;
}

function conditionPhrase(condition, known) {
  if (condition.op === "recorded") return `${known.label.toLowerCase()} recorded`;
  if (known.kind === "time") return timePhrase(condition, known.phrase);
  if (known.kind === "number" || known.kind === "quantity") return valuePhrase(condition, known);
  return chosenPhrase(condition, known);
}

function termsPhrase(criterion, entity) {
  const names = criterion.terms.map((term) => (term.exactly ? `${termName(term)} itself` : termName(term)));
  return entity.term + join(names, "or");
}

function recordPhrase(criterion) {
  const entity = entities[criterion.entity];
  const verb = criterion.state === "excluded" ? entity.excluded : entity.verb;
  let text = `${verb} ${criterion.terms.length > 0 ? termsPhrase(criterion, entity) : entity.name}`;
  if (criterion.times > 1) text += ` at least ${criterion.times} times`;
  // (Of a criterion with both, "which" is the record; what follows "with" is the inner one.)
  const which = criterion.with.map((each) => {
    const phrase = conditionPhrase(each, fieldOf(criterion, each));
    return each.op === "recorded" ? `has its ${phrase}` : phrase;
  });
  if (which.length > 0) text += ` which ${join(which, "and")}`;
  if (entity.inner && criterion.inner.length > 0) {
    const run = entities[entity.inner];
    const phrases = criterion.inner.map((each) => {
      const phrase = conditionPhrase(each, run.fields[each.field]);
      return each.op === "recorded" ? `has its ${phrase}` : phrase;
    });
    text += `${which.length > 0 ? "," : ""} with ${run.name} of that ${criterion.entity} which ${join(phrases, "and")}`;
  }
  return text;
}

export function criterionSentence(criterion) {
  if (criterion.kind === "record") return recordPhrase(criterion);
  const condition = criterion.with[0];
  const known = fieldOf(criterion, condition);
  if (condition.op === "recorded") return `have their ${known.label.toLowerCase()} recorded`;
  return conditionPhrase(condition, known);
}

export function lineSentence(line) {
  const items = line.items.map(criterionSentence);
  if (items.length === 1) return items[0];
  if (line.least === 1) return join(items, "or");
  const number = line.least === items.length ? "all" : `at least ${line.least}`;
  return `meet ${number} of these: ${items.join("; ")}`;
}

export function purposeSentence(purpose) {
  if (purpose.use === "") return "";
  let text = purpose.use === "disease"
    ? `research on ${purpose.term ? termName(purpose.term) : "…"}`
    : purposes[purpose.use].toLowerCase();
  if (purpose.who !== "") text += `, ${purpose.who}`;
  if (purpose.country.trim() !== "") text += `, in ${purpose.country.trim().toUpperCase()}`;
  return `whose data may be used for ${text}`;
}

/** The whole question in words, as it is asked: without what is switched off, or not complete. */
export function questionSentence(question) {
  const on = (side) => question[side].filter((line) => line.on && missingIn(line) === null).map(lineSentence);
  const include = on("include");
  const purpose = missingInPurpose(question.purpose) === null ? purposeSentence(question.purpose) : "";
  if (purpose !== "") include.push(purpose);
  let text = include.length > 0 ? `People who ${include.join("; and who ")}` : "All people";
  text = text.replaceAll("who whose", "whose");
  const exclude = on("exclude");
  if (exclude.length > 0) text += `; leaving out those who ${join(exclude, "or who")}`;
  if (question.by.length > 0) {
    text += `; by ${join(question.by.map((each) => dimensions[each].label.toLowerCase()), "and")}`;
  }
  return `${text}.`;
}
