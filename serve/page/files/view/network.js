// Of a network: which nodes answered, and what their sum means.
import { fill, h } from "./dom.js";
import { shortNumber, readNumber } from "../service/number.js";

const nameOf = (node) => (typeof node === "string" ? node : node.name ?? node.beaconId ?? node.id ?? "a node");
const reasonOf = (node) => node.reason ?? node.errorMessage ?? node.error ?? "";
const count = (value) => (Array.isArray(value) ? value.length : value);

function nodes(list, title) {
  if (!Array.isArray(list) || list.length === 0) return null;
  return [h("p", { class: "missing" }, title), h("ul", {}, list.map((node) =>
    h("li", {}, nameOf(node), reasonOf(node) !== "" && `: ${reasonOf(node)}`)))];
}

/** `network`: {asked, answered, failed, notUnderstood, lower, upper}; null where one node answers. */
export function networkView(element, network) {
  element.hidden = network === null;
  if (network === null) return;
  const asked = count(network.asked);
  const answered = count(network.answered);
  const low = readNumber(network.lower);
  const high = readNumber(network.upper);
  const range = high === null ? low && `At least ${shortNumber(low)}, as not everybody answered.`
    : low && low.value !== high.value && `Altogether ${shortNumber(low)} to ${shortNumber(high)}.`;
  fill(element, h("h2", {}, "Who answered"),
    h("p", {}, `${answered} of ${asked} sites answered. `, range),
    nodes(network.failed, "These did not answer, and their people are not in the number:"),
    nodes(network.notUnderstood, "These do not know a term of the question; their people are not 0, but unknown:"),
    h("p", { class: "hint" }, "Nobody is matched across sites: who is known at two of them counts twice. " +
      "Sites look for a term wherever their records have it."));
}
