// Proposals for the values of a field, asked of the service when somebody first goes into the box.
import { complete } from "../service/api.js";
import { readValues } from "../service/values_in_use.js";
import { h, newId } from "./dom.js";

const known = new Map();

async function valuesOf(path) {
  const begin = `count individuals where ${path} is `;
  if (!known.has(path)) known.set(path, complete(begin).then(({ body }) => readValues(body, path)));
  try {
    return await known.get(path);
  } catch {
    known.delete(path);
    return [];
  }
}

/** Gives `input` the words that `path` ("country", "has run with platform") has. Without an answer, none. */
export function suggest(input, path) {
  const list = h("datalist", { id: newId("values") });
  input.setAttribute("list", list.id);
  input.addEventListener("focus", async () => {
    if (list.isConnected) return;
    input.after(list);
    list.append(...(await valuesOf(path)).map((each) =>
      h("option", { value: each.value, label: each.label || null })));
  }, { once: true });
}
