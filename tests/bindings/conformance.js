// The cases of conformance.txt, and what is Node's own: conformance.js CATALOGUE FOLDER
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const muster = require('../../bindings/node');
const { lib } = require('../../bindings/node/library.js');

function* cases(lines) {
  let found = null;
  for (const line of [...lines, '?']) {
    if (line.startsWith('?')) {
      if (found) yield found;
      found = { text: line.slice(2), parameters: {}, expected: [] };
    } else if (line.startsWith('$ ') && line.includes(' = ')) {
      const [name, ...value] = line.slice(2).split(' = ');
      found.parameters[name] = value.join(' = ');
    } else if (line.startsWith('$ ')) {
      const [name, values] = line.slice(2).split(' in ');
      found.parameters[name] = values.split(' | ');
    } else if (line.startsWith('=')) {
      found.expected.push(line.slice(2));
    }
  }
}

const codes = (diagnostics) => JSON.stringify(diagnostics.map((d) => d.code));

function written(answer) {
  const parts = [`"columns":${JSON.stringify(answer.columns)}`, `"rows":${JSON.stringify(answer.rows)}`];
  if (answer.total) parts.push(`"total":${JSON.stringify(answer.total)}`);
  if (answer.diagnostics.length) parts.push(`"diagnostics":${codes(answer.diagnostics)}`);
  return `{${parts.join(',')}}`;
}

async function ask(catalogue, text, parameters) {
  try {
    return (await catalogue.queryAll(text, parameters)).map(written);
  } catch (error) {
    if (!(error instanceof muster.QueryError)) throw error;
    return [`{"diagnostics":${codes(error.diagnostics)}}`];
  }
}

async function conformance(world) {
  const catalogue = muster.open(world, { readOnly: true });
  const lines = fs.readFileSync(path.join(__dirname, 'conformance.txt'), 'utf8').split('\n');
  let checked = 0;
  for (const { text, parameters, expected } of cases(lines)) {
    assert.deepStrictEqual(await ask(catalogue, text, parameters), expected, text);
    ++checked;
  }
  assert(checked > 10);
  catalogue.close();
  console.log(`${checked} cases`);
}

const PEOPLE = [['p1', 'FEMALE', '1980-05-17T00:00:00Z'], ['p2', 'MALE'], ['p3', 'FEMALE']]
  .map(([id, sex, dateOfBirth]) => JSON.stringify({ id, subject: { id, sex, dateOfBirth }, metaData: {} })).join('\n');

async function own(folder) {
  assert.throws(() => muster.open(path.join(folder, 'none')), (e) => e.code === 'not-found' && !e.retryable);
  const catalogue = muster.open(path.join(folder, 'catalogue'), { create: true });
  assert.throws(() => muster.open(path.join(folder, 'catalogue')), { code: 'in-use' });
  assert.throws(() => muster.open(folder, { colour: 1 }), TypeError);
  assert.strictEqual(catalogue.importText(PEOPLE, { dataset: 'ward' }).individuals, 3);
  assert.strictEqual(catalogue.querySync('count individuals where sex is $1', ['female']).scalar(), 2);
  assert.deepStrictEqual((await catalogue.query('count individuals by sex')).objects()[0], { sex: 'female', individuals: 2 });
  const many = await Promise.all(Array.from({ length: 50 }, () => catalogue.query('count individuals')));
  assert(many.every((answer) => answer.scalar() === 3));

  const snapshot = catalogue.snapshot();
  const statement = catalogue.prepare('count individuals where sex is $sex');
  assert.strictEqual(catalogue.delete('ward', ['p3', 'nobody']), 1);
  assert.strictEqual((await statement.run({ sex: 'female' })).scalar(), 1);
  assert.strictEqual(statement.runSync({ sex: 'female' }, { snapshot }).scalar(), 2);
  assert.strictEqual((await snapshot.query('count individuals')).scalar(), 3);
  assert.throws(() => catalogue.prepare('count nothings'), muster.QueryError);
  snapshot.close();

  await assert.rejects(catalogue.query('count individuals', null, { signal: AbortSignal.abort() }), { code: 'cancelled' });
  await assert.rejects(catalogue.query('count individuals by sex, dataset', {}, { timeout: 0.001 }), { code: 'deadline' });
  const endless = { timeout: Infinity };
  assert.strictEqual((await catalogue.query('count individuals', null, endless)).scalar(), 2);
  assert.deepStrictEqual(catalogue.check(endless), []);
  assert.throws(() => catalogue.querySync('count individuals', null, { timeout: NaN }), { code: 'invalid-argument' });
  assert.throws(() => catalogue.querySync('count individuals where sex is $1', [undefined]), TypeError);

  await bounded(catalogue, folder);
  await closing(catalogue);
  await refused(catalogue);
  days(catalogue);

  catalogue.setPolicy({ tiers: { registered: { preset: 'registered' } }, ledger: { durable: 'process' } });
  const guest = catalogue.admit('alice@uni.eu', 'registered');
  const count = (await guest.query('count individuals')).scalar();
  assert.strictEqual(count.value, null);
  assert.strictEqual(count.kind, 'suppressed');
  assert(catalogue.schema().fields.length > 50 && catalogue.info().datasets.length === 1);
  const ledger = catalogue.verifyLedger();
  assert(ledger.entries > 0 && ledger.problems.length === 0);
  assert((await catalogue.verifyLedgerAsync('ab')).problems.length > 0);
  await assert.rejects(catalogue.verifyLedgerAsync('', { signal: AbortSignal.abort() }), { code: 'cancelled' });
  catalogue.close();
  await assert.rejects(guest.query('count individuals'), { code: 'misuse' });
  for (const call of [() => catalogue.querySync('count individuals'), () => catalogue.snapshot(), () => catalogue.check(),
    () => catalogue.importText(PEOPLE), () => catalogue.schema()]) {
    assert.throws(call, { code: 'misuse', message: 'the catalogue is closed' });
  }
}

// Calls that wait for a thread, or run, when what they were asked of is closed.
async function closing(catalogue) {
  const snapshot = catalogue.snapshot();
  const statement = catalogue.prepare('count individuals');
  const waiting = Array.from({ length: 50 }, (_, i) => (i % 2 ? snapshot.query('count individuals')
                                                                : statement.run(null, { snapshot })));
  snapshot.close();
  statement.close();
  assert((await Promise.all(waiting)).every((answer) => answer.scalar() === 2));
  await assert.rejects(snapshot.query('count individuals'), { code: 'misuse', message: 'the snapshot is closed' });
  assert.throws(() => statement.runSync(), { code: 'misuse', message: 'the statement is closed' });
  // Not the present version in its place.
  const other = catalogue.prepare('count individuals');
  await assert.rejects(other.run(null, { snapshot }), { code: 'misuse' });
  assert.throws(() => other.runSync(null, { snapshot: catalogue }), TypeError);
  const asked = catalogue.query('count individuals');
  assert.throws(() => catalogue.close(), { code: 'misuse' });
  assert.strictEqual((await asked).scalar(), 2);
}

// Whatever a call is refused for, what was made for it is freed.
async function refused(catalogue) {
  let left = 0;
  const original = { ...lib };
  for (const name of ['params', 'options', 'cancel']) {
    lib[`${name}_new`] = () => { ++left; return original[`${name}_new`](); };
    lib[`${name}_free`] = (object) => { --left; original[`${name}_free`](object); };
  }
  const refusing = (name) => Object.assign((...all) => original[name](...all),
                                           { async() { throw new TypeError('an argument that koffi does not take'); } });
  try {
    const { signal } = new AbortController();
    await assert.rejects(catalogue.query('count individuals', [1], { signal: 1 }), TypeError);
    await assert.rejects(catalogue.query('count individuals', [{}], { signal }), TypeError);
    await assert.rejects(catalogue.query('count individuals', [1], { colour: 1 }), TypeError);
    lib.query = refusing('query');
    await assert.rejects(catalogue.query('count individuals', [1], { signal }), /koffi/);
    lib.import_text_cancellable = refusing('import_text_cancellable');
    await assert.rejects(catalogue.importTextAsync('{}', { signal }), /koffi/);
    assert.strictEqual(left, 0);
  } finally {
    Object.assign(lib, original);
  }
  assert.strictEqual((await catalogue.query('count individuals')).scalar(), 2);
}

// A day is a day, wherever the program runs.
function days(catalogue) {
  const born = (day) => catalogue.querySync('count individuals where date of birth < $day', { day }).scalar();
  assert.strictEqual(born('1980-05-17'), 0);
  assert.strictEqual(born('1980-05-18'), 1);
  assert.strictEqual(born(new Date('1980-05-17')), 0);
  assert.strictEqual(born(new Date(Date.UTC(1980, 4, 18))), 1);
  process.env.TZ = 'Europe/Berlin';
  for (const bad of [new Date(1980, 4, 18), new Date('1980-05-17T12:00:00Z'), new Date(NaN), new Date('+012345-01-01')]) {
    assert.throws(() => born(bad), { name: 'TypeError', message: /write it as '2024-05-17'/ });
  }
}

// What takes long, and is stopped: nothing of it is there.
async function bounded(catalogue, folder) {
  const many = Array.from({ length: 20000 }, (_, i) => JSON.stringify({ id: `m${i}`, subject: { id: `m${i}` } })).join('\n');
  const file = path.join(folder, 'many.jsonl');
  fs.writeFileSync(file, many);
  const stopped = { signal: AbortSignal.abort() };
  const late = { timeout: 0.001 };
  for (const [before, after] of [[stopped, 'cancelled'], [late, 'deadline']]) {
    await assert.rejects(catalogue.importTextAsync(many, before), { code: after });
    await assert.rejects(catalogue.importFilesAsync(file, before), { code: after });
    await assert.rejects(catalogue.backupAsync(path.join(folder, 'none'), before), { code: after });
    await assert.rejects(catalogue.checkAsync(before), { code: after });
    await assert.rejects(catalogue.compactAsync(before), { code: after });
  }
  assert.throws(() => catalogue.importText(many, late), { code: 'deadline' });
  assert.throws(() => catalogue.importFiles([file], late), { code: 'deadline' });
  assert.throws(() => catalogue.backup(path.join(folder, 'none'), late), { code: 'deadline' });
  assert.throws(() => catalogue.check(late), { code: 'deadline' });
  assert.throws(() => catalogue.compact(late), { code: 'deadline' });
  assert.throws(() => catalogue.check({ colour: 1 }), TypeError);
  assert.throws(() => catalogue.check({ timeout: NaN }), { code: 'invalid-argument' });
  const abort = new AbortController();
  const running = catalogue.importTextAsync(many, { dataset: 'many', signal: abort.signal });
  setTimeout(() => abort.abort(), 5);
  await assert.rejects(running, { code: 'cancelled' });
  assert(!fs.existsSync(path.join(folder, 'none')));
  assert.strictEqual((await catalogue.query('count individuals')).scalar(), 2);

  assert.strictEqual((await catalogue.importFilesAsync(file, { dataset: 'many', timeout: 60000 })).individuals, 20000);
  assert.strictEqual(catalogue.delete('many', Array.from({ length: 20000 }, (_, i) => `m${i}`)), 20000);
  await catalogue.compactAsync();
  assert.deepStrictEqual(catalogue.check(), []);
  assert(catalogue.backup(path.join(folder, 'backup')) > 0);
  assert.deepStrictEqual(muster.open(path.join(folder, 'backup'), { readOnly: true }).check(), []);
}

(async () => {
  await conformance(process.argv[2]);
  await own(process.argv[3]);
  console.log('ok');
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
