/* Muster in C: the interface for programs that are not C++, and for C++ that must not depend on Muster's Abseil. C99;
 * nothing but the standard library.
 *
 *   muster_catalogue *catalogue = NULL;
 *   muster_error *error = NULL;
 *   if (muster_open(muster_str("/data/rare-disease"), NULL, &catalogue, &error) != MUSTER_OK) ...
 *   muster_answers *answers = NULL;
 *   muster_query(catalogue, muster_str("count individuals where sex is female"), NULL, NULL, NULL, &answers, &error);
 *   int64_t count;
 *   if (muster_cell_int(answers, 0, 0, 0, &count)) ...
 *   muster_answers_free(answers);
 *   muster_close(catalogue, NULL);
 *
 * Errors. A function that can fail returns a code. If `error` is not NULL, it is set to NULL on success, and to an
 * error object that the caller has to free (muster_error_free) on failure. After a failure outputs are NULL, and there
 * is nothing else to free. Mistakes in the text of a query are not failures: they are the diagnostics of its answer.
 *
 * Ownership. Objects that `_new` or an `out` parameter returns are freed by the `_free` of their type (a catalogue by
 * muster_close or muster_close_when_unused). Every `_free` accepts NULL. Input bytes are copied before the call
 * returns. A muster_text that is returned belongs to the object that was asked for it, and ends in a NUL that its size
 * does not count.
 *
 * Threads. Any number of threads may use one catalogue, snapshot, statement, guest and cancel token at once, also while
 * one of them imports. Options, parameters and answers are for one thread at a time; answers may be read by several. No
 * object may be freed while another thread uses it; muster_close detects that and returns MUSTER_MISUSE.
 *
 * Fork. In the child of a fork, calls on a catalogue that was open before, or on its objects, return MUSTER_FORKED, and
 * muster_close and `_free` only release memory. Open the catalogue again there.
 *
 * Callbacks run on the calling thread. They must not throw, longjmp or unwind through Muster, and may query the
 * catalogue, but neither change nor close it.
 *
 * Stability. Within libmuster.so.N, functions and numbers may be added, but none is removed or changed. MUSTER_ABI
 * grows by one whenever something is added; MUSTER_ABI_AT_LEAST(n) tests the header, muster_abi() the library. */
#ifndef MUSTER_MUSTER_H_
#define MUSTER_MUSTER_H_

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(_WIN32)
#define MUSTER_API
#else
#define MUSTER_API __attribute__((visibility("default")))
#endif

/* Of this header: major * 1000000 + minor * 1000 + patch. */
#define MUSTER_VERSION_NUMBER 1000
/* Of this header: grows by one with each addition. */
#define MUSTER_ABI 3
#define MUSTER_ABI_AT_LEAST(n) (MUSTER_ABI >= (n))

#ifdef __cplusplus
extern "C" {
#endif

/* The same for the library that the program runs with. If a program was built with a later header than the
 * library's, functions may be missing: the loader reports that at start. */
MUSTER_API uint32_t muster_version_number(void);
MUSTER_API uint32_t muster_abi(void);
/* "0.1.0" */
MUSTER_API const char *muster_version(void);

/* ---- Texts ---- */

/* UTF-8 of `size` bytes, which may contain NUL. NULL with size 0 is the empty text; NULL with another size is
 * MUSTER_INVALID_ARGUMENT. */
typedef struct muster_text {
  const char *data;
  size_t size;
} muster_text;

/* ---- Codes and errors ---- */

typedef int32_t muster_code;

/* Numbers never change their meaning. */
enum {
  MUSTER_OK = 0,
  MUSTER_INVALID_ARGUMENT = 1, /* an argument is not valid: a NULL, a path, an option's value, a parameter's name */
  MUSTER_NOT_FOUND = 2,        /* no catalogue there, no such file, ontology version, tier */
  MUSTER_IN_USE = 3,           /* already open for writing; retryable */
  MUSTER_READ_ONLY = 4,        /* the catalogue is open read-only */
  MUSTER_FORMAT = 5,           /* not a catalogue, or of a format that this version does not know */
  MUSTER_DAMAGED = 6,          /* files are damaged */
  MUSTER_DISK_FULL = 7,        /* no space on disk; retryable once there is some */
  MUSTER_IO = 8,               /* the disk, the ledger or the system fails; retryable */
  MUSTER_PERMISSION = 9,       /* access is denied */
  MUSTER_NO_MEMORY = 10,       /* out of memory; the catalogue stays usable; retryable */
  MUSTER_CANCELLED = 11,       /* by a token or a callback; no data has changed */
  MUSTER_DEADLINE = 12,        /* the time limit has passed; no data has changed */
  MUSTER_TOO_LARGE = 13,       /* a limit was exceeded */
  MUSTER_STALE = 14,           /* based on something that has changed since: a policy's version, the dictionary */
  MUSTER_FORKED = 15,          /* the catalogue was opened before a fork, or for writing after one */
  MUSTER_MISUSE = 16,          /* closed while calls run, used after closing, or the wrong kind of object */
  MUSTER_INTERNAL = 17,        /* a bug in Muster */
  MUSTER_UNSUPPORTED = 18,     /* not on this system or for this kind of object */
  MUSTER_PRECONDITION = 19     /* the call needs another state, such as a policy that is set */
};

typedef struct muster_error muster_error;

/* "in-use": the code in words, for logs. Never NULL. */
MUSTER_API const char *muster_code_name(muster_code code);
/* MUSTER_OK for NULL. */
MUSTER_API muster_code muster_error_code(const muster_error *error);
/* What went wrong, for people. */
MUSTER_API muster_text muster_error_message(const muster_error *error);
/* What to do about it; may be empty. */
MUSTER_API muster_text muster_error_hint(const muster_error *error);
/* 1 if the same call may succeed later. */
MUSTER_API int muster_error_is_retryable(const muster_error *error);
MUSTER_API void muster_error_free(muster_error *error);

/* ---- Options ---- */

typedef struct muster_options muster_options;

/* Options are numbers, so that new ones change no structure. T: the value is a text, otherwise an integer. A call
 * that gets an option that is not its own returns MUSTER_INVALID_ARGUMENT, so that none is ignored. */
enum {
  /* muster_open */
  MUSTER_OPEN_CREATE = 1,        /* 1: create an empty catalogue if there is none. Default 0 */
  MUSTER_OPEN_READ_ONLY = 2,     /* 1: for reading only; possible beside a writer. Default 0 */
  MUSTER_OPEN_CACHE_BYTES = 3,   /* upper bound of caches, in bytes. Default 192 MiB */
  MUSTER_OPEN_QUERY_THREADS = 4, /* threads that may work on one query; 0: one per processor. Default 0 */
  MUSTER_OPEN_LEDGER = 5,        /* T: folder of the guests' ledger. Default: "ledger" in the catalogue's */
  /* muster_query, muster_guest_query */
  MUSTER_QUERY_MAX_TEXT_BYTES = 101, /* including parameter values. Default 1 MiB */
  MUSTER_QUERY_MAX_DEPTH = 102,      /* nesting. Default 200, never more than 1000 */
  MUSTER_QUERY_MAX_TERMS = 103,      /* terms, values and names in one text. Default 20,000 */
  MUSTER_QUERY_MAX_CRITERIA = 104,   /* of all statements of a text. Default 1000 */
  MUSTER_QUERY_MAX_CELLS = 105,      /* of all answers to a text. Default 5,000,000 */
  MUSTER_QUERY_ONTOLOGY = 106,       /* T, may be set several times: "hp=2024-04-26", the version to use */
  MUSTER_QUERY_TIMEOUT_US = 107,     /* of the whole text, in microseconds; 0: no bound. Default 0 */
  MUSTER_QUERY_MEMORY_BYTES = 108,   /* working sets and answers of the whole text; 0: no bound. Default 2 GiB */
  /* muster_import, muster_import_text */
  MUSTER_IMPORT_DATASET = 201,      /* T: the dataset of the individuals. Default "default" */
  MUSTER_IMPORT_MAPPING = 202,      /* T: JSON of a mapping. Default none */
  MUSTER_IMPORT_MAX_PROBLEMS = 203, /* problems listed one by one in the report. Default 1000 */
  MUSTER_IMPORT_THREADS = 204       /* threads that parse; 0: one per processor, at most 4. Default 0 */
};

/* NULL if there is no memory. Where options are NULL, the defaults apply. */
MUSTER_API muster_options *muster_options_new(void);
MUSTER_API void muster_options_free(muster_options *options);
/* MUSTER_INVALID_ARGUMENT: no such option, an option of the other type, or a value that is not valid. */
MUSTER_API muster_code muster_options_set_int(muster_options *options, int32_t option, int64_t value);
MUSTER_API muster_code muster_options_set_text(muster_options *options, int32_t option, muster_text value);

enum { MUSTER_LOG_DEBUG = 0, MUSTER_LOG_INFO = 1, MUSTER_LOG_WARNING = 2, MUSTER_LOG_ERROR = 3 };

/* Receives a line of the log, without a line end; valid during the call. It contains no query text, value or id. */
typedef void (*muster_log)(void *user, int32_t level, muster_text line);

/* For muster_open: a log of lines of `level` or above. `log` is called on the thread that called the library, by
 * several threads at once if several call, until the catalogue is closed. NULL: no log. */
MUSTER_API muster_code muster_options_set_log(muster_options *options, int32_t level, muster_log log, void *user);

/* ---- Cancelling ---- */

/* A token that cancels the running calls that were given it. It belongs to no catalogue, and stays cancelled: use a
 * new token for each call, so that a late cancel cannot hit a later one. */
typedef struct muster_cancel muster_cancel;

/* NULL where there is no memory. */
MUSTER_API muster_cancel *muster_cancel_new(void);
/* From any thread or a signal handler. */
MUSTER_API void muster_cancel_now(muster_cancel *cancel);
/* Cancels the token after `microseconds` from now: a deadline for all calls that are given it from now on, of any
 * kind. They end with MUSTER_DEADLINE, queries with the diagnostic `deadline`. If several deadlines are set, or a
 * query has a timeout, the earliest counts. Since MUSTER_ABI 2. MUSTER_INVALID_ARGUMENT: not a positive time, or no
 * token. */
MUSTER_API muster_code muster_cancel_after(muster_cancel *cancel, int64_t microseconds);
/* 1 after muster_cancel_now, and once the time of muster_cancel_after has passed. */
MUSTER_API int muster_cancel_is_cancelled(const muster_cancel *cancel);
/* May be called while calls that were given it still run. */
MUSTER_API void muster_cancel_free(muster_cancel *cancel);

/* ---- Parameters ---- */

/* Values of $name in the text of a query. Whatever it contains, a value is one value and cannot add criteria. */
typedef struct muster_params muster_params;

/* NULL where there is no memory. */
MUSTER_API muster_params *muster_params_new(void);
MUSTER_API void muster_params_free(muster_params *params);
/* In the following, `name` is without the `$`: "1", "code". A value that is set again is replaced.
 * MUSTER_INVALID_ARGUMENT: the name is empty. */
/* A value as written in a query: 30, 18 years, 2024-05, HP:0001250; anything else is taken as a quoted text. */
MUSTER_API muster_code muster_params_set(muster_params *params, muster_text name, muster_text value);
/* A text, whatever it looks like: "30" is not a number. */
MUSTER_API muster_code muster_params_set_text(muster_params *params, muster_text name, muster_text value);
/* A number, with a unit such as "years" or without ("" or NULL). MUSTER_INVALID_ARGUMENT: not finite. */
MUSTER_API muster_code muster_params_set_int(muster_params *params, muster_text name, int64_t value, muster_text unit);
MUSTER_API muster_code muster_params_set_number(muster_params *params, muster_text name, double value,
                                                muster_text unit);

/* Sets a list of `n` values for one parameter, each as for muster_params_set: `has phenotype in ($codes)`. An empty
 * list is an error of the query. */
MUSTER_API muster_code muster_params_set_list(muster_params *params, muster_text name, const muster_text *values,
                                              size_t n);
/* Appends a value to a list, which is created if there is none. */
MUSTER_API muster_code muster_params_add(muster_params *params, muster_text name, muster_text value);

/* ---- A catalogue ---- */

typedef struct muster_catalogue muster_catalogue;
typedef struct muster_answers muster_answers;

/* MUSTER_NOT_FOUND, _FORMAT, _IN_USE, _DAMAGED, _PERMISSION, _DISK_FULL, _NO_MEMORY, _IO, _INVALID_ARGUMENT. */
MUSTER_API muster_code muster_open(muster_text path, const muster_options *options, muster_catalogue **out,
                                   muster_error **error);
/* MUSTER_MISUSE while calls run: the catalogue stays open. After closing, calls on its guests, snapshots and
 * statements return MUSTER_MISUSE; free these. Answers stay valid. NULL is MUSTER_OK. */
MUSTER_API muster_code muster_close(muster_catalogue *catalogue, muster_error **error);
/* As muster_close, for destructors and finalizers, which cannot try again: if calls run or streams are open, the
 * catalogue is closed, and can be opened for writing by others, when the last call ends or the last stream is
 * released. Until then streams still deliver rows; nothing else can be called. Accepts NULL. Since MUSTER_ABI 3. */
MUSTER_API void muster_close_when_unused(muster_catalogue *catalogue);

/* Answers the statements of `text` in order, all on one version. `params`, `options` and `cancel` may be NULL.
 * Mistakes in the text are diagnostics of the answers, and MUSTER_OK. */
MUSTER_API muster_code muster_query(muster_catalogue *catalogue, muster_text text, const muster_params *params,
                                    const muster_options *options, muster_cancel *cancel, muster_answers **out,
                                    muster_error **error);

/* Progress: `done` of `total` (0: not known), in bytes for imports, in individuals for checks; `records`:
 * individuals so far. Returning anything but 0 cancels. */
typedef int (*muster_progress)(void *user, uint64_t done, uint64_t total, uint64_t records);

/* Imports files and folders in one commit. File types are detected from content. After a failure nothing of it is
 * visible. The report is four answers, each a table with named columns: the totals (one row), rows by entity, remarks
 * by kind, problems one by one. `progress`, `cancel` and `report` may be NULL. MUSTER_CANCELLED; MUSTER_READ_ONLY;
 * MUSTER_NOT_FOUND; as for muster_open. */
MUSTER_API muster_code muster_import(muster_catalogue *catalogue, const muster_text *paths, size_t n,
                                     const muster_options *options, muster_progress progress, void *user,
                                     muster_cancel *cancel, muster_answers **report, muster_error **error);
/* The same from memory: the content of one file, such as JSON lines. */
MUSTER_API muster_code muster_import_text(muster_catalogue *catalogue, muster_text content,
                                          const muster_options *options, muster_answers **report, muster_error **error);
/* The same with a token, as muster_import. Since MUSTER_ABI 2. */
MUSTER_API muster_code muster_import_text_cancellable(muster_catalogue *catalogue, muster_text content,
                                                      const muster_options *options, muster_cancel *cancel,
                                                      muster_answers **report, muster_error **error);
/* Deletes individuals by id, in one durable commit; ids that are not there are ignored. `removed`, how many were
 * deleted, may be NULL. */
MUSTER_API muster_code muster_delete(muster_catalogue *catalogue, muster_text dataset, const muster_text *ids, size_t n,
                                     uint64_t *removed, muster_error **error);
/* Erases the remains of deleted and replaced individuals from the disk. MUSTER_IO: a running query still reads some
 * of them; call it again. */
MUSTER_API muster_code muster_compact(muster_catalogue *catalogue, muster_error **error);
/* The same with a token. When cancelled, the catalogue is complete and has the same individuals, but only some files
 * are rewritten: call it again for the rest. Since MUSTER_ABI 2. */
MUSTER_API muster_code muster_compact_cancellable(muster_catalogue *catalogue, muster_cancel *cancel,
                                                  muster_error **error);
/* Verifies that the indexes agree with the records. Two tables: totals, and problems, which has no rows if all is
 * well. */
MUSTER_API muster_code muster_check(muster_catalogue *catalogue, muster_progress progress, void *user,
                                    muster_cancel *cancel, muster_answers **report, muster_error **error);
/* Four tables: the catalogue (one row: version, format, segments, bytes on disk), live rows by entity, datasets,
 * ontologies. */
MUSTER_API muster_code muster_info(muster_catalogue *catalogue, muster_answers **out, muster_error **error);
/* What may follow at byte `cursor` of `text`: one table of texts with descriptions. `begin`, which may be NULL: the
 * byte offset at which the text begins that they replace. */
MUSTER_API muster_code muster_complete(muster_catalogue *catalogue, muster_text text, size_t cursor, size_t *begin,
                                       muster_answers **out, muster_error **error);

/* For a catalogue that is open read-only: makes visible what a writer has committed since. Cheap if nothing has
 * changed. `version`, which may be NULL, is the version that queries now see. Running queries and snapshots keep
 * theirs. MUSTER_FORMAT: the folder was replaced by another catalogue: open it again. MUSTER_IO: call it again. */
MUSTER_API muster_code muster_refresh(muster_catalogue *catalogue, uint64_t *version, muster_error **error);
/* Copies one version of the catalogue into the new folder `to`, while others read and write it; the copy is
 * verified, and durable on return. `cancel` and `version` may be NULL. The ledger of guests is not copied.
 * MUSTER_PRECONDITION: `to` exists, or lies within the catalogue. MUSTER_CANCELLED, MUSTER_DISK_FULL: nothing is
 * left of the copy. */
MUSTER_API muster_code muster_backup(muster_catalogue *catalogue, muster_text to, muster_cancel *cancel,
                                     uint64_t *version, muster_error **error);
/* The same from a catalogue that is not open, such as a backup. Errors also as for muster_open. */
MUSTER_API muster_code muster_restore(muster_text from, muster_text to, muster_cancel *cancel, uint64_t *version,
                                      muster_error **error);

enum {
  MUSTER_STAT_VERSION = 1, /* that queries see */
  MUSTER_STAT_QUERIES = 2, /* texts, not those of guests */
  MUSTER_STAT_RUNNING_QUERIES = 3,
  MUSTER_STAT_CANCELLED = 4,
  MUSTER_STAT_DEADLINE = 5,
  MUSTER_STAT_TOO_MUCH_MEMORY = 6,
  MUSTER_STAT_PLAN_HITS = 7, /* texts whose plan was cached */
  MUSTER_STAT_PLAN_MISSES = 8,
  MUSTER_STAT_PLAN_BYTES = 9,
  MUSTER_STAT_CACHE_BYTES = 10,
  MUSTER_STAT_CACHE_LIMIT_BYTES = 11,
  MUSTER_STAT_CACHE_HITS = 12,
  MUSTER_STAT_CACHE_MISSES = 13,
  MUSTER_STAT_COMMITS = 14,   /* by this process */
  MUSTER_STAT_REFRESHES = 15, /* that found a new version */
  MUSTER_STAT_OPEN_SNAPSHOTS = 16
};

/* A counter of this catalogue in this process. Cheap. MUSTER_INVALID_ARGUMENT: no such counter. */
MUSTER_API muster_code muster_stats(muster_catalogue *catalogue, int32_t counter, uint64_t *value,
                                    muster_error **error);
/* The model, two tables: entities (name, plural, parent, may be excluded, aliases, description), and fields (entity,
 * name, kind, several, primary, aliases, units, description). Lists have "; " between their items. */
MUSTER_API muster_code muster_schema(muster_catalogue *catalogue, muster_answers **out, muster_error **error);
/* The fields in which records have `code` or one below it: one table (entity, field, primary). */
MUSTER_API muster_code muster_where(muster_catalogue *catalogue, muster_text code, muster_answers **out,
                                    muster_error **error);
/* Datasets and cohorts as their custodians describe them: one table. */
MUSTER_API muster_code muster_collections(muster_catalogue *catalogue, muster_answers **out, muster_error **error);

/* ---- Snapshots: one version across calls ---- */

typedef struct muster_snapshot muster_snapshot;

/* A snapshot of the current version. While it lives, data that was deleted since then stays on the disk. */
MUSTER_API muster_code muster_snapshot_take(muster_catalogue *catalogue, muster_snapshot **out, muster_error **error);
/* 0 for NULL. */
MUSTER_API uint64_t muster_snapshot_version(const muster_snapshot *snapshot);
MUSTER_API void muster_snapshot_free(muster_snapshot *snapshot);
/* As muster_query. MUSTER_PRECONDITION: statements that would change the catalogue. */
MUSTER_API muster_code muster_snapshot_query(muster_snapshot *snapshot, muster_text text, const muster_params *params,
                                             const muster_options *options, muster_cancel *cancel, muster_answers **out,
                                             muster_error **error);

/* ---- Statements: a text that is asked again with other values ---- */

typedef struct muster_statement muster_statement;

/* Parses a text once. The result is immutable: any number of threads may run it at once; it stays valid over
 * commits. Of `options`, the limits on the text apply. `mistakes`, which may be NULL, gets what is wrong with the
 * text or worth knowing about it, or NULL if there is nothing. A statement with an error can be run, and only
 * repeats it. */
MUSTER_API muster_code muster_prepare(muster_catalogue *catalogue, muster_text text, const muster_options *options,
                                      muster_statement **out, muster_answers **mistakes, muster_error **error);
MUSTER_API void muster_statement_free(muster_statement *statement);
/* The parameters for which a run needs values. */
MUSTER_API size_t muster_statement_parameters(const muster_statement *statement);
MUSTER_API muster_text muster_statement_parameter(const muster_statement *statement, size_t p);
/* 1 if a list may be given. */
MUSTER_API int muster_statement_parameter_is_list(const muster_statement *statement, size_t p);
/* As muster_query, on `snapshot`, or on the current version if that is NULL. MUSTER_INVALID_ARGUMENT: a snapshot of
 * another catalogue. The limits on the text (MUSTER_QUERY_MAX_DEPTH, _TERMS, _CRITERIA) are those of muster_prepare,
 * for the values of lists too. */
MUSTER_API muster_code muster_run(muster_statement *statement, muster_snapshot *snapshot, const muster_params *params,
                                  const muster_options *options, muster_cancel *cancel, muster_answers **out,
                                  muster_error **error);

/* ---- Answers ---- */

/* One answer per statement: a table, or the reasons why there is none. In all functions below, an index that is out
 * of range and a NULL give 0, or an empty text with NULL data. */
MUSTER_API size_t muster_answers_count(const muster_answers *answers);
MUSTER_API void muster_answers_free(muster_answers *answers);
/* 1 if any answer has a diagnostic that is an error. */
MUSTER_API int muster_answers_have_errors(const muster_answers *answers);
/* The diagnostics as text for people, with carets under the words meant. Empty when there are none. */
MUSTER_API muster_text muster_answers_diagnostics_text(const muster_answers *answers);
/* All answers as JSON: an array of {"table": ... or null, "diagnostics": [...]}. Made when first asked for; NULL
 * data if there is no memory. */
MUSTER_API muster_text muster_answers_json(const muster_answers *answers);

enum { MUSTER_SEVERITY_ERROR = 0, MUSTER_SEVERITY_WARNING = 1, MUSTER_SEVERITY_NOTE = 2 };

MUSTER_API size_t muster_answer_diagnostics(const muster_answers *answers, size_t a);
/* A stable name such as "unknown-term"; docs/errors.md lists them all. */
MUSTER_API muster_text muster_diagnostic_code(const muster_answers *answers, size_t a, size_t d);
MUSTER_API muster_text muster_diagnostic_message(const muster_answers *answers, size_t a, size_t d);
MUSTER_API int32_t muster_diagnostic_severity(const muster_answers *answers, size_t a, size_t d);
/* The bytes [begin, end) of the query text that it is about. */
MUSTER_API size_t muster_diagnostic_begin(const muster_answers *answers, size_t a, size_t d);
MUSTER_API size_t muster_diagnostic_end(const muster_answers *answers, size_t a, size_t d);
MUSTER_API size_t muster_diagnostic_hints(const muster_answers *answers, size_t a, size_t d);
MUSTER_API muster_text muster_diagnostic_hint(const muster_answers *answers, size_t a, size_t d, size_t h);

/* ---- Tables ---- */

/* 0 exactly when the answer has an error among its diagnostics. */
MUSTER_API int muster_answer_has_table(const muster_answers *answers, size_t a);
MUSTER_API size_t muster_table_rows(const muster_answers *answers, size_t a);
MUSTER_API size_t muster_table_columns(const muster_answers *answers, size_t a);

enum { MUSTER_TYPE_INT = 0, MUSTER_TYPE_NUMBER = 1, MUSTER_TYPE_TEXT = 2 };

MUSTER_API muster_text muster_column_name(const muster_answers *answers, size_t a, size_t c);
/* -1 if there is no such column. */
MUSTER_API int32_t muster_column_type(const muster_answers *answers, size_t a, size_t c);

enum {
  MUSTER_ROLE_KEY = 0,        /* what a row is about: a value of a dimension, a step, a code, a name */
  MUSTER_ROLE_TEXT = 1,       /* something else about it, in words */
  MUSTER_ROLE_PEOPLE = 2,     /* how many people */
  MUSTER_ROLE_ROWS = 3,       /* how many rows of other entities, families, or values that people have */
  MUSTER_ROLE_DIFFERENCE = 4, /* of two counts of the table: lost, gained, change */
  MUSTER_ROLE_NUMBER = 5,     /* another number: a mean, a version */
  MUSTER_ROLE_HISTOGRAM = 6   /* a text: how many values lie in each of several bands of equal width */
};

/* What the cells of the column mean; -1 if there is no such column. Since MUSTER_ABI 2. */
MUSTER_API int32_t muster_column_role(const muster_answers *answers, size_t a, size_t c);

/* As row: the totals of a count with `by`, distinct over all rows. */
#define MUSTER_ROW_TOTAL ((size_t)-1)
MUSTER_API int muster_table_has_total(const muster_answers *answers, size_t a);

enum {
  MUSTER_CELL_NULL = 0, /* missing; also: no such cell */
  MUSTER_CELL_INT = 1,
  MUSTER_CELL_NUMBER = 2,
  MUSTER_CELL_TEXT = 3,
  MUSTER_CELL_RELEASED = 4 /* a count as a guest gets it: muster_released_* */
};

MUSTER_API int32_t muster_cell_type(const muster_answers *answers, size_t a, size_t r, size_t c);
/* Returns 1 and sets `value`, or returns 0 and leaves `value` as it was, so that a cell without a number cannot be
 * mistaken for zero. For a count that a guest got: its value, if it has one. */
MUSTER_API int muster_cell_int(const muster_answers *answers, size_t a, size_t r, size_t c, int64_t *value);
/* The same, for integers too. */
MUSTER_API int muster_cell_number(const muster_answers *answers, size_t a, size_t r, size_t c, double *value);
/* For text cells only. */
MUSTER_API muster_text muster_cell_text(const muster_answers *answers, size_t a, size_t r, size_t c);

enum {
  MUSTER_RELEASED_EXACT = 0,
  MUSTER_RELEASED_ROUNDED = 1,
  MUSTER_RELEASED_PERTURBED = 2,
  MUSTER_RELEASED_SUPPRESSED = 3, /* too few people, or none: no value, but bounds */
  MUSTER_RELEASED_WITHHELD = 4    /* not told for another reason */
};

/* -1 if the cell is not a released count. */
MUSTER_API int32_t muster_released_kind(const muster_answers *answers, size_t a, size_t r, size_t c);
/* The count is in [low, high]. Each returns 1 and sets `value`, or returns 0. */
MUSTER_API int muster_released_low(const muster_answers *answers, size_t a, size_t r, size_t c, int64_t *value);
MUSTER_API int muster_released_high(const muster_answers *answers, size_t a, size_t r, size_t c, int64_t *value);
/* For a perturbed count: in about 95 of 100 ordinary questions, the true count differs from the value by at most
 * this. */
MUSTER_API int muster_released_typical(const muster_answers *answers, size_t a, size_t r, size_t c, int64_t *value);

/* Labels of the codes among the cells. */
MUSTER_API muster_text muster_table_label(const muster_answers *answers, size_t a, muster_text code);
MUSTER_API size_t muster_table_labels(const muster_answers *answers, size_t a);
MUSTER_API muster_text muster_table_label_code(const muster_answers *answers, size_t a, size_t i);
MUSTER_API muster_text muster_table_label_text(const muster_answers *answers, size_t a, size_t i);

/* Provenance of a table. */
enum {
  MUSTER_PROVENANCE_STATEMENT = 1, /* in canonical form */
  MUSTER_PROVENANCE_RELEASE = 2,   /* "exact", or tier and version of the policy: "registered/3" */
  MUSTER_PROVENANCE_ENGINE = 3,    /* "muster 0.1.0" */
  MUSTER_PROVENANCE_EPOCH = 4,     /* of guests; else empty */
  MUSTER_PROVENANCE_LEDGER = 5,    /* of guests; else empty */
  MUSTER_PROVENANCE_NOTE = 6       /* of guests; else empty */
};

MUSTER_API muster_text muster_table_provenance(const muster_answers *answers, size_t a, int32_t what);
/* 0 ("not told") for guests. */
MUSTER_API uint64_t muster_table_version(const muster_answers *answers, size_t a);
MUSTER_API int64_t muster_table_microseconds(const muster_answers *answers, size_t a);
MUSTER_API size_t muster_table_ontologies(const muster_answers *answers, size_t a);
MUSTER_API muster_text muster_table_ontology_id(const muster_answers *answers, size_t a, size_t i);
MUSTER_API muster_text muster_table_ontology_version(const muster_answers *answers, size_t a, size_t i);

/* ---- Arrow ---- */

/* The Arrow C data and stream interfaces, copied from their specification, which allows that:
 * https://arrow.apache.org/docs/format/CDataInterface.html. No Arrow library is needed here. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};
#endif

/* The rows of a table as a stream of record batches, without the totals: int64, float64 and large utf8 columns. A
 * count as guests get it becomes five columns, "NAME", "NAME kind", "NAME low", "NAME high" and "NAME typical".
 * Labels of codes are not included. `out` owns its data, and outlives answers and catalogue; it is untouched after a
 * failure. MUSTER_INVALID_ARGUMENT: no such table. */
MUSTER_API muster_code muster_answer_to_arrow(const muster_answers *answers, size_t a, struct ArrowArrayStream *out,
                                              muster_error **error);

/* Streams the rows of a text with one statement as they are found, in batches, so that a list of millions is never
 * in memory as a whole. `snapshot` may be NULL. The query runs on a thread of its own, which waits until batches are
 * taken. While the stream is not released, muster_close returns MUSTER_MISUSE, and muster_close_when_unused closes
 * later. A mistake in the text, a deadline and the like are errors of get_schema or get_next; batches that came
 * before are then void. They return EINVAL for a mistake, ETIMEDOUT for a deadline, ENOMEM for too much memory,
 * ECANCELED where the process ends, EPERM in the child of a fork, and EIO for the rest. */
MUSTER_API muster_code muster_stream(muster_catalogue *catalogue, muster_snapshot *snapshot, muster_text text,
                                     const muster_params *params, const muster_options *options,
                                     struct ArrowArrayStream *out, muster_error **error);

/* ---- Guests: whoever is not to get exact numbers ---- */

/* A principal's access under the catalogue's policy. */
typedef struct muster_guest muster_guest;

/* Gives a principal, whom the program has authenticated, access as a guest; no query text can change who it is.
 * `datasets`: the ones visible to the principal; none: all that the tier may see. `reference`: free text for the
 * ledger. MUSTER_NOT_FOUND: no such tier. MUSTER_PRECONDITION: no policy is set. MUSTER_IO: another process has
 * admitted guests, or the ledger cannot be written. MUSTER_DAMAGED: the ledger is damaged or was changed. */
MUSTER_API muster_code muster_admit(muster_catalogue *catalogue, muster_text name, muster_text tier,
                                    const muster_text *datasets, size_t n, muster_text reference, muster_guest **out,
                                    muster_error **error);
MUSTER_API void muster_guest_free(muster_guest *guest);
/* As muster_query, within what the tier allows. What it does not allow, and a used-up budget, are diagnostics. */
MUSTER_API muster_code muster_guest_query(muster_guest *guest, muster_text text, const muster_params *params,
                                          const muster_options *options, muster_cancel *cancel, muster_answers **out,
                                          muster_error **error);
/* As muster_complete, from what the tier may see. */
MUSTER_API muster_code muster_guest_complete(muster_guest *guest, muster_text text, size_t cursor, size_t *begin,
                                             muster_answers **out, muster_error **error);
/* What a guest may know of the catalogue, three tables: epoch and release (one row), datasets, ontologies. */
MUSTER_API muster_code muster_guest_info(muster_guest *guest, muster_answers **out, muster_error **error);
/* Units per window, and what is left of the budget. Each output may be NULL. `window_ends`: seconds since 1970, UTC.
 */
MUSTER_API muster_code muster_guest_budget(muster_guest *guest, int64_t *units, int64_t *units_left,
                                           int64_t *window_ends, int *suspended, muster_error **error);

/* Sets the policy, a JSON document (docs/disclosure.md). MUSTER_INVALID_ARGUMENT: a mistake in it, with its
 * location. MUSTER_STALE: its version is present, and neither the current policy's nor the next. MUSTER_READ_ONLY.
 */
MUSTER_API muster_code muster_set_policy(muster_catalogue *catalogue, muster_text json, muster_error **error);
/* The current policy: one table with one cell. MUSTER_NOT_FOUND: none was set. */
MUSTER_API muster_code muster_policy(muster_catalogue *catalogue, muster_answers **out, muster_error **error);
/* What a policy would do, in plain words: one table with one cell. Needs no catalogue. */
MUSTER_API muster_code muster_explain_policy(muster_text json, muster_answers **out, muster_error **error);
/* Shows guests the current version from now on. MUSTER_PRECONDITION: too few individuals differ. */
MUSTER_API muster_code muster_publish_epoch(muster_catalogue *catalogue, muster_error **error);
/* A suspended principal gets no answers until reinstated. */
MUSTER_API muster_code muster_suspend(muster_catalogue *catalogue, muster_text principal, muster_error **error);
MUSTER_API muster_code muster_reinstate(muster_catalogue *catalogue, muster_text principal, muster_error **error);
/* Entries of the ledger from number `from` on, at most `most`: one table. Reading is itself recorded as an entry. */
MUSTER_API muster_code muster_ledger(muster_catalogue *catalogue, uint64_t from, size_t most, muster_answers **out,
                                     muster_error **error);
/* Verifies the whole chain of entries. `kept`: a hash that somebody kept, which must occur in it, or empty. Two
 * tables: entries and head (one row), problems. */
MUSTER_API muster_code muster_verify_ledger(muster_catalogue *catalogue, muster_text kept, muster_answers **out,
                                            muster_error **error);
/* The same with a token. Since MUSTER_ABI 2. */
MUSTER_API muster_code muster_verify_ledger_cancellable(muster_catalogue *catalogue, muster_text kept,
                                                        muster_cancel *cancel, muster_answers **out,
                                                        muster_error **error);

#ifdef __cplusplus
} /* extern "C" */
#endif

/* The text of a C string that ends in NUL; NULL is the empty text. */
static inline muster_text muster_str(const char *text) {
  muster_text result;
  result.data = text;
  result.size = text == NULL ? 0 : strlen(text);
  return result;
}

#endif /* MUSTER_MUSTER_H_ */
