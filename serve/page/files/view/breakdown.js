// The breakdown: which dimensions, one table, one chart.
import { dimensions } from "../question/vocabulary.js";
import { explainNumber, shortNumber } from "../service/number.js";
import { tableOf } from "../service/breakdown.js";
import { chart } from "./chart.js";
import { fill, h } from "./dom.js";

function cell(number) {
  return h("td", { class: number?.kind ?? "none", title: explainNumber(number) }, shortNumber(number));
}

function tableView(table, caption) {
  const wide = table.columns.length > 1;
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h("table", {}, h("caption", {}, caption),
      h("thead", {},
        wide && h("tr", {}, h("td", {}), h("th", { scope: "colgroup", colspan: table.columns.length }, table.heads[1])),
        h("tr", {}, h("th", { scope: "col" }, table.heads[0]),
          table.columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, table.rows.map((row) =>
        h("tr", {}, h("th", { scope: "row" }, row.name), row.cells.map(cell))))));
}

/** The choice of dimensions, at most two. */
export function breakdownChoice(element, question, redraw) {
  const full = question.by.length >= 2;
  fill(element, h("legend", {}, "Break down by (one or two)"),
    Object.entries(dimensions).map(([name, each]) => h("label", { class: "tick" },
      h("input", { type: "checkbox", "data-key": `by-${name}`, checked: question.by.includes(name),
        disabled: full && !question.by.includes(name), onchange: (event) => {
          question.by = question.by.filter((other) => other !== name);
          if (event.target.checked) question.by.push(name);
          redraw();
        } }), ` ${each.label}`)));
}

/** `outcome` as Asking gives it, with `answer` read; null where no breakdown is asked for. */
export function breakdownView(element, outcome, by) {
  element.setAttribute("aria-busy", String(outcome?.state === "waiting"));
  element.classList.toggle("stale", outcome?.state === "waiting");
  if (outcome === null) return fill(element);
  if (outcome.state === "waiting") return;
  if (outcome.state === "failed") return fill(element, h("p", { class: "error" }, outcome.error.message));
  const table = tableOf(outcome.answer, by);
  if (table === null) return fill(element, h("p", { class: "error" }, "The breakdown cannot be read."));
  const caption = `People by ${by.map((each) => dimensions[each].label.toLowerCase()).join(" and ")}`;
  fill(element, table.rows.length > 0 ? [chart(table, caption, element.clientWidth), tableView(table, caption)]
    : h("p", {}, "No row has enough people to be shown."),
  h("p", { class: "hint" }, table.total && `Altogether ${shortNumber(table.total)}. `,
    table.hides && "Rows with nobody or few people are not shown, and numbers need not add up."));
}
