// Options of calls, by the names that this package has for them: what each is in muster.h, and its number there. A test
// of the source tree (tests/structure/repeated.py) compares the numbers with the header.
'use strict';

const NUMBERS = {
  MUSTER_OPEN_CREATE: 1,
  MUSTER_OPEN_READ_ONLY: 2,
  MUSTER_OPEN_CACHE_BYTES: 3,
  MUSTER_OPEN_QUERY_THREADS: 4,
  MUSTER_OPEN_LEDGER: 5,
  MUSTER_QUERY_MAX_CELLS: 105,
  MUSTER_QUERY_ONTOLOGY: 106,
  MUSTER_QUERY_TIMEOUT_US: 107,
  MUSTER_QUERY_MEMORY_BYTES: 108,
  MUSTER_IMPORT_DATASET: 201,
  MUSTER_IMPORT_MAPPING: 202,
};

const OPTIONS = {
  create: NUMBERS.MUSTER_OPEN_CREATE,
  readOnly: NUMBERS.MUSTER_OPEN_READ_ONLY,
  cacheBytes: NUMBERS.MUSTER_OPEN_CACHE_BYTES,
  threads: NUMBERS.MUSTER_OPEN_QUERY_THREADS,
  ledger: NUMBERS.MUSTER_OPEN_LEDGER,
  maxCells: NUMBERS.MUSTER_QUERY_MAX_CELLS,
  ontologies: NUMBERS.MUSTER_QUERY_ONTOLOGY,
  timeout: NUMBERS.MUSTER_QUERY_TIMEOUT_US,
  memory: NUMBERS.MUSTER_QUERY_MEMORY_BYTES,
  dataset: NUMBERS.MUSTER_IMPORT_DATASET,
  mapping: NUMBERS.MUSTER_IMPORT_MAPPING,
};

// A time in milliseconds as the library takes times. Infinity is the longest that a number can say for sure.
function microseconds(milliseconds) {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(1, Math.round(milliseconds * 1000)));
}

module.exports = { OPTIONS, microseconds };
