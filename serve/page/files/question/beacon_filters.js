// The question as filters of a Beacon, for a network, whose nodes are asked in that language: terms, with alternatives,
// and sex. What it cannot say is named, and then nothing is asked: without a part, it would be another question.
import { missingIn } from "./statement.js";

const sexes = { female: "NCIT:C16576", male: "NCIT:C20197", unknown: "NCIT:C17998" };

/** The filter of a criterion; null where a Beacon has none that means the same. */
function filterOf(criterion) {
  if (criterion.kind === "person") {
    const [{ field, op, values }] = criterion.with;
    const codes = values.map((value) => sexes[value]);
    if (field !== "sex" || op !== "is" || codes.includes(undefined)) return null;
    return codes.map((id) => ({ id }));
  }
  const plain = criterion.state === "present" && criterion.times === 1 && criterion.with.length === 0 &&
    criterion.inner.length === 0 && criterion.terms.length > 0;
  if (!plain) return null;
  return criterion.terms.map(({ code, exactly }) =>
    (exactly ? { id: code, includeDescendantTerms: false } : { id: code }));
}

/** {filters, unsaid}: `unsaid` are the lines that cannot be said, with "purpose" for the data-use filter. */
export function filtersOf(question) {
  const filters = [];
  const unsaid = [];
  const asked = (line) => line.on && missingIn(line) === null;
  for (const line of question.include.filter(asked)) {
    const items = line.items.map(filterOf);
    const any = items.length === 1 || line.least === 1;
    if (!any || items.includes(null)) {
      unsaid.push(line);
      continue;
    }
    const alternatives = items.flat();
    filters.push(alternatives.length === 1 ? alternatives[0] : alternatives);
  }
  unsaid.push(...question.exclude.filter(asked));
  if (question.purpose.use !== "") unsaid.push("purpose");
  return { filters, unsaid };
}
