// Numbers are as honest as the service: no 0 for what may be few, nothing exact that is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explainNumber, extent, greatest, readNumber, shortNumber }
  from "../../../serve/page/files/service/number.js";

test("a plain number is exact", () => {
  assert.equal(shortNumber(readNumber(1235)), "1,235");
  assert.equal(explainNumber(readNumber(1235)), "The exact number.");
});

test("exactly none is said in a word", () => {
  assert.equal(shortNumber(readNumber(0)), "none");
});

test("a perturbed number has a sign before it, and its bounds behind", () => {
  const number = readNumber({ value: 1235, kind: "perturbed", typical: 14, low: 1189, high: 1281 });
  assert.equal(shortNumber(number), "~1,235");
  assert.match(explainNumber(number), /mostly within 14 of this, certainly 1,189 to 1,281/);
});

test("a suppressed number is never a 0, whatever value comes with it", () => {
  for (const value of [null, 0, 3]) {
    const number = readNumber({ value, kind: "suppressed", low: 0, high: 63 });
    assert.equal(shortNumber(number), "none or few");
    assert.equal(number.value, null);
    assert.match(explainNumber(number), /fewer than 64/);
    assert.equal(greatest(number), 0);
  }
});

test("what is withheld has neither number nor bounds", () => {
  const number = readNumber({ value: null, kind: "withheld" });
  assert.equal(shortNumber(number), "not told");
  assert.deepEqual(extent(number), { low: null, value: null, high: null });
});

test("a kind that is not known is not taken for exact, and a kind without its value for no number", () => {
  assert.equal(readNumber({ value: 5, kind: "sampled" }).kind, "perturbed");
  assert.equal(readNumber({ value: null, kind: "exact" }).kind, "withheld");
  assert.equal(readNumber(null), null);
  assert.equal(shortNumber(null), "–");
});

test("bounds may be called lower and upper", () => {
  assert.deepEqual(extent(readNumber({ value: 10, kind: "rounded", lower: 5, upper: 15 })),
    { low: 5, value: 10, high: 15 });
});
