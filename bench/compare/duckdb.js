'use strict';
// Puts questions to DuckDB: called like sqlite.py, and prints the same. @duckdb/node-api is found by NODE_PATH.
const fs = require('fs');
const path = require('path');
const { DuckDBInstance } = require('@duckdb/node-api');

const microseconds = () => Number(process.hrtime.bigint()) / 1e3;
const plain = (cell) => (typeof cell === 'bigint' ? Number(cell) : cell);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

async function load(connection, folder, work) {
  for (const statement of work.tables) await connection.run(statement);
  for (const file of fs.readdirSync(folder).sort()) {
    const table = path.basename(file, '.csv');
    // The files are sorted, and their order is kept.
    await connection.run(`copy ${table} from '${path.join(folder, file).replaceAll("'", "''")}' (header, nullstr '')`);
  }
  for (const statement of work.tune) await connection.run(statement);
}

async function main([folder, database, workFile, repeat]) {
  const work = JSON.parse(fs.readFileSync(workFile, 'utf8'));
  for (const file of [database, `${database}.wal`]) fs.rmSync(file, { force: true });
  const begin = microseconds();
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await load(connection, folder, work);
  const loaded = (microseconds() - begin) / 1e6;

  const answers = {};
  for (const [name, statement] of Object.entries(work.questions)) {
    const prepared = await connection.prepare(statement);
    const times = [];
    let rows;
    for (let i = 0; i <= Number(repeat); ++i) {
      const start = microseconds();
      rows = (await prepared.runAndReadAll()).getRows();
      times.push(microseconds() - start);
    }
    answers[name] = { rows: rows.map((row) => row.map(plain)), us: median(times.slice(1)) };
  }
  const version = (await connection.runAndReadAll('select version()')).getRows()[0][0];
  process.stdout.write(JSON.stringify({ version, load_seconds: loaded, answers }));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`duckdb.js: ${error.message}`);
  process.exit(1);
});
