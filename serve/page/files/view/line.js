// One line of the question: a sentence, its switch, what it leaves of the people, and a form when it is edited.
import { missingIn } from "../question/statement.js";
import { lineSentence, criterionSentence } from "../question/sentence.js";
import { criterionView } from "./criterion.js";
import { adder } from "./adder.js";
import { makeLine, moveLine, removeItem, removeLine } from "../question/question.js";
import { button, choice, h, labelled } from "./dom.js";

/** Lines whose form is open, and those to which an alternative is being added: not part of the question. */
const open = new Set();
const adding = new Set();

export function openLine(id) {
  open.add(id);
}

function leastChoice(line, redraw) {
  const many = line.items.length;
  const options = { 1: "any one of these" };
  for (let least = 2; least < many; ++least) options[least] = `at least ${least} of these`;
  options[many] = many === 2 ? "both of these" : `all ${many} of these`;
  return labelled("People need", choice(options, String(line.least), (least) => {
    line.least = Number(least);
    redraw();
  }));
}

function forms(line, how) {
  return line.items.map((item, at) => h("div", { class: "item" },
    line.items.length > 1 && h("div", { class: "item-head" }, h("span", {}, criterionSentence(item)),
      button("Remove", () => {
        removeItem(how.question, line.id, at);
        how.redraw();
      }, { kind: "quiet", name: `Remove: ${criterionSentence(item)}` })),
    criterionView(item, `term-${line.id}-${at}`, how)));
}

function alternatives(line, how) {
  if (!adding.has(line.id)) {
    return button("Add an alternative", () => {
      adding.add(line.id);
      open.add(line.id);
      how.redraw();
      document.querySelector(`[data-key="or-${line.id}"]`)?.focus();
    }, { kind: "quiet", key: `alternative-${line.id}` });
  }
  return adder({ label: "Or people who have", key: `or-${line.id}`, add: (criterion) => {
    line.items.push(criterion);
    adding.delete(line.id);
    how.redraw();
  } });
}

function setOpen(line, value, how) {
  if (value) open.add(line.id);
  else {
    open.delete(line.id);
    adding.delete(line.id);
  }
  how.redraw();
}

/** `how`: {question, edited, redraw}. Elements with data-line are filled in by view/funnel.js. */
export function lineView(line, side, how) {
  const key = (what) => `${what}-${line.id}`;
  const isOpen = open.has(line.id);
  const sentence = h("span", { class: "sentence", id: `sentence-${line.id}` }, lineSentence(line));
  const missing = h("p", { class: "missing", hidden: true });
  const refresh = () => {
    sentence.textContent = lineSentence(line);
    const why = missingIn(line);
    missing.hidden = why === null;
    missing.textContent = why === null ? "" : `Not asked yet. ${why}.`;
  };
  const own = { ...how, edited: () => {
    refresh();
    how.edited();
  } };
  refresh();
  const name = (what) => `${what}: ${lineSentence(line)}`;
  return h("li", { class: `line${line.on ? "" : " off"}`, "data-line": line.id },
    h("div", { class: "line-head" },
      h("label", { class: "switch" }, h("input", { type: "checkbox", checked: line.on, "data-key": key("switch"),
        "aria-label": name("Use"), onchange: (event) => {
          line.on = event.target.checked;
          how.redraw();
        } })),
      sentence),
    h("div", { class: "effect", "data-effect": line.id }),
    missing,
    h("div", { class: "line-buttons" },
      button(isOpen ? "Done" : "Edit", () => setOpen(line, !isOpen, how),
        { kind: "quiet", name: name(isOpen ? "Done" : "Edit"), key: key("edit") }),
      button(side === "include" ? "Leave out instead" : "Include instead", () => {
        moveLine(how.question, line.id);
        how.redraw();
      }, { kind: "quiet", key: key("move"), name: name(side === "include" ? "Leave out instead" : "Include instead") }),
      button("Remove", () => {
        removeLine(how.question, line.id);
        how.redraw();
        document.querySelector(`[data-key="add-${side}"]`)?.focus();
      }, { kind: "quiet", name: name("Remove"), key: key("remove") })),
    isOpen && h("div", { class: "line-form" },
      line.items.length > 1 && leastChoice(line, how.redraw), forms(line, own), alternatives(line, how)));
}

const silent = "People of whom nothing is recorded about it stay in.";

/** One side of the question. */
export function sideView(side, how) {
  const { question } = how;
  const include = side === "include";
  const lines = question[side];
  const add = (criterion, fill) => {
    const line = makeLine(criterion);
    lines.push(line);
    if (fill) open.add(line.id);
    how.redraw();
    document.querySelector(`[data-key="${fill ? "edit" : "switch"}-${line.id}"]`)?.focus();
  };
  return [
    h("h2", { id: `${side}-title` }, include ? "Count people who" : "Leave out people who"),
    h("p", { class: "hint" }, include
      ? (lines.length > 1 ? "All of these must hold." : "Each line must hold of everybody who is counted.")
      : `Whoever meets any of these is not counted. ${silent}`),
    lines.length > 0 && h("ul", { class: "lines" }, lines.map((line) => lineView(line, side, how))),
    adder({ label: include ? "Add: people who have" : "Leave out: people who have", key: `add-${side}`, add }),
  ];
}
