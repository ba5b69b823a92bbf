// What is left after each line, beside the line; and what each line costs, where that is asked for.
import { explainNumber, extent, greatest, shortNumber } from "../service/number.js";
import { h, fill } from "./dom.js";

function bar(number, most) {
  const { low, value, high } = extent(number);
  const share = (count) => `${Math.max(0, Math.min(100, (100 * count) / most)).toFixed(2)}%`;
  const parts = [h("rect", { class: "track", width: "100%", height: "100%" })];
  const rect = (name, count) => h("rect", { class: name, width: share(count), height: "100%" });
  if (high !== null && number.kind !== "exact") parts.push(rect("maybe", high));
  if (value !== null || low) parts.push(rect("bar", value ?? low));
  return h("svg", { class: "funnel-bar", "aria-hidden": "true" }, parts);
}

function costText(cost) {
  if (!cost) return null;
  return h("span", { class: "cost" }, `Without it: ${shortNumber(cost.without)}`);
}

const places = (key) => document.querySelectorAll(`[data-effect="${key}"]`);

/** `rows` as funnelRows gives them, or null; `costs` as costsByKey gives them. */
export function funnelView(rows, costs) {
  document.querySelectorAll("[data-effect]").forEach((element) => fill(element));
  if (rows === null) return;
  const most = Math.max(1, ...rows.map((row) => greatest(row.left)));
  for (const row of rows) {
    for (const element of places(row.key)) {
      fill(element, bar(row.left, most), h("span", { class: "left", title: explainNumber(row.left) },
        row.key === "all" ? `${shortNumber(row.left)} people in all` : `${shortNumber(row.left)} left`),
      row.lost && row.lost.value ? h("span", { class: "lost" }, `${shortNumber(row.lost)} fewer`) : null,
      costText(costs.get(row.key)));
    }
  }
}

/** Marks the lines that the diagnostics are about. */
export function markMistakes(diagnostics, statement) {
  for (const diagnostic of diagnostics) {
    const part = statement.parts.find((each) => diagnostic.begin >= each.begin && diagnostic.begin < each.end);
    if (!part) continue;
    for (const element of places(part.key)) {
      element.append(h("p", { class: "error" }, [diagnostic.message, ...(diagnostic.hints ?? [])].join(". ")));
    }
  }
}
