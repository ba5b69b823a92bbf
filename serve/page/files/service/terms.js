// What the service knows of terms, as the page has it: {code, label, people, places, below}.
import { readNumber } from "./number.js";

const most = 30;

function readTerm(each) {
  return {
    code: String(each.code ?? each.id ?? ""),
    label: String(each.label ?? ""),
    people: readNumber(each.individuals ?? each.people ?? each.count ?? null),
    places: (Array.isArray(each.places) ? each.places : []).map((place) => place.entity ?? place).filter(Boolean),
  };
}

/** Of a list of terms, or of an answer to `terms like`: columns code, label, ontology, individuals. */
function rowsOf(body) {
  if (Array.isArray(body.terms)) return body.terms;
  const answer = body.answers?.[0] ?? body;
  const names = (answer.columns ?? []).map((column) => column.name ?? column);
  return (answer.rows ?? []).map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell])));
}

const many = (count, word) => `${count} ${word}${count === "1" ? "" : "s"}`;

/**
 * What an explanation says of the term in it, such as "HP:0001250 Seizure and below (5 terms, 6 codes in use)", or for
 * guests "...: 5 terms of the ontologies", as a sentence; null where it says nothing of the kind.
 */
export function expansionOf(answer) {
  for (const row of answer?.rows ?? []) {
    const found = String(row[0]).match(/\((?:(\d+) terms?)?(?:, )?(?:(\d+) codes? in use)?\)$/)
      ?? String(row[0]).match(/: (\d+) terms? of the ontologies$/);
    const [, terms, codes] = found ?? [];
    if (terms === undefined && codes === undefined) continue;
    const all = terms === undefined || terms === "1" ? "It stands for itself alone"
      : `It stands for ${many(terms, "term")}: itself and those below it`;
    return codes === undefined ? `${all}.` : `${all}. Records here use ${many(codes, "code")} for that.`;
  }
  return null;
}

/** Of a Beacon's filtering terms, those with all words of `like` in their names. Nobody says how many people. */
export function termsLike(body, like) {
  const words = like.toLowerCase().split(/\s+/);
  const found = (body.response?.filteringTerms ?? []).filter((each) => each.type === "ontologyTerm"
    && words.every((word) => `${each.id} ${each.label ?? ""}`.toLowerCase().includes(word)));
  return readTerms({ terms: found });
}

export function readTerms(body) {
  return rowsOf(body).map(readTerm).filter((term) => term.code !== "").slice(0, most);
}
