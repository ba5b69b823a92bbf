// Answers of the service as tables: columns, rows with numbers read, the total, notes and provenance.
import { readNumber } from "./number.js";

const isNumber = (column) => column.type === "integer" || column.type === "number";

/** Of one answer: {columns: [name], roles: [role], rows: [[text, number]], total: [number], ...}. */
function readAnswer(answer) {
  const columns = (answer.columns ?? []).map((each) => (typeof each === "string" ? { name: each } : each));
  const cell = (value, at) => {
    const number = columns[at] && isNumber(columns[at]);
    return number || (typeof value === "object" && value !== null) ? readNumber(value) : value;
  };
  return {
    columns: columns.map((column) => column.name),
    roles: columns.map((column) => column.role),
    rows: (answer.rows ?? []).map((row) => row.map(cell)),
    total: (answer.total ?? []).map((value) => readNumber(value)),
    labels: answer.labels ?? {},
    notes: answer.notes ?? answer.diagnostics ?? [],
    provenance: answer.provenance ?? {},
    network: answer.network ?? null,
  };
}

/** All answers of a body. */
export function readAnswers(body) {
  const answers = (body.answers ?? []).map(readAnswer);
  for (const answer of answers) answer.network ??= body.network ?? body.info?.network ?? null;
  return answers;
}

/** The number of a count without `by`, or the last row of a funnel. */
export function numberOf(answer) {
  const row = answer.rows.at(-1);
  const at = answer.roles.indexOf("people");
  return row ? row[at >= 0 ? at : row.length - 1] ?? null : null;
}

/**
 * A funnel's rows for the parts of its statement: [{key, left, lost}], the first for all people with the key "all".
 * null where the rows are not those that were asked for.
 */
export function funnelRows(answer, parts) {
  const left = answer.roles.indexOf("people");
  const lost = answer.roles.indexOf("difference");
  if (left < 0) return null;
  if (parts.length === 0) return [{ key: "all", left: numberOf(answer), lost: null }];
  if (answer.rows.length !== parts.length + 1) return null;
  const keys = ["all", ...parts.map((part) => part.key)];
  return answer.rows.map((row, at) => ({ key: keys[at], left: row[left], lost: lost < 0 ? null : row[lost] }));
}

/** What each part costs, by key: {without, gained}. Rows of pairs follow those of single parts, and are not shown. */
export function costsByKey(answer, parts) {
  const without = answer.roles.indexOf("people");
  const gained = answer.roles.indexOf("difference");
  const costs = new Map();
  if (without < 0 || answer.rows.length < parts.length + 1) return costs;
  parts.forEach((part, at) => {
    const row = answer.rows[at + 1];
    costs.set(part.key, { without: row[without], gained: gained < 0 ? null : row[gained] });
  });
  return costs;
}

/** Is every number of the answer exact, so that a row that is not there is a row of nobody? */
export function isExact(answer) {
  const release = answer.provenance.release;
  return release === undefined || release === "exact";
}
