// Countries by name for people, by two letters for the language.

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
let codes = null;

/** A two-letter code as the country's name; anything else as it is. */
export function countryName(code) {
  return /^[A-Za-z]{2}$/.test(code) ? names.of(code.toUpperCase()) ?? code : code;
}

/** A country's name as its two letters; anything else as it is. */
export function countryCode(typed) {
  codes ??= new Map(letters.flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code)).map((code) => [names.of(code).toLowerCase(), code]));
  return codes.get(typed.toLowerCase()) ?? typed;
}
