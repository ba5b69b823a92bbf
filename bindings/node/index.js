// Muster for Node: feasibility counts over people's records, embedded. A thin layer over libmuster (muster.h).
//
//   const muster = require('muster');
//   const catalogue = muster.open('/data/rare-disease');
//   const answer = await catalogue.query('count individuals where has phenotype $code by sex', { code: 'HP:0001250' });
//   console.log(answer.rows, answer.total);
//
// query() works on a thread of its own and does not hold up the event loop; querySync() does.
'use strict';
const { Calls, inBackground, waited } = require('./bounded.js');
const { MusterError, QueryError, check, good } = require('./errors.js');
const { lib, text, take } = require('./library.js');
const { OPTIONS, microseconds } = require('./options.js');

// Runs `use(options)` with a muster_options of those members of `wanted` that are set, and frees it.
function makeOptions(wanted) {
  const made = lib.options_new();
  try {
    for (const [name, value] of Object.entries(wanted)) {
      if (value === undefined || name === 'signal' || name === 'snapshot') continue;
      const option = OPTIONS[name];
      if (option === undefined) throw new TypeError(`there is no option ${name}`);
      if (name === 'ontologies') {
        for (const [id, version] of Object.entries(value)) {
          good(lib.options_set_text(made, option, text(`${id}=${version}`)), name);
        }
      } else if (name === 'timeout') {
        good(lib.options_set_int(made, option, microseconds(value)), name);
      } else if (typeof value === 'string') {
        good(lib.options_set_text(made, option, text(value)), name);
      } else if (name === 'mapping') {
        good(lib.options_set_text(made, option, text(JSON.stringify(value))), name);
      } else {
        good(lib.options_set_int(made, option, Number(value)), name);
      }
    }
    return made;
  } catch (error) {
    lib.options_free(made);
    throw error;
  }
}

// Of a Date that is the midnight of a day in UTC. Of another one, the day depends on where one is.
function day(date) {
  const found = Number.isNaN(date.getTime()) ? null : /^(\d{4}-\d\d-\d\d)T00:00:00\.000Z$/.exec(date.toISOString());
  if (found) return found[1];
  throw new TypeError("a parameter has a date, not a time of day: write it as '2024-05-17', or as new Date('2024-05-17'), " +
                      `which is its midnight in UTC; this is ${Number.isNaN(date.getTime()) ? 'no date' : date.toISOString()}`);
}

function written(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) {
    // No exponent, which the language does not have.
    return /e/.test(String(value)) ? value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17,
                                                                  maximumFractionDigits: 20 }) : String(value);
  }
  if (value instanceof Date) return day(value);
  if (value && typeof value === 'object' && 'value' in value && 'unit' in value) {
    return `${written(value.value)} ${value.unit}`;
  }
  throw new TypeError(`a parameter cannot be ${String(value)}`);
}

function makeParams(parameters) {
  if (parameters === undefined || parameters === null) return null;
  const made = lib.params_new();
  try {
    const entries = Array.isArray(parameters) ? parameters.map((value, i) => [String(i + 1), value])
                                              : Object.entries(parameters);
    for (const [name, value] of entries) {
      if (Array.isArray(value)) {
        good(lib.params_set_list(made, text(name), [], 0), `parameter ${name}`);
        for (const item of value) good(lib.params_add(made, text(name), text(written(item))), `parameter ${name}`);
      } else {
        good(lib.params_set(made, text(name), text(written(value))), `parameter ${name}`);
      }
    }
    return made;
  } catch (error) {
    lib.params_free(made);
    throw error;
  }
}

/** One answer: columns, types, roles, rows, total (by column), labels, provenance, diagnostics. */
class Answer {
  constructor({ table, diagnostics }) {
    this.columns = table.columns.map((column) => column.name);
    this.types = table.columns.map((column) => column.type);
    this.roles = table.columns.map((column) => column.role);
    this.rows = table.rows;
    const first = this.columns.length - (table.total || []).length;
    this.total = table.total ? Object.fromEntries(table.total.map((cell, i) => [this.columns[first + i], cell])) : null;
    this.labels = table.labels || {};
    this.provenance = table.provenance;
    this.diagnostics = diagnostics;
  }
  /** The one number of the answer. */
  scalar() {
    const numbers = this.types.flatMap((type, i) => (type === 'text' ? [] : [i]));
    if (this.rows.length !== 1 || numbers.length !== 1) throw new RangeError('the answer is not one number');
    return this.rows[0][numbers[0]];
  }
  /** The rows as objects by column. */
  objects() {
    return this.rows.map((row) => Object.fromEntries(row.map((cell, i) => [this.columns[i], cell])));
  }
}

// Takes over `answers`, and returns what is in them.
function read(answers) {
  try {
    const json = JSON.parse(take(lib.answers_json(answers)));
    if (lib.answers_have_errors(answers)) {
      throw new QueryError(take(lib.answers_diagnostics_text(answers)).trimEnd(), json.flatMap((a) => a.diagnostics));
    }
    return json.map((answer) => new Answer(answer));
  } finally {
    lib.answers_free(answers);
  }
}

function call(f, ...leading) {
  const out = [null];
  const error = [null];
  check(f(...leading, out, error), error);
  return out[0];
}

// Frees handles that nobody refers to any more.
const left = new FinalizationRegistry(([free, handle]) => free(handle));

/** What can be asked: catalogues, snapshots, statements, guests. */
class Asking {
  _calls = new Calls();
  _pointer = null;  // null once it is closed
  get _handle() {
    if (!this._pointer) throw new MusterError(`the ${this.constructor.name.toLowerCase()} is closed`, 'misuse');
    return this._pointer;
  }
  _usersOf() { return [this]; }
  #inputs(parameters, options) {
    const params = makeParams(parameters);
    try {
      return { params, made: makeOptions(options) };
    } catch (error) {
      if (params) lib.params_free(params);
      throw error;
    }
  }

  /** The answers to all statements of `question`, at once. */
  queryAllSync(question, parameters, options = {}) {
    const [f, ...before] = this._call(question, options);
    const { params, made } = this.#inputs(parameters, options);
    try {
      return read(call(f, ...before, params, made, null));
    } finally {
      if (params) lib.params_free(params);
      lib.options_free(made);
    }
  }

  /** The same on another thread. options: timeout (milliseconds), memory, maxCells (numbers), ontologies, signal. */
  async queryAll(question, parameters, options = {}) {
    const [f, ...before] = this._call(question, options);
    const { params, made } = this.#inputs(parameters, options);
    return inBackground({ f, before: [...before, params, made], users: this._usersOf(options), handsOut: true, done: read,
                          signal: options.signal,
                          free: () => {
                            if (params) lib.params_free(params);
                            lib.options_free(made);
                          } });
  }

  /** The answer to a text with one statement. */
  async query(question, parameters, options) { return only(await this.queryAll(question, parameters, options)); }
  querySync(question, parameters, options) { return only(this.queryAllSync(question, parameters, options)); }
}

function only(answers) {
  if (answers.length !== 1) throw new RangeError(`the text has ${answers.length} statements: use queryAll()`);
  return answers[0];
}

class Held extends Asking {
  constructor(handle, free, f) {
    super();
    this._pointer = handle;
    this._free = free;
    this._f = f;
    left.register(this, [free, handle], this);
  }
  _call(question) { return [this._f, this._handle, text(question)]; }
  /** Calls that run are answered. */
  close() {
    if (!this._pointer) return;
    const handle = this._pointer;
    this._pointer = null;
    left.unregister(this);
    this._calls.afterwards(() => this._free(handle));
  }
}

/** One version of a catalogue, whatever is committed. */
class Snapshot extends Held {
  constructor(handle) {
    super(handle, lib.snapshot_free, lib.snapshot_query);
    this.version = Number(lib.snapshot_version(handle));
  }
}

/** Whoever is not to get exact numbers. Counts are objects {value, kind, low, high, typical}; value may be null. */
class Guest extends Held {
  constructor(handle) { super(handle, lib.guest_free, lib.guest_query); }
}

/** A text that is read once: run(parameters, {snapshot, timeout, ...}). */
class Statement extends Held {
  constructor(handle) { super(handle, lib.statement_free, lib.run); }
  _call(_, { snapshot }) {
    if (snapshot && !(snapshot instanceof Snapshot)) throw new TypeError('snapshot is none of a catalogue');
    return [lib.run, this._handle, snapshot ? snapshot._handle : null];
  }
  _usersOf({ snapshot }) { return snapshot ? [this, snapshot] : [this]; }
  run(parameters, options) { return this.query('', parameters, options); }
  runSync(parameters, options) { return this.querySync('', parameters, options); }
}

class Catalogue extends Asking {
  constructor(handle) {
    super();
    this._pointer = handle;
  }
  _call(question) { return [lib.query, this._handle, text(question)]; }

  #do(f, ...rest) {
    const error = [null];
    check(f(this._handle, ...rest, error), error);
  }
  #tables(f, ...rest) { return read(call(f, this._handle, ...rest)); }

  /** Throws while calls run. */
  close() {
    if (!this._pointer) return;
    if (this._calls.any) throw new MusterError('calls on the catalogue are still running: it stays open', 'misuse');
    this.#do(lib.close);
    this._pointer = null;
  }
  snapshot() { return new Snapshot(call(lib.snapshot_take, this._handle)); }
  prepare(question) {
    const out = [null];
    const mistakes = [null];
    this.#do(lib.prepare, text(question), null, out, mistakes);
    const statement = new Statement(out[0]);
    if (mistakes[0] && lib.answers_have_errors(mistakes[0])) {
      statement.close();
      read(mistakes[0]);
    }
    if (mistakes[0]) lib.answers_free(mistakes[0]);
    return statement;
  }
  // What takes long, by `run`: `waited` or `inBackground`.
  #importOf(run, f, content, { timeout, signal, ...options } = {}) {
    const handle = this._handle;
    const made = makeOptions(options);
    return run({ users: [this], f, before: [handle, ...content(made)], handsOut: true, timeout, signal,
                 free: () => lib.options_free(made), done: (report) => read(report)[0].objects()[0] });
  }
  #importText(run, content, options) {
    const data = text(content);
    return this.#importOf(run, lib.import_text_cancellable, (made) => [data, made], options);
  }
  #importFiles(run, paths, options) {
    const files = [].concat(paths).map(text);
    return this.#importOf(run, lib.import, (made) => [files, files.length, made, null, null], options);
  }
  #backup(run, to, bounds) {
    return run({ users: [this], f: lib.backup, before: [this._handle, text(to)], handsOut: true, done: Number,
                 ...bounds });
  }
  #check(run, bounds) {
    return run({ users: [this], f: lib.check, before: [this._handle, null, null], handsOut: true, ...bounds,
                 done: (report) => read(report)[1].rows.map((row) => row[0]) });
  }
  #compact(run, bounds) {
    return run({ users: [this], f: lib.compact_cancellable, before: [this._handle], ...bounds });
  }
  #verifyLedger(run, kept, bounds) {
    return run({ users: [this], f: lib.verify_ledger_cancellable, before: [this._handle, text(kept)],
                 handsOut: true, ...bounds,
                 done: (found) => {
                   const [totals, problems] = read(found);
                   return { ...totals.objects()[0], problems: problems.objects() };
                 } });
  }

  /** Imports what one file would have. options: dataset, mapping; timeout (milliseconds), after which nothing of it is
   *  there. Returns the totals of the report. */
  importText(content, options) { return this.#importText(waited, content, options); }
  /** The same on another thread; `signal` (an AbortSignal) cancels it. */
  importTextAsync(content, options) { return this.#importText(inBackground, content, options); }
  /** Imports files and folders. */
  importFiles(paths, options) { return this.#importFiles(waited, paths, options); }
  importFilesAsync(paths, options) { return this.#importFiles(inBackground, paths, options); }
  /** Copies one version into a new folder. options: timeout. Returns the version. */
  backup(to, options) { return this.#backup(waited, to, options); }
  /** options: timeout, signal. */
  backupAsync(to, options) { return this.#backup(inBackground, to, options); }
  /** What is wrong with the catalogue: nothing, or lines. options: timeout. */
  check(options) { return this.#check(waited, options); }
  checkAsync(options) { return this.#check(inBackground, options); }
  /** Takes off the disk what deleted and replaced individuals left there. options: timeout; call again for the rest. */
  compact(options) { return this.#compact(waited, options); }
  compactAsync(options) { return this.#compact(inBackground, options); }
  /** Walks the guests' ledger: entries, head, problems. `kept`: a hash that somebody kept, or ''. options: timeout. */
  verifyLedger(kept = '', options = {}) { return this.#verifyLedger(waited, kept, options); }
  verifyLedgerAsync(kept = '', options = {}) { return this.#verifyLedger(inBackground, kept, options); }
  delete(dataset, ids) {
    const removed = [0];
    this.#do(lib.delete, text(dataset), ids.map(text), ids.length, removed);
    return Number(removed[0]);
  }
  /** Of a catalogue that is open read-only: follows the writer. */
  refresh() {
    const version = [0];
    this.#do(lib.refresh, version);
    return Number(version[0]);
  }
  info() {
    const [catalogue, entities, datasets, ontologies] = this.#tables(lib.info);
    return { ...catalogue.objects()[0], entities: entities.objects(), datasets: datasets.objects(),
             ontologies: ontologies.objects() };
  }
  schema() {
    const [entities, fields] = this.#tables(lib.schema);
    return { entities: entities.objects(), fields: fields.objects() };
  }
  setPolicy(policy) {
    this.#do(lib.set_policy, text(typeof policy === 'string' ? policy : JSON.stringify(policy)));
  }
  admit(name, tier, { datasets = [], reference = '' } = {}) {
    return new Guest(call(lib.admit, this._handle, text(name), text(tier), datasets.map(text), datasets.length,
                          text(reference)));
  }
}

/** options: create, readOnly (booleans), cacheBytes, threads (numbers), ledger (a folder). */
function open(path, options = {}) {
  const made = makeOptions(options);
  try {
    return new Catalogue(call(lib.open, text(path), made));
  } finally {
    lib.options_free(made);
  }
}

module.exports = { open, version: lib.version(), Answer, Catalogue, Guest, MusterError, QueryError, Snapshot, Statement };
