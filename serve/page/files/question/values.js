// Values, in the two ways in which they go into a statement: as parameters ($1, $2, ...) for the service, and written
// out for people who copy the text. A value never becomes part of the statement's words in either.

const number = /^[+-]?\d{1,15}(\.\d{1,10})?$/;
const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const code = /^[A-Za-z][A-Za-z0-9_]*:[A-Za-z0-9][A-Za-z0-9._-]*$/;

// A comma before three digits is a decimal one to some, and stands between thousands to others: nobody guesses.
const thousands = /^[+-]?\d{1,3}(,\d{3})+$/;

/** A number as people type it (a decimal comma as well), as the language has it; null if it is none, or two. */
export function readNumber(typed) {
  if (thousands.test(typed.trim())) return null;
  const plain = typed.trim().replace(/^(\S+),(\d+)$/, "$1.$2");
  return number.test(plain) ? plain : null;
}

/** A day, month or year as 2024-05-17, 2024-05 or 2024; null if it is none. */
export function readDate(typed) {
  return date.test(typed.trim()) ? typed.trim() : null;
}

const quote = (text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;

/** Values as parameters: the text has only $1, $2, ... */
export class Parameters {
  values = {};
  #count = 0;

  #add(value) {
    this.values[String(++this.#count)] = value;
    return `$${this.#count}`;
  }
  term(term) {
    return this.#add(term.code);
  }
  word(word) {
    return this.#add(word);
  }
  plain(value) {
    return this.#add(value);
  }
  amount(value, unit) {
    return this.#add(unit === "" ? value : `${value} ${quote(unit)}`);
  }
  age(value, unit) {
    return this.#add(`${value} ${unit}`);
  }
}

/** Values written out. A label stands behind its code, where the language checks it. */
export class Literals {
  values = {};

  term(term) {
    if (!code.test(term.code)) return quote(term.code);
    return term.label ? `${term.code} ${quote(term.label)}` : term.code;
  }
  word(word) {
    return quote(word);
  }
  plain(value) {
    return value;
  }
  amount(value, unit) {
    return unit === "" ? value : `${value} ${quote(unit)}`;
  }
  age(value, unit) {
    return `${value} ${unit}`;
  }
}
