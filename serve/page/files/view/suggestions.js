// Proposals for the values of a field, asked of the service when somebody first goes into the box.
import { complete } from "../service/api.js";
import { countryName } from "../question/countries.js";
import { h, newId } from "./dom.js";

const known = new Map();

async function valuesOf(path) {
  if (!known.has(path)) {
    known.set(path, complete(`count individuals where ${path} is `).then(({ body }) => {
      const items = body.items ?? body.completions?.items ?? [];
      return items.map((item) => ({ value: String(item.text ?? "").trim(), label: String(item.description ?? "") }))
        .filter((item) => item.value !== "");
    }));
  }
  try {
    return await known.get(path);
  } catch {
    known.delete(path);
    return [];
  }
}

const nameOf = (path, value) => (path === "country" ? countryName(value) : null);

/** Gives `input` the values that `path` ("country", "has sample with stage") has. Without an answer, none. */
export function suggest(input, path) {
  const list = h("datalist", { id: newId("values") });
  input.setAttribute("list", list.id);
  input.addEventListener("focus", async () => {
    if (list.isConnected) return;
    input.after(list);
    const plain = (value) => value.replace(/^"(.*)"$/, "$1");
    list.append(...(await valuesOf(path)).map((each) =>
      h("option", { value: plain(each.value), label: each.label || nameOf(path, each.value) })));
  }, { once: true });
}
