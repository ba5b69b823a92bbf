// What answers: one node, in Muster's language, or a network, in a Beacon's.
import { countByFilters, filteringTerms, me, query, terms } from "./api.js";
import { readTerms, termsLike } from "./terms.js";

export const mode = { network: false };

/** Finds out; a service that does not say is one node. */
export async function findMode() {
  try {
    mode.network = (await me()).body.network === true;
  } catch {
    mode.network = false;
  }
}

/** Asks for the number of a statement {text, parameters}, or of a network {filters}. */
export function askNumber(statement, signal) {
  return mode.network ? countByFilters(statement, signal) : query(statement, signal);
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
