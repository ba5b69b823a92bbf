// The number, as large as it is uncertain, and what is to be said with it.
import { explainNumber, shortNumber } from "../service/number.js";
import { numberOf } from "../service/answers.js";
import { fill, h } from "./dom.js";

const hints = (diagnostic) => (diagnostic.hints ?? []).map(String);

const few = 3;  // notes that are shown without being asked for

function noteItem(note) {
  return h("li", { class: note.severity ?? null }, typeof note === "string" ? note : note.message,
    hints(note).length > 0 && h("span", { class: "hint" }, ` ${hints(note).join(" ")}`));
}

/** Notes of an answer, or mistakes: the message, and what to do. Warnings are never folded away. */
function noteList(notes) {
  const folded = notes.length > few ? notes.filter((note) => note.severity === "note") : [];
  const open = notes.filter((note) => !folded.includes(note));
  return [open.length > 0 && h("ul", { class: "notes" }, open.map(noteItem)),
    folded.length > 0 && h("details", {}, h("summary", {}, `${folded.length} notes on this number`),
      h("ul", { class: "notes" }, folded.map(noteItem)))].filter(Boolean);
}

/** `element` gets the number, `words` the question in words and the notes. */
export function resultView(element, words, outcome, sentence) {
  element.setAttribute("aria-busy", String(outcome.state === "waiting"));
  if (outcome.state === "waiting") {
    element.classList.add("stale");
    return;
  }
  element.classList.remove("stale");
  if (outcome.state === "failed") {
    const { error } = outcome;
    fill(element, h("p", { class: "number none" }, "no number"), h("p", { class: "error" }, error.message),
      outcome.again && h("p", { class: "hint" }, `It is asked again in ${Math.ceil(error.retryAfter)} seconds.`),
      outcome.retry && !(error.diagnostics?.length > 0) &&
        h("button", { type: "button", onclick: outcome.retry }, "Ask again"));
    fill(words, h("p", {}, sentence), noteList(error.diagnostics));
    return;
  }
  const { answer } = outcome;
  const number = numberOf(answer);
  fill(element,
    h("p", { class: `number ${number?.kind ?? "none"}` }, shortNumber(number), h("span", {}, " people")),
    h("p", { class: "meaning" }, explainNumber(number)));
  fill(words, h("p", {}, sentence), noteList(answer.notes),
    answer.provenance.note && h("p", { class: "hint" }, `With these numbers, ${answer.provenance.note}.`));
}
