// Asking while somebody edits: after a short rest, the newest question only, each once.
import { query } from "./api.js";

const rest = 350;  // milliseconds without a key before a question is asked
// Answers are remembered for a while, so that switching a criterion off and on costs one question.
const kept = 100;
const fresh = 10 * 60 * 1000;  // milliseconds
// A service that has no room now is asked again when it says so, if that is soon, and not for ever.
const soon = 120;  // seconds
const attempts = 5;

/**
 * One kind of question. `show(outcome)` gets {state: "waiting"}, {state: "answered", body, etag, statement, time} or
 * {state: "failed", error, statement, again, retry}; of a statement that is not the last, it gets nothing. `retry` asks
 * once more, where the service is not asked again by itself.
 */
export class Asking {
  #show;
  #ask;
  #answers = new Map();
  #timer = null;
  #abort = null;
  #current = null;

  /** `send`: how a statement is asked, as `query` of api.js. */
  constructor(show, send = query) {
    this.#show = show;
    this.#ask = send;
  }

  /** Asks `statement` {text, parameters, ...}; null: nothing is to be asked. */
  ask(statement) {
    const key = statement && JSON.stringify([statement.text, statement.parameters]);
    if (key !== null && key === this.#current) return;
    this.stop();
    if (key === null) return;
    this.#current = key;
    const known = this.#answers.get(key);
    if (known && Date.now() - known.time < fresh) {
      this.#show({ ...known, statement });
      return;
    }
    this.#show({ state: "waiting", statement });
    this.#timer = setTimeout(() => this.#send(key, statement), rest);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
    this.#current = null;
  }

  #keep(key, outcome) {
    // (What some nodes did not answer may be whole the next time.)
    if (outcome.body.network?.failed?.length > 0) return;
    if (this.#answers.size >= kept) this.#answers.delete(this.#answers.keys().next().value);
    this.#answers.set(key, outcome);
  }

  async #send(key, statement, attempt = 1) {
    const abort = new AbortController();
    this.#abort = abort;
    let outcome;
    try {
      const { body, etag } = await this.#ask(statement, abort.signal);
      outcome = { state: "answered", body, etag, time: new Date() };
      this.#keep(key, outcome);
    } catch (error) {
      if (error.name === "AbortError") return;
      outcome = { state: "failed", error };
    }
    if (this.#current !== key) return;
    const wait = [429, 503].includes(outcome.error?.status) ? outcome.error.retryAfter : null;
    const again = wait !== null && wait <= soon && attempt < attempts;
    const failed = outcome.state === "failed" && !again;
    // (What failed is not what is known: the same question may be asked again.)
    if (failed) this.#current = null;
    this.#show({ ...outcome, statement, again, retry: failed ? () => this.ask(statement) : null });
    if (again) this.#timer = setTimeout(() => this.#send(key, statement, attempt + 1), wait * 1000);
  }
}
