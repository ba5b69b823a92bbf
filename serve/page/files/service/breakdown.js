// The answer to a count by one or two dimensions, as a table: headings, and a number for each cell.
import { dimensions } from "../question/vocabulary.js";
import { countryName } from "../question/countries.js";
import { isExact } from "./answers.js";

const hidden = "(not shown)";
const none = { kind: "exact", value: 0, low: 0, high: 0, typical: null };
const few = { kind: "suppressed", value: null, low: 0, high: null, typical: null };

function nameOf(value, dimension, labels) {
  if (value === null || value === "") return "not recorded";
  if (labels[value]) return labels[value];
  if (dimension === "country") return countryName(value);
  return String(value).replace(/^(-?\d+) to <(-?\d+) years$/, (all, from, to) => `${from} to ${to - 1} years`);
}

const distinct = (values) => [...new Set(values)];

/**
 * {heads: [text], columns: [text], rows: [{name, cells: [number]}], total, hides}: of two dimensions, the one with
 * more values makes the rows. A cell without a row is nobody where all is exact, and else nobody or few.
 * `hides`: numbers are left out that are too small. null where the answer is not such a table.
 */
export function tableOf(answer, by) {
  const count = answer.roles.indexOf("people");
  if (count !== by.length || by.length < 1) return null;
  const rows = answer.rows.filter((row) => row[0] !== hidden);
  const hides = rows.length !== answer.rows.length;
  const total = answer.total[0] ?? null;
  const name = (value, at) => nameOf(value, by[at], answer.labels);
  const heads = by.map((each) => dimensions[each].label);
  if (by.length === 1) {
    const ordered = by[0] === "country" ? [...rows].sort((a, b) => rank(a[0]) - rank(b[0])
      || name(a[0], 0).localeCompare(name(b[0], 0), "en")) : rows;
    return { heads, columns: ["People"], total, hides,
      rows: ordered.map((row) => ({ name: name(row[0], 0), cells: [row[1]] })) };
  }
  const values = [0, 1].map((at) => distinct(rows.map((row) => row[at])));
  // Bands and values are in the order of the answer, which may be broken where a first value lacks some of the second.
  const sorted = (at) => [...values[at]].sort((a, b) => compare(a, b));
  const down = values[0].length >= values[1].length ? 0 : 1;
  const across = 1 - down;
  const cells = new Map(rows.map((row) => [JSON.stringify([row[down], row[across]]), row[count]]));
  const absent = isExact(answer) ? none : few;
  return {
    heads: [heads[down], heads[across]], columns: sorted(across).map((value) => name(value, across)), total, hides,
    rows: sorted(down).map((value) => ({ name: name(value, down),
      cells: sorted(across).map((other) => cells.get(JSON.stringify([value, other])) ?? absent) })),
  };
}

/** What is not recorded, or not known, stands last. */
function rank(value) {
  return value === null || value === "" ? 2 : value === "uncertain" || value === "unknown" ? 1 : 0;
}

/** Bands by their numbers, words by the alphabet. */
function compare(a, b) {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [x, y] = [parseFloat(a), parseFloat(b)];
  if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
  return String(a).localeCompare(String(b), "en");
}
