// What answers: one node, in Muster's language, or a network, in a Beacon's.
import { countByFilters, filteringTerms, me, query, terms } from "./api.js";
import { readTerms, termsLike } from "./terms.js";

// `texts`: it takes statements, as a network does whose nodes all do. `released`: numbers have passed a release door, and
// each spends of a budget.
export const mode = { network: false, texts: true, released: false };

/** Finds out; a service that does not say is one node. */
export async function findMode() {
  try {
    const { body } = await me();
    mode.network = body.network === true;
    mode.texts = !mode.network || body.texts === true;
    mode.released = body.numbers === "released";
  } catch {
    mode.network = mode.released = false;
    mode.texts = true;
  }
}

/** Asks for the number of a statement {text, parameters}, or of a network without texts {filters}. */
export function askNumber(statement, signal) {
  return mode.texts ? query(statement, signal) : countByFilters(statement, signal);
}

let all = null;

/** Terms by words of their names. A network has one list of all. */
export async function findTerms(like, signal) {
  if (!mode.network) return readTerms((await terms(like, signal)).body);
  all ??= filteringTerms();
  try {
    return termsLike((await all).body, like);
  } catch (error) {
    all = null;
    throw error;
  }
}
