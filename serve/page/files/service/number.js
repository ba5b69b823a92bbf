// Numbers of people as they are told: never a 0 where it may be few, never exact where it is not.
//
// A number is {kind, value, low, high, typical}; what is not known is null. Kinds: exact, rounded, perturbed,
// suppressed (none, or too few to be told), withheld (not told for another reason), yes (some; how many is not told),
// atLeast (not every site of a network answered).

const kinds = ["exact", "rounded", "perturbed", "suppressed", "withheld", "yes", "atLeast"];
const grouped = new Intl.NumberFormat("en-GB");

const countOr = (...values) => values.find((value) => Number.isFinite(value)) ?? null;

/** The number in a cell of an answer, of which `about` may say more; null where there is none. */
export function readNumber(cell, about = null) {
  const said = typeof cell === "object" && cell !== null ? { ...about, ...cell } : { ...about };
  const value = Number.isFinite(cell) ? cell : countOr(said.value);
  if (cell === true) return { kind: "yes", value: null, low: null, high: null, typical: null };
  if (value === null && said.kind === undefined) return null;
  let kind = said.kind ?? "exact";
  // What is not understood is not taken for exact, and a kind without its value not for a number.
  if (!kinds.includes(kind)) kind = value === null ? "withheld" : "perturbed";
  if (value === null && ["exact", "rounded", "perturbed", "atLeast"].includes(kind)) kind = "withheld";
  return { kind, value: kind === "suppressed" || kind === "withheld" ? null : value,
    low: countOr(said.low, said.lower), high: countOr(said.high, said.upper), typical: countOr(said.typical) };
}

/** Short, for tables: "1,235", "~1,235", "none", "none or few". */
export function shortNumber(number) {
  if (number === null) return "–";
  switch (number.kind) {
    case "exact": return number.value === 0 ? "none" : grouped.format(number.value);
    case "rounded":
    case "perturbed": return `~${grouped.format(number.value)}`;
    case "suppressed": return "none or few";
    case "yes": return "some";
    case "atLeast": return number.value === 0 ? "not known" : `at least ${grouped.format(number.value)}`;
    default: return "not told";
  }
}

/** One sentence that says what the number means. */
export function explainNumber(number) {
  if (number === null) return "There is no number.";
  const { low, high, typical } = number;
  const bounds = low !== null && high !== null ? `certainly ${grouped.format(low)} to ${grouped.format(high)}` : "";
  switch (number.kind) {
    case "exact": return number.value === 0 ? "Exactly none." : "The exact number.";
    case "rounded": return `Rounded${bounds ? `: ${bounds}` : ""}.`;
    case "perturbed": {
      const near = typical !== null ? `mostly within ${grouped.format(typical)} of this` : "";
      const said = [near, bounds].filter(Boolean).join(", ");
      return `About this many, to protect people${said ? `: ${said}` : ""}.`;
    }
    case "suppressed":
      return high === null ? "None, or too few to be told."
        : `None, or too few to be told: fewer than ${grouped.format(high + 1)}. It need not be 0.`;
    case "atLeast": return "Not every site answered, so there may be more.";
    case "yes": return "There are some; how many is not told here.";
    default: return "Not told, for another reason than that it is small.";
  }
}

/** Where on a scale the number is: {low, value, high}, each perhaps null. */
export function extent(number) {
  if (number === null) return { low: null, value: null, high: null };
  if (number.kind === "exact") return { low: number.value, value: number.value, high: number.value };
  return { low: number.low, value: number.value, high: number.high };
}

/** The greatest that the number may be, for the scale of a chart. */
export function greatest(number) {
  const { value, high } = extent(number);
  return Math.max(value ?? 0, number?.kind === "suppressed" ? 0 : high ?? 0);
}
