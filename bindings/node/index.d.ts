/** A count as a guest gets it. Without a value it is not zero. */
export interface Released {
  value: number | null;
  kind: 'exact' | 'rounded' | 'perturbed' | 'suppressed' | 'withheld';
  low?: number;
  high?: number;
  typical?: number;
}
export type Cell = null | number | string | Released;
export interface Diagnostic {
  severity: 'error' | 'warning' | 'note';
  code: string;
  message: string;
  /** Bytes of the text in UTF-8. */
  begin: number;
  end: number;
  hints: string[];
}
export class MusterError extends Error {
  code: string;
  hint: string;
  retryable: boolean;
}
export class QueryError extends MusterError {
  diagnostics: Diagnostic[];
}
/** A string is read as it would be in a query: HP:0001250, 18 years, 2024-05-17. A Date has to be the midnight of a day in
 *  UTC, as new Date('2024-05-17') is; another one is refused, as its day depends on the time zone. */
export type Value = string | number | bigint | Date | { value: number; unit: string };
export type Parameters = Record<string, Value | Value[]> | (Value | Value[])[];
export interface QueryOptions {
  /** Milliseconds. */
  timeout?: number;
  /** Bytes. */
  memory?: number;
  maxCells?: number;
  ontologies?: Record<string, string>;
  signal?: AbortSignal;
}
export class Answer {
  columns: string[];
  types: ('integer' | 'number' | 'text')[];
  roles: ('key' | 'text' | 'people' | 'rows' | 'difference' | 'number' | 'histogram')[];
  rows: Cell[][];
  total: Record<string, Cell> | null;
  labels: Record<string, string>;
  provenance: Record<string, unknown>;
  diagnostics: Diagnostic[];
  scalar(): Cell;
  objects(): Record<string, Cell>[];
}
declare class Asking {
  query(question: string, parameters?: Parameters, options?: QueryOptions): Promise<Answer>;
  queryAll(question: string, parameters?: Parameters, options?: QueryOptions): Promise<Answer[]>;
  querySync(question: string, parameters?: Parameters, options?: QueryOptions): Answer;
  queryAllSync(question: string, parameters?: Parameters, options?: QueryOptions): Answer[];
}
export class Snapshot extends Asking {
  version: number;
  close(): void;
}
export class Guest extends Asking {
  close(): void;
}
export class Statement {
  run(parameters?: Parameters, options?: QueryOptions & { snapshot?: Snapshot }): Promise<Answer>;
  runSync(parameters?: Parameters, options?: QueryOptions & { snapshot?: Snapshot }): Answer;
  close(): void;
}
/** Of what takes long. After its time nothing has changed (of compact: the rest is left for the next call). */
export interface Bounds {
  /** Milliseconds. */
  timeout?: number;
}
export interface AsyncBounds extends Bounds {
  signal?: AbortSignal;
}
export interface ImportOptions extends Bounds {
  dataset?: string;
  mapping?: string | object;
}
export interface LedgerCheck extends Record<string, unknown> {
  problems: Record<string, Cell>[];
}
export class Catalogue extends Asking {
  close(): void;
  snapshot(): Snapshot;
  prepare(question: string): Statement;
  importText(content: string | Buffer, options?: ImportOptions): Record<string, Cell>;
  importTextAsync(content: string | Buffer, options?: ImportOptions & AsyncBounds): Promise<Record<string, Cell>>;
  importFiles(paths: string | string[], options?: ImportOptions): Record<string, Cell>;
  importFilesAsync(paths: string | string[], options?: ImportOptions & AsyncBounds): Promise<Record<string, Cell>>;
  delete(dataset: string, ids: string[]): number;
  refresh(): number;
  backup(to: string, options?: Bounds): number;
  backupAsync(to: string, options?: AsyncBounds): Promise<number>;
  check(options?: Bounds): string[];
  checkAsync(options?: AsyncBounds): Promise<string[]>;
  compact(options?: Bounds): void;
  compactAsync(options?: AsyncBounds): Promise<void>;
  verifyLedger(kept?: string, options?: Bounds): LedgerCheck;
  verifyLedgerAsync(kept?: string, options?: AsyncBounds): Promise<LedgerCheck>;
  info(): Record<string, unknown>;
  schema(): { entities: Record<string, Cell>[]; fields: Record<string, Cell>[] };
  setPolicy(policy: string | object): void;
  admit(name: string, tier: string, options?: { datasets?: string[]; reference?: string }): Guest;
}
export interface OpenOptions {
  create?: boolean;
  readOnly?: boolean;
  cacheBytes?: number;
  threads?: number;
  ledger?: string;
}
export function open(path: string, options?: OpenOptions): Catalogue;
export const version: string;
