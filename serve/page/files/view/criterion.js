// The form of one criterion: its terms, and one box for all that must hold of the same record.
import { entities, personFields } from "../question/vocabulary.js";
import { fieldOf, makeCondition, makeRecord, makeTerm } from "../question/question.js";
import { conditionView } from "./condition.js";
import { expansionView } from "./expansion.js";
import { termSearch } from "./term_search.js";
import { button, choice, h, labelled } from "./dom.js";

function termList(criterion, key, { edited, redraw }) {
  const terms = criterion.terms.map((term, at) => h("li", {},
    h("span", { class: "term-label" }, term.label || term.code), " ", h("span", { class: "term-code" }, term.code),
    h("label", { class: "tick" }, h("input", { type: "checkbox", checked: term.exactly, onchange: (event) => {
      term.exactly = event.target.checked;
      edited();
    } }), " without what is below it"),
    expansionView(criterion.entity, term),
    button("Remove", () => {
      criterion.terms.splice(at, 1);
      redraw();
    }, { kind: "quiet", name: `Remove ${term.label || term.code}` })));
  return h("div", { class: "terms-of" },
    terms.length > 0 && h("ul", { class: "chosen" }, terms),
    terms.length > 0 && h("p", { class: "hint" },
      "A term stands for itself and every more special one below it in its ontology: “epilepsy” also finds " +
      "people with “childhood absence epilepsy”. Of several terms, any one will do."),
    termSearch({ label: terms.length > 0 ? "Or another term" : "Which", placeholder: "a name or a code", key,
      pick: (term) => {
        criterion.terms.push(makeTerm(term.code, term.label));
        redraw();
      } }));
}

function conditionList(criterion, conditions, fields, inner, { edited, redraw }) {
  const has = inner ? `${criterion.entity} with has ${entities[criterion.entity].inner}` : criterion.entity;
  const rows = conditions.map((condition, at) => conditionView({
    condition, known: fieldOf(criterion, condition, inner), fields, edited, redraw,
    path: `has ${has} with ${condition.field}`,
    remove: () => {
      conditions.splice(at, 1);
      redraw();
    },
  }));
  const name = inner ? entities[criterion.entity].inner : criterion.entity;
  return [...rows, button(`Add a condition on the same ${inner ? "run" : noun(name)}`, () => {
    const [field, known] = Object.entries(fields)[0];
    conditions.push(makeCondition(field, known));
    redraw();
  }, { kind: "quiet" })];
}

const noun = (entity) => (entity === "sample" ? "sample" : "record");

function sameRecord(criterion, how) {
  const entity = entities[criterion.entity];
  const box = h("fieldset", { class: "same" }, h("legend", {}, `All of the same ${noun(criterion.entity)}`),
    conditionList(criterion, criterion.with, entity.fields, false, how));
  if (entity.inner) {
    box.append(h("fieldset", { class: "same" },
      h("legend", {}, "And all of the same sequencing run of that sample"),
      ...conditionList(criterion, criterion.inner, entities[entity.inner].fields, true, how)));
  }
  return box;
}

function recordView(criterion, key, how) {
  const kinds = Object.fromEntries(Object.entries(entities).map(([name, each]) => [name, each.title]));
  const entity = entities[criterion.entity];
  const states = { present: `people who ${entity.verb} it`, excluded: `people who ${entity.excluded} it` };
  return h("div", { class: "form" },
    h("div", { class: "condition" },
      labelled("Recorded as", choice(kinds, criterion.entity, (name) => {
        Object.assign(criterion, makeRecord(name, criterion.terms));
        how.redraw();
      })),
      entity.excluded && labelled("Means", choice(states, criterion.state, (state) => {
        criterion.state = state;
        how.redraw();
      })),
      criterion.state === "present" && labelled("At least", h("input", {
        type: "number", min: 1, max: 1000, value: criterion.times, class: "short", oninput: (event) => {
          criterion.times = Math.min(1000, Math.max(1, Math.trunc(Number(event.target.value)) || 1));
          how.edited();
        } })),
      criterion.state === "present" && h("span", {}, "times")),
    criterion.entity === "run" ? null : termList(criterion, key, how),
    sameRecord(criterion, how));
}

export function criterionView(criterion, key, how) {
  if (criterion.kind === "record") return recordView(criterion, key, how);
  const condition = criterion.with[0];
  const known = personFields[condition.field];
  return h("div", { class: "form" }, h("span", { class: "field-name" }, known.label),
    conditionView({ condition, known, fields: null, path: condition.field, remove: null, ...how }));
}
