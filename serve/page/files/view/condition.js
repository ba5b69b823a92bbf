// One condition as a form: field, comparison, values, unit.
import { comparisons, ageUnits } from "../question/vocabulary.js";
import { makeCondition } from "../question/question.js";
import { suggest } from "./suggestions.js";
import { button, choice, h, labelled } from "./dom.js";

function typed(value, label, set, attributes = {}) {
  return labelled(label, h("input", { type: "text", value: value ?? "", maxlength: 300, ...attributes,
    oninput: (event) => set(event.target.value) }), { hidden: true });
}

function checkboxes(condition, known, edited) {
  return h("span", { class: "choices" }, known.choices.map((word) =>
    h("label", { class: "tick" },
      h("input", { type: "checkbox", checked: condition.values.includes(word), onchange: (event) => {
        condition.values = known.choices.filter((each) =>
          each === word ? event.target.checked : condition.values.includes(each));
        edited();
      } }), ` ${word}`)));
}

function listed(condition, known, path, edited) {
  const input = h("input", { type: "text", value: condition.values.join("; "), maxlength: 300,
    placeholder: "several: with ; between", oninput: (event) => {
      condition.values = event.target.value.split(";").map((each) => each.trim()).filter(Boolean);
      edited();
    } });
  if (known.kind === "keyword") suggest(input, path);
  return labelled(known.label, input, { hidden: true });
}

function valuesOf(condition, known, path, edited) {
  const set = (at) => (value) => {
    while (condition.values.length < at) condition.values.push("");
    condition.values[at] = value;
    edited();
  };
  const number = { inputmode: "decimal", class: "short" };
  const value = (at, label, attributes) => typed(condition.values[at], label, set(at), attributes);
  const takes = comparisons[known.kind][condition.op][1];
  if (takes === "list") return [known.choices ? checkboxes(condition, known, edited)
    : listed(condition, known, path, edited)];
  if (takes === 0) return [];
  if (condition.op === "before" || condition.op === "after") {
    return [value(0, `${known.label}: date`, { placeholder: "2024-05", class: "short" })];
  }
  const parts = [value(0, takes === 2 ? `${known.label}: from` : `${known.label}: number`, number)];
  if (takes === 2) parts.push(h("span", {}, "to"), value(1, `${known.label}: to`, number));
  if (known.kind === "time" && condition.op === "aged") parts.push(h("span", {}, "years"));
  else if (known.kind === "time") {
    const units = Object.fromEntries(ageUnits.map((unit) => [unit, unit]));
    parts.push(labelled(`${known.label}: unit`, choice(units, condition.unit, (unit) => {
      condition.unit = unit;
      edited();
    }), { hidden: true }));
  } else if (known.kind === "quantity") {
    parts.push(typed(condition.unit, `${known.label}: unit`, (unit) => {
      condition.unit = unit;
      edited();
    }, { placeholder: "unit, such as mg/dL", class: "unit" }));
  } else if (known.unit) parts.push(h("span", {}, known.unit));
  return parts;
}

const labelsOf = (fields) => Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, each.label]));

/**
 * The form. `fields`: what may be chosen, or null where the field is fixed. `edited` is called when a value changes,
 * `redraw` when the form has to be another one; `remove` is null where the condition cannot go.
 */
export function conditionView({ condition, known, fields, path, edited, redraw, remove }) {
  const ops = Object.fromEntries(Object.entries(comparisons[known.kind]).map(([op, [text]]) => [op, text]));
  return h("div", { class: "condition" },
    fields && labelled("Field", choice(labelsOf(fields), condition.field, (name) => {
      Object.assign(condition, makeCondition(name, fields[name]));
      redraw();
    }), { hidden: true }),
    labelled(`${known.label}: comparison`, choice(ops, condition.op, (op) => {
      condition.op = op;
      redraw();
    }), { hidden: true }),
    valuesOf(condition, known, path, edited),
    remove && button("Remove", remove, { kind: "quiet", name: `Remove the condition on ${known.label}` }));
}
