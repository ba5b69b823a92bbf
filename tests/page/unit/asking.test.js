// What is asked while somebody edits, and what becomes of a question that failed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Asking } from "../../../serve/page/files/service/asking.js";

/** Waits until something was shown that is no longer waiting. */
async function shownOf(outcomes) {
  for (let i = 0; i < 200; ++i) {
    const last = outcomes.at(-1);
    if (last && last.state !== "waiting") return last;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return outcomes.at(-1);
}

test("a question that failed may be asked again, and is asked once where it did not", async () => {
  const outcomes = [];
  let sent = 0;
  let reachable = false;
  const asking = new Asking((outcome) => outcomes.push(outcome), async () => {
    ++sent;
    if (!reachable) throw Object.assign(new Error("The service cannot be reached."), { retryAfter: null });
    return { body: {}, etag: "" };
  });
  const statement = { text: "count individuals", parameters: {} };
  asking.ask(statement);
  const failed = await shownOf(outcomes);
  assert.equal(failed.state, "failed");
  reachable = true;
  failed.retry();
  assert.equal(outcomes.at(-1).state, "waiting");
  assert.equal((await shownOf(outcomes)).state, "answered");
  asking.ask(statement);
  assert.equal(sent, 2);
});
