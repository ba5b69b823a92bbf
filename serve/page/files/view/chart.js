// A bar chart of a breakdown. What is certain is solid, what may be is pale: a number with noise has no sharp end.
import { extent, greatest, shortNumber } from "../service/number.js";
import { h } from "./dom.js";

const size = { widest: 720, narrowest: 300, number: 80, bar: 14, gap: 2, group: 10, top: 6 };
const colours = 6;  // classes series-0 to series-5

function barOf(number, x, y, scale, series, title) {
  const { low, value, high } = extent(number);
  const parts = [h("title", {}, title)];
  const rect = (name, from, to) => h("rect", { class: name, x: x + from * scale, y, height: size.bar,
    width: Math.max(0.5, (to - from) * scale) });
  if (number.kind === "suppressed") {
    parts.push(h("rect", { class: "few", x, y, width: 8, height: size.bar }));
  } else if (value !== null) {
    parts.push(rect(`series-${series}`, 0, value));
    if (number.kind !== "exact" && low !== null && high !== null) {
      const middle = y + size.bar / 2;
      parts.push(h("line", { class: "whisker", x1: x + low * scale, x2: x + high * scale, y1: middle, y2: middle }));
    }
  }
  return h("g", {}, parts);
}

/**
 * `table` as tableOf gives it; `room`: how many pixels wide it may be, so that its letters stay as large on a phone.
 * The table beside it says the same to who cannot see it.
 */
export function chart(table, title, room) {
  const width = Math.round(Math.min(size.widest, Math.max(size.narrowest, room)));
  const names = Math.round(Math.min(190, width * 0.33));
  const letters = Math.floor(names / 7.5);
  const most = Math.max(1, ...table.rows.flatMap((row) => row.cells.map(greatest)));
  const scale = (width - names - size.number) / most;
  const groupHeight = table.columns.length * (size.bar + size.gap) + size.group;
  const height = size.top * 2 + table.rows.length * groupHeight;
  const parts = [];
  table.rows.forEach((row, at) => {
    const top = size.top + at * groupHeight;
    const middle = top + (groupHeight - size.group) / 2;
    const short = row.name.length > letters ? `${row.name.slice(0, letters - 1)}…` : row.name;
    parts.push(h("text", { class: "name", x: names - 10, y: middle + 4, "text-anchor": "end" }, short));
    row.cells.forEach((number, column) => {
      const y = top + column * (size.bar + size.gap);
      const of = table.columns.length > 1 ? `, ${table.columns[column]}` : "";
      parts.push(barOf(number, names, y, scale, column % colours, `${row.name}${of}: ${shortNumber(number)}`));
      const end = names + greatest(number) * scale + (number?.kind === "suppressed" ? 14 : 6);
      parts.push(h("text", { class: "value", x: end, y: y + size.bar - 3 }, shortNumber(number)));
    });
  });
  const legend = table.columns.length > 1 && h("ul", { class: "legend", "aria-hidden": "true" },
    table.columns.map((name, column) => h("li", {}, h("span", { class: `key series-${column % colours}` }), name)));
  return h("figure", {}, legend,
    h("svg", { class: "chart", role: "img", "aria-label": `${title}. The table has the same numbers.`,
      viewBox: `0 0 ${width} ${height}` }, parts));
}
