// What a call that failed becomes.
'use strict';
const { lib, take } = require('./library.js');

/** A call that failed. `code` is a stable name ("in-use"). */
class MusterError extends Error {
  constructor(message, code, hint = '', retryable = false) {
    super(hint && !message.includes(hint) ? `${message} ${hint}` : message);
    this.name = this.constructor.name;
    this.code = code;
    this.hint = hint;
    this.retryable = retryable;
  }
}

/** A text with mistakes, or one that was stopped: `diagnostics` say what and where (in bytes of UTF-8). */
class QueryError extends MusterError {
  constructor(message, diagnostics) {
    super(message, (diagnostics.find((d) => d.severity === 'error') || {}).code);
    this.diagnostics = diagnostics;
  }
}

function check(code, error) {
  if (code === 0) return;
  const name = lib.code_name(code);
  const failure = new MusterError(take(lib.error_message(error[0])) || name, name, take(lib.error_hint(error[0])),
                                  lib.error_is_retryable(error[0]) === 1);
  lib.error_free(error[0]);
  throw failure;
}

function good(code, what) {
  if (code !== 0) throw new MusterError(`${what} cannot be as it was given`, lib.code_name(code));
}

module.exports = { MusterError, QueryError, check, good };
