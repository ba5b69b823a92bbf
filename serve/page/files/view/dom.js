// Elements, made so that a text is always a text: nothing here reads markup.

const svgNames = new Set(["svg", "g", "rect", "line", "text", "title", "path"]);

/**
 * An element. `attributes`: "on..." are listeners; `class` and others are attributes, true for an empty one, and false,
 * null and undefined for none; `value` and `checked` are set as they are now. `children`: elements, texts, or null.
 */
export function h(name, attributes = {}, ...children) {
  const element = svgNames.has(name) ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined && key !== "value") {
      element.setAttribute(key, String(value));
    }
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  // (After the options of a select are there.)
  if (attributes.value !== undefined && attributes.value !== null) element.value = attributes.value;
  return element;
}

/** Puts `children` in the place of what `element` has. */
export function fill(element, ...children) {
  const there = (child) => child !== null && child !== undefined && child !== false;
  element.replaceChildren(...children.flat().filter(there));
}

let lastId = 0;
export function newId(stem) {
  return `${stem}-${++lastId}`;
}

/** A labelled control. */
export function labelled(text, control, { hidden = false } = {}) {
  control.id ||= newId("control");
  return h("span", { class: "field" }, h("label", { for: control.id, class: hidden ? "unseen" : null }, text), control);
}

/** A choice among `options` {value: text}. */
export function choice(options, value, onchange) {
  return h("select", { value, onchange: (event) => onchange(event.target.value) },
    Object.entries(options).map(([key, text]) => h("option", { value: key }, text)));
}

/** A button. `name`, where what is written on it does not say enough. */
export function button(text, onclick, { kind = "", name = null, key = null } = {}) {
  return h("button", { type: "button", class: kind || null, "aria-label": name, "data-key": key, onclick }, text);
}

/** Redraws by `draw` and leaves the focus where it was, by `data-key`. */
export function keepFocus(draw) {
  const key = document.activeElement?.closest?.("[data-key]")?.dataset.key;
  draw();
  if (key && !document.activeElement?.closest("[data-key]")) {
    document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}
