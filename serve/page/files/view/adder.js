// Where criteria are added: a search over terms, and the kinds that need none.
import { entities, personFields, usualEntity } from "../question/vocabulary.js";
import { makePerson, makeRecord, makeTerm } from "../question/question.js";
import { termSearch } from "./term_search.js";
import { choice, h, labelled } from "./dom.js";

/** `add` gets the new criterion, and whether it has to be filled in yet. */
export function adder({ label, key, add }) {
  const others = { "": "choose …" };
  for (const [name, field] of Object.entries(personFields)) others[`person ${name}`] = field.label;
  for (const [name, entity] of Object.entries(entities)) others[`record ${name}`] = entity.title;
  return h("div", { class: "adder" },
    termSearch({ label, placeholder: "diabetes, seizure, HbA1c, metformin …", key, pick: (term) => {
      const entity = term.places.find((place) => Object.hasOwn(entities, place)) ?? usualEntity(term.code);
      // Where it is not known what the code is recorded as, the form asks: a wrong guess would count nobody.
      add(makeRecord(entity ?? "disease", [makeTerm(term.code, term.label)]), entity === null);
    } }),
    labelled("or by", choice(others, "", (chosen) => {
      const [kind, ...name] = chosen.split(" ");
      if (kind === "person") add(makePerson(name.join(" ")), true);
      if (kind === "record") add(makeRecord(name.join(" ")), true);
    })));
}
