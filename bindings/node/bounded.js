// Calls that may take long, with a token that an AbortSignal or a deadline cancels. A call is
//
//   { users, f, before, handsOut, done, free, timeout, signal }
//
// f(...before, token, ...), then a place for what it hands out where it does so, then one for its error. `users` are
// the objects whose handles `before` has: they are kept, and not freed, while the call waits for a thread or runs. (The
// library cannot see a call that waits.) `done` makes of what was handed out what is returned; `free`, if any, gives back
// what else `before` has.
'use strict';
const { check, good } = require('./errors.js');
const { lib } = require('./library.js');
const { microseconds } = require('./options.js');

/** How many calls there are on an object, and what is done with it when the last of them has ended. */
class Calls {
  #running = 0;
  #ended = null;
  enter() { ++this.#running; }
  leave() {
    if (--this.#running === 0 && this.#ended) this.#ended();
  }
  get any() { return this.#running > 0; }
  /** Runs `f` when no call is left: now, or later. No call begins after that. */
  afterwards(f) {
    this.#ended = f;
    if (this.#running === 0) f();
  }
}

function begin({ users, f, before, handsOut = false, done = () => undefined, free, timeout, signal, ...others }) {
  const [unknown] = Object.keys(others);
  const badSignal = signal !== undefined && signal !== null && !(signal instanceof AbortSignal);
  if (unknown !== undefined || badSignal) {
    if (free) free();
    throw new TypeError(badSignal ? 'signal is no AbortSignal' : `there is no option ${unknown}`);
  }
  for (const of of users) of._calls.enter();
  const token = lib.cancel_new();
  const stop = () => lib.cancel_now(token);
  const out = [null];
  const error = [null];
  return {
    f,
    arguments: [...before, token, ...(handsOut ? [out] : []), error],
    start() {
      if (timeout !== undefined) good(lib.cancel_after(token, microseconds(timeout)), 'timeout');
      if (signal) {
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
      }
    },
    finish(code) {
      check(code, error);
      return done(out[0]);
    },
    end() {
      if (signal) signal.removeEventListener('abort', stop);
      lib.cancel_free(token);
      if (free) free();
      for (const of of users) of._calls.leave();
    },
  };
}

/** Does it here. */
function waited(call) {
  const running = begin(call);
  try {
    running.start();
    return running.finish(running.f(...running.arguments));
  } finally {
    running.end();
  }
}

/** Does it on another thread: a promise. */
function inBackground(call) {
  return new Promise((resolve, reject) => {
    const running = begin(call);
    const settle = (what) => {
      try {
        resolve(what());
      } catch (thrown) {
        reject(thrown);
      } finally {
        running.end();
      }
    };
    try {
      running.start();
      // `running` has the bytes of texts, which the call reads.
      running.f.async(...running.arguments, (failure, code) => settle(() => {
        if (failure) throw failure;
        return running.finish(code);
      }));
    } catch (thrown) { // an argument that koffi does not take: no call began
      settle(() => { throw thrown; });
    }
  });
}

module.exports = { Calls, inBackground, waited };
