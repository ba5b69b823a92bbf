// The data-use filter: only people whose data may be used for what somebody intends.
import { purposes } from "../question/vocabulary.js";
import { missingInPurpose } from "../question/statement.js";
import { termSearch } from "./term_search.js";
import { makeTerm } from "../question/question.js";
import { button, choice, h, labelled } from "./dom.js";

export function purposeView({ question, edited, redraw }) {
  const { purpose } = question;
  const missing = missingInPurpose(purpose);
  const disease = purpose.use === "disease" && (purpose.term
    ? h("p", {}, h("span", { class: "term-label" }, purpose.term.label || purpose.term.code), " ",
      h("span", { class: "term-code" }, purpose.term.code), " ",
      button("Change", () => {
        purpose.term = null;
        redraw();
      }, { kind: "quiet", name: "Choose another disease" }))
    : termSearch({ label: "Which disease", placeholder: "a name or a code", key: "purpose-disease", pick: (term) => {
      purpose.term = makeTerm(term.code, term.label);
      redraw();
    } }));
  return [
    h("h2", {}, "Usable for my purpose"),
    h("p", { class: "hint" }, "Only people whose dataset or cohort permits this use of their data. Without a " +
      "statement of data use nothing is permitted."),
    h("div", { class: "condition" },
      labelled("Purpose", choice(purposes, purpose.use, (use) => {
        purpose.use = use;
        redraw();
      })),
      purpose.use !== "" && labelled("By", choice({ "": "anybody", "non-commercial": "a non-commercial user",
        commercial: "a commercial user" }, purpose.who, (who) => {
        purpose.who = who;
        redraw();
      })),
      purpose.use !== "" && labelled("In country (two letters)", h("input", { type: "text", class: "short",
        value: purpose.country, maxlength: 2, oninput: (event) => {
          purpose.country = event.target.value;
          edited();
        } }))),
    disease,
    missing && h("p", { class: "missing" }, `Not asked yet. ${missing}.`),
    h("div", { class: "effect", "data-effect": "purpose" }),
  ];
}
