// The search box over terms: a combobox whose list shows each term with its code and how many people have it.
import { findTerms } from "../service/mode.js";
import { h, fill, newId } from "./dom.js";
import { shortNumber, explainNumber } from "../service/number.js";
import { entities, usualEntity } from "../question/vocabulary.js";

const rest = 250;  // milliseconds without a key before terms are asked for
const shortest = 2;  // letters

/** What the term is usually recorded as, in words; empty if that is not known. */
function kindOf(term) {
  const entity = term.places.find((place) => Object.hasOwn(entities, place)) ?? usualEntity(term.code);
  return entity === null ? "" : entities[entity].title;
}

/** A search box. `pick` gets {code, label, places}. */
export function termSearch({ label, placeholder, key, pick }) {
  const listId = newId("terms");
  const inputId = newId("search");
  const list = h("ul", { role: "listbox", id: listId, class: "terms", "aria-label": label, hidden: true });
  const status = h("p", { class: "hint", role: "status" });
  const input = h("input", {
    id: inputId, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder,
    "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list", "data-key": key, maxlength: 200,
  });
  let found = [];
  let active = -1;
  let timer = null;
  let abort = null;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    const term = found[at];
    input.value = "";
    fill(status);
    close();
    found = [];
    pick(term);
  }

  function move(to) {
    active = (to + found.length) % found.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function option(term, at) {
    return h("li", { role: "option", id: `${listId}-${at}`, "aria-selected": "false",
      onmousedown: (event) => { event.preventDefault(); choose(at); } },
    h("span", { class: "term-label" }, term.label || term.code),
    h("span", { class: "term-code" }, [kindOf(term), term.code].filter(Boolean).join(" · ")),
    term.people === null ? null
      : h("span", { class: "term-people", title: explainNumber(term.people) }, `${shortNumber(term.people)} people`));
  }

  async function look() {
    const like = input.value.trim();
    abort?.abort();
    if (like.length < shortest) {
      close();
      return fill(status);
    }
    abort = new AbortController();
    try {
      found = await findTerms(like, abort.signal);
      fill(list, found.map(option));
      list.hidden = found.length === 0;
      active = -1;
      input.setAttribute("aria-expanded", String(found.length > 0));
      fill(status, found.length > 0
        ? `${found.length} found. Numbers are those of the term and all below it. Choose with the arrow keys.`
        : "No term has these words here. Try another word, or a code such as HP:0001250.");
    } catch (error) {
      if (error.name !== "AbortError") {
        close();
        fill(status, `${error.message} A code such as HP:0001250 can be typed and taken with Enter.`);
      }
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, rest);
  });
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden && found.length > 0;
    if (event.key === "ArrowDown" && open) move(active + 1);
    else if (event.key === "ArrowUp" && open) move(active < 0 ? found.length - 1 : active - 1);
    else if (event.key === "Escape" && open) close();
    else if (event.key === "Enter" && open && active >= 0) choose(active);
    else if (event.key === "Enter" && /^[A-Za-z]\w*:\S+$/.test(input.value.trim())) {
      // A code that somebody knows already is taken as it stands; the service says if nobody has it.
      found = [{ code: input.value.trim(), label: "", places: [], people: null }];
      choose(0);
    } else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);

  return h("div", { class: "search" }, h("label", { for: inputId }, label), input, list, status);
}
