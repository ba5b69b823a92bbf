// Completions as values of a field: {value, label}.
import { countryName } from "../question/countries.js";

const unquoted = (text) => text.replace(/^"(.*)"$/, "$1").replace(/\\(.)/g, "$1");

/** Words of the language, which complete as well, have no description. */
export function readValues(body, path) {
  const items = Array.isArray(body.items) ? body.items : [];
  const described = items.filter((item) => String(item.text ?? "").trim() !== "" && item.description);
  return described.map((item) => {
    const value = unquoted(String(item.text).trim());
    if (path === "country") return { value: value.toUpperCase(), label: countryName(value) };
    return { value, label: "" };
  });
}
