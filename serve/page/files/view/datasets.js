// Where the people are: for each dataset its number, what its data may be used for, and whom to ask.
import { explainNumber, shortNumber } from "../service/number.js";
import { fill, h } from "./dom.js";

function link(url, words) {
  return h("a", { href: url, rel: "noreferrer" }, words);
}

/** Whom to ask: the dataset's own custodian if it names one, else whoever runs the service. */
function ask(dataset, host) {
  const custodian = dataset.custodian || host?.name || "whoever runs this service";
  const how = dataset.accessUrl || (dataset.custodian ? "" : host?.contact ?? "");
  return [how ? link(how, `Ask ${custodian}`) : `Ask ${custodian}`,
    dataset.access && !dataset.accessUrl && `: ${dataset.access}`];
}

function datasetView(dataset, number, host) {
  return h("li", { class: "dataset" },
    h("h3", {}, dataset.name),
    number !== undefined && h("p", { class: "dataset-number", title: explainNumber(number) },
      `${shortNumber(number)} people`),
    dataset.description && h("p", {}, dataset.description),
    h("p", {}, "May be used for: ", dataset.uses.length > 0 ? dataset.uses.join("; ")
      : "not stated, so ask before you plan with it"),
    h("p", {}, ask(dataset, host), dataset.url && [" · ", link(dataset.url, "About the dataset")]));
}

/** `numbers`: {byId, exact}, or null where they were not asked for. */
export function datasetsView(element, { datasets, host, numbers, failed }) {
  if (failed) return fill(element, h("p", { class: "error" }, failed));
  if (datasets.length === 0) return fill(element, h("p", {}, "No dataset describes itself here."));
  const absent = { kind: "suppressed", value: null, low: 0, high: null, typical: null };
  const exactNone = { kind: "exact", value: 0, low: 0, high: 0, typical: null };
  const of = (dataset) => numbers === null ? undefined
    : numbers.byId.get(dataset.id) ?? (numbers.exact ? exactNone : absent);
  fill(element, h("ul", { class: "datasets" }, datasets.map((each) => datasetView(each, of(each), host))));
}
