// What a term stands for, asked for when somebody wants to know: how many terms, and how many codes that records use.
import { query } from "../service/api.js";
import { readAnswers } from "../service/answers.js";
import { expansionOf } from "../service/terms.js";
import { button, fill, h } from "./dom.js";

/** A button that says it, for a term of a criterion of `entity`. */
export function expansionView(entity, term) {
  const said = h("span", { class: "hint", role: "status" });
  const name = term.label || term.code;
  async function explain() {
    fill(said, "…");
    try {
      const exactly = term.exactly ? "exactly " : "";
      const { body } = await query({ text: `explain count individuals where has ${entity} ${exactly}$1`,
        parameters: { 1: term.code } });
      fill(said, expansionOf(readAnswers(body)[0]) ?? "The service does not say what this term stands for.");
    } catch (error) {
      fill(said, error.message);
    }
  }
  return [button("What does it stand for?", explain, { kind: "quiet", name: `What does it stand for? ${name}` }), said];
}
