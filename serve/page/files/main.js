// The page: one question, shown, edited and asked. Everything follows from the question; nothing is kept elsewhere.
import { datasets as askDatasets, info as askInfo } from "./service/api.js";
import { askNumber, findMode, mode } from "./service/mode.js";
import { Asking } from "./service/asking.js";
import { costsByKey, funnelRows, isExact, readAnswers } from "./service/answers.js";
import { breakdownChoice, breakdownView } from "./view/breakdown.js";
import { readDatasets, readHost } from "./service/datasets.js";
import { datasetsView } from "./view/datasets.js";
import { button, fill, h, keepFocus } from "./view/dom.js";
import { examples } from "./question/examples.js";
import { funnelView, markMistakes } from "./view/funnel.js";
import { filtersOf } from "./question/beacon_filters.js";
import { sideView } from "./view/line.js";
import { fromFragment, toFragment } from "./question/link.js";
import { networkView } from "./view/network.js";
import { emptyQuestion } from "./question/question.js";
import { purposeView } from "./view/purpose.js";
import { resultView } from "./view/result.js";
import { lineSentence, questionSentence } from "./question/sentence.js";
import { shareView } from "./view/share.js";
import { statementOf } from "./question/statement.js";

const at = (id) => document.getElementById(id);

let question = emptyQuestion();
const shown = { main: null, costs: null, by: null, sites: null };
const site = { datasets: [], host: null, failed: null };

/** The outcome with its answer read; one that cannot be read is a failure. */
function read(outcome) {
  if (outcome.state !== "answered") return outcome;
  const [answer] = readAnswers(outcome.body);
  if (!answer) return { ...outcome, state: "failed", error: Object.assign(new Error("The service's answer is empty."),
    { diagnostics: [], retryAfter: null }) };
  return { ...outcome, answer };
}

function showFunnel() {
  const main = shown.main;
  if (!mode.texts || main?.state === "waiting") return;
  const costs = shown.costs?.state === "answered" ? costsByKey(shown.costs.answer, shown.costs.statement.parts)
    : new Map();
  funnelView(main?.state === "answered" ? funnelRows(main.answer, main.statement.parts) : null, costs);
  if (main?.state === "failed") markMistakes(main.error.diagnostics, main.statement);
  const refused = shown.costs?.state === "failed" ? shown.costs.error.message : "";
  fill(at("costs-note"), refused && `${refused}. Switch criteria off one by one to see what each costs.`);
}

const asking = {
  main: new Asking((outcome) => {
    shown.main = read(outcome);
    resultView(at("result"), at("words"), shown.main, questionSentence(question));
    networkView(at("network"), shown.main.answer?.network ?? null);
    showFunnel();
    showShare();
  }, askNumber),
  costs: new Asking((outcome) => {
    shown.costs = read(outcome);
    showFunnel();
  }),
  by: new Asking((outcome) => {
    shown.by = read(outcome);
    breakdownView(at("breakdown"), shown.by, question.by);
  }),
  sites: new Asking((outcome) => {
    shown.sites = read(outcome);
    showDatasets();
  }),
};

function showShare() {
  const answered = shown.main?.state === "answered" ? shown.main : null;
  shareView(at("share"), question, answered);
}

function showDatasets() {
  const sites = shown.sites;
  let numbers = null;
  if (question.sites && sites?.state === "answered") {
    numbers = { byId: new Map(sites.answer.rows.map((row) => [row[0], row[1]])), exact: isExact(sites.answer) };
  }
  const failed = site.failed ?? (question.sites && sites?.state === "failed" ? sites.error.message : null);
  datasetsView(at("datasets"), { ...site, numbers, failed });
}

/** Asks a network without texts for the number; nothing else can be asked of it. */
function askNetwork() {
  const { filters, unsaid } = filtersOf(question);
  if (unsaid.length === 0) {
    asking.main.ask({ text: JSON.stringify(filters), parameters: {}, parts: [], filters });
    return;
  }
  asking.main.stop();
  const names = unsaid.map((line) => (line === "purpose" ? "the purpose" : `“${lineSentence(line)}”`));
  const message = `A network is asked for terms, with alternatives, and for sex only, not for ${names.join(", ")}. ` +
    "Switch that off, or ask the sites one by one.";
  shown.main = { state: "failed", error: { message, diagnostics: [], retryAfter: null } };
  resultView(at("result"), at("words"), shown.main, questionSentence(question));
  networkView(at("network"), null);
  showShare();
}

/** Asks what the question now is; what it has not, is stopped. */
function ask() {
  if (!mode.texts) return askNetwork();
  // Each row of a funnel is a number; where numbers are counted, only those that are wanted are asked for.
  const statement = statementOf(question, { verb: mode.released && !at("leaves").checked ? "count" : "funnel" });
  asking.main.ask(statement);
  const more = (wanted, options) => (wanted ? statementOf(question, options) : null);
  shown.costs = question.costs ? shown.costs : null;
  asking.costs.ask(more(question.costs && statement.parts.length > 0, { verb: "impact" }));
  if (question.by.length === 0) {
    shown.by = null;
    breakdownView(at("breakdown"), null, []);
  }
  asking.by.ask(more(question.by.length > 0, { by: question.by }));
  shown.sites = question.sites ? shown.sites : null;
  asking.sites.ask(more(question.sites, { by: ["site"] }));
  showDatasets();
}

/** After a change that leaves the forms as they are. */
function edited() {
  history.replaceState(null, "", toFragment(question));
  showShare();
  ask();
}

function drawQuestion() {
  const how = { question, edited, redraw };
  fill(at("include"), sideView("include", how));
  fill(at("exclude"), sideView("exclude", how));
  fill(at("purpose"), purposeView(how));
  breakdownChoice(at("by"), question, redraw);
  at("costs").checked = question.costs;
  at("sites").checked = question.sites;
  at("start").hidden = question.include.length + question.exclude.length > 0;
}

function redraw() {
  keepFocus(drawQuestion);
  showFunnel();
  edited();
}

/** Puts another question in the place of this one. */
function open(next) {
  question = next;
  shown.costs = shown.by = shown.sites = null;
  redraw();
}

/** What cannot be asked is not offered. */
function showMode() {
  for (const id of ["everybody", "breakdown-panel", "sites-choice"]) at(id).hidden = !mode.texts;
  at("leaves-choice").hidden = !mode.texts || !mode.released;
}

function openLink() {
  const linked = fromFragment(location.hash);
  at("link-fault").hidden = linked !== null;
  if (linked) open(linked);
  else if (linked === undefined) open(emptyQuestion());
  else drawQuestion();
}

async function loadDatasets() {
  try {
    const [list, host] = await Promise.all([askDatasets(), askInfo()]);
    site.datasets = readDatasets(list.body);
    site.host = readHost(host.body);
    if (site.host.name) fill(at("host"), site.host.name);
  } catch (error) {
    site.failed = `What the datasets say of themselves cannot be had. ${error.message}`;
  }
  showDatasets();
}

fill(at("examples"), Object.entries(examples).map(([name, make]) => h("li", {}, button(name, () => open(make())))));
at("leaves").addEventListener("change", redraw);
at("costs").addEventListener("change", (event) => {
  question.costs = event.target.checked;
  redraw();
});
at("sites").addEventListener("change", (event) => {
  question.sites = event.target.checked;
  redraw();
});
at("clear").addEventListener("click", () => {
  open(emptyQuestion());
  document.querySelector('[data-key="add-include"]').focus();
});
window.addEventListener("hashchange", openLink);
await findMode();
showMode();
openLink();
loadDatasets();
