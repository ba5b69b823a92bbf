// To take away: a link, a citation, and the question as text.
import { exportText } from "../question/statement.js";
import { toFragment } from "../question/link.js";
import { questionSentence } from "../question/sentence.js";
import { citationOf } from "../service/citation.js";
import { button, fill, h, labelled } from "./dom.js";

async function copy(box, status) {
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    status.textContent = "Copied.";
  } catch {
    status.textContent = "Marked: copy it with Ctrl-C, or with a long touch.";
  }
}

function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

function box(name, text, rows, file) {
  const status = h("span", { role: "status", class: "hint" });
  const area = h("textarea", { readonly: true, rows, spellcheck: "false" });
  area.value = text;
  return h("div", { class: "share" }, labelled(name, area),
    h("div", { class: "line-buttons" },
      button("Copy", () => copy(area, status), { kind: "quiet", name: `Copy: ${name}` }),
      file && button("Save", () => save(text, file), { kind: "quiet", name: `Save: ${name}` }), status));
}

/** `outcome`: the answer to the question as it stands, or null. */
export async function shareView(element, question, outcome) {
  const text = exportText(question);
  const url = `${location.origin}${location.pathname}${toFragment(question)}`;
  const citation = outcome === null ? null
    : await citationOf(outcome, questionSentence(question), text, location.origin);
  fill(element,
    box("Link to this question", url, 2, null),
    citation !== null && box("Citation", citation, 13, "citation.txt"),
    box("The question in Muster’s language", text, Math.min(12, text.split("\n").length + 1), "question.muster"));
}
