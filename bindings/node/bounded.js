// Calls that take long, with a token that an AbortSignal or a deadline cancels. A call is
//
//   { f, before, handsOut, done, free, timeout, signal }
//
// f(...before, token, ...), then a place for what it hands out where it does so, then one for its error. `done` makes
// of what was handed out what is returned; `free`, if any, gives back what `before` has.
'use strict';
const { check, good } = require('./errors.js');
const { lib } = require('./library.js');

function begin({ f, before, handsOut = false, done = () => undefined, free, timeout, signal, ...others }) {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new TypeError(`there is no option ${unknown}`);
  const token = lib.cancel_new();
  const stop = () => lib.cancel_now(token);
  const out = [null];
  const error = [null];
  return {
    f,
    arguments: [...before, token, ...(handsOut ? [out] : []), error],
    start() {
      if (timeout !== undefined) good(lib.cancel_after(token, Math.max(1, Math.round(timeout * 1000))), 'timeout');
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
    } catch (thrown) {
      settle(() => { throw thrown; });
      return;
    }
    running.f.async(...running.arguments, (failure, code) => settle(() => {
      if (failure) throw failure;
      return running.finish(code);
    }));
  });
}

module.exports = { inBackground, waited };
