/* The interface in C, as a program in C99 uses it. Prints what is wrong, and exits with 1 then.
 *
 *   c_test FOLDER    an empty folder, in which it makes a catalogue */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <muster/muster.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int problems = 0;

#define CHECK(condition)                                              \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++problems;                                                     \
    }                                                                 \
  } while (0)

static int same(muster_text text, const char *expected) {
  return text.data != NULL && text.size == strlen(expected) && memcmp(text.data, expected, text.size) == 0;
}

static const char people[] =
    "{\"id\": \"p1\", \"subject\": {\"id\": \"p1\", \"sex\": \"FEMALE\"}, \"phenotypicFeatures\": "
    "[{\"type\": {\"id\": \"HP:0001250\", \"label\": \"Seizure\"}}], \"metaData\": {}}\n"
    "{\"id\": \"p2\", \"subject\": {\"id\": \"p2\", \"sex\": \"MALE\"}, \"metaData\": {}}\n"
    "{\"id\": \"p3\", \"subject\": {\"id\": \"p3\", \"sex\": \"FEMALE\"}, \"metaData\": {}}\n";

static muster_catalogue *open_at(const char *path, int create, int read_only, muster_code expected) {
  muster_options *options = muster_options_new();
  muster_catalogue *catalogue = NULL;
  muster_error *error = NULL;
  CHECK(muster_options_set_int(options, MUSTER_OPEN_CREATE, create) == MUSTER_OK);
  CHECK(muster_options_set_int(options, MUSTER_OPEN_READ_ONLY, read_only) == MUSTER_OK);
  muster_code code = muster_open(muster_str(path), options, &catalogue, &error);
  if (code != expected) fprintf(stderr, "open: %s\n", error ? muster_error_message(error).data : "no error");
  CHECK(code == expected);
  CHECK((catalogue == NULL) == (code != MUSTER_OK));
  CHECK((error == NULL) == (code == MUSTER_OK));
  CHECK(muster_error_code(error) == code);
  muster_error_free(error);
  muster_options_free(options);
  return catalogue;
}

static int64_t count(muster_catalogue *catalogue, const char *text, const muster_params *params) {
  muster_answers *answers = NULL;
  int64_t value = -1;
  CHECK(muster_query(catalogue, muster_str(text), params, NULL, NULL, &answers, NULL) == MUSTER_OK);
  if (muster_cell_int(answers, 0, 0, 0, &value) == 0) {
    fprintf(stderr, "%s: %s", text, muster_answers_diagnostics_text(answers).data);
  }
  muster_answers_free(answers);
  return value;
}

static void test_versions(void) {
  CHECK(muster_version_number() == MUSTER_VERSION_NUMBER);
  CHECK(muster_abi() == MUSTER_ABI && MUSTER_ABI_AT_LEAST(1));
  CHECK(strlen(muster_version()) > 0);
}

static void test_errors_at_open(const char *folder) {
  char path[4096];
  muster_error *error = NULL;
  muster_catalogue *catalogue = (muster_catalogue *)folder;
  snprintf(path, sizeof(path), "%s/none", folder);
  CHECK(muster_open(muster_str(path), NULL, &catalogue, &error) == MUSTER_NOT_FOUND);
  CHECK(catalogue == NULL && muster_error_message(error).size > 0);
  muster_error_free(error);
  CHECK(muster_open(muster_str(folder), NULL, &catalogue, NULL) != MUSTER_OK);
  CHECK(muster_open(muster_str(""), NULL, &catalogue, NULL) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_open(muster_str(path), NULL, NULL, NULL) == MUSTER_INVALID_ARGUMENT);
  muster_text bad = {NULL, 3};
  CHECK(muster_open(bad, NULL, &catalogue, NULL) == MUSTER_INVALID_ARGUMENT);
}

static void test_import(muster_catalogue *catalogue) {
  muster_answers *report = NULL;
  muster_options *options = muster_options_new();
  CHECK(muster_options_set_text(options, MUSTER_IMPORT_DATASET, muster_str("ward")) == MUSTER_OK);
  CHECK(muster_import_text(catalogue, muster_str(people), options, &report, NULL) == MUSTER_OK);
  int64_t number = 0;
  CHECK(muster_answers_count(report) == 4);
  CHECK(same(muster_column_name(report, 0, 3), "individuals"));
  CHECK(muster_cell_int(report, 0, 0, 3, &number) && number == 3);
  CHECK(same(muster_cell_text(report, 0, 0, 0), "ward"));
  muster_answers_free(report);
  /* An option of another call is refused, not ignored. */
  muster_answers *answers = NULL;
  CHECK(muster_query(catalogue, muster_str("count individuals"), NULL, options, NULL, &answers, NULL) ==
        MUSTER_INVALID_ARGUMENT);
  CHECK(answers == NULL);
  muster_options_free(options);
}

static void test_answers(muster_catalogue *catalogue) {
  muster_answers *answers = NULL;
  muster_error *error = NULL;
  const char *text = "count individuals by sex; count individuals where has phenotype HP:0001250; list individuals";
  CHECK(muster_query(catalogue, muster_str(text), NULL, NULL, NULL, &answers, &error) == MUSTER_OK);
  CHECK(error == NULL);
  CHECK(muster_answers_count(answers) == 3);
  CHECK(!muster_answers_have_errors(answers));
  CHECK(muster_answer_has_table(answers, 0) && muster_table_rows(answers, 0) == 2);
  CHECK(muster_table_columns(answers, 0) == 2);
  CHECK(muster_column_role(answers, 0, 0) == MUSTER_ROLE_KEY &&
        muster_column_role(answers, 0, 1) == MUSTER_ROLE_PEOPLE);
  CHECK(muster_column_type(answers, 0, 0) == MUSTER_TYPE_TEXT && muster_column_type(answers, 0, 1) == MUSTER_TYPE_INT);
  CHECK(same(muster_cell_text(answers, 0, 0, 0), "female"));
  int64_t number = 0;
  double real = 0;
  CHECK(muster_cell_int(answers, 0, 0, 1, &number) && number == 2);
  CHECK(muster_cell_number(answers, 0, 0, 1, &real) && real == 2);
  CHECK(muster_table_has_total(answers, 0) && !muster_table_has_total(answers, 1));
  CHECK(muster_cell_int(answers, 0, MUSTER_ROW_TOTAL, 1, &number) && number == 3);
  CHECK(muster_cell_type(answers, 0, MUSTER_ROW_TOTAL, 0) == MUSTER_CELL_NULL);
  CHECK(muster_cell_int(answers, 1, 0, 0, &number) && number == 1);
  CHECK(muster_released_kind(answers, 1, 0, 0) == -1);
  CHECK(same(muster_table_provenance(answers, 1, MUSTER_PROVENANCE_RELEASE), "exact"));
  CHECK(muster_table_version(answers, 1) > 0);
  CHECK(muster_table_rows(answers, 2) == 3);
  CHECK(strncmp(muster_answers_json(answers).data, "[{\"table\":{\"columns\":", 20) == 0);
  CHECK(muster_answers_json(answers).data == muster_answers_json(answers).data);

  /* What is not there is nothing, and no number. */
  number = 42;
  CHECK(!muster_cell_int(answers, 0, 0, 0, &number) && number == 42);
  CHECK(!muster_cell_int(answers, 0, 2, 1, &number) && !muster_cell_int(answers, 0, 0, 2, &number));
  CHECK(!muster_cell_int(answers, 9, 0, 0, &number) && !muster_cell_int(NULL, 0, 0, 0, &number) && number == 42);
  CHECK(muster_cell_text(answers, 0, 0, 1).data == NULL);
  CHECK(muster_cell_type(answers, 9, 0, 0) == MUSTER_CELL_NULL && muster_column_type(answers, 0, 9) == -1);
  CHECK(muster_column_role(answers, 0, 9) == -1 && muster_column_role(answers, 9, 0) == -1);
  CHECK(muster_column_name(answers, 0, 9).data == NULL && muster_table_rows(answers, 9) == 0);
  CHECK(muster_table_label(answers, 0, muster_str("X:1")).data == NULL && muster_table_labels(answers, 9) == 0);
  muster_answers_free(answers);
}

static void test_mistakes(muster_catalogue *catalogue) {
  muster_answers *answers = NULL;
  CHECK(muster_query(catalogue, muster_str("count individuals where has phenotipe HP:0001250"), NULL, NULL, NULL,
                     &answers, NULL) == MUSTER_OK);
  CHECK(muster_answers_have_errors(answers) && !muster_answer_has_table(answers, 0));
  CHECK(muster_answer_diagnostics(answers, 0) == 1);
  CHECK(muster_diagnostic_severity(answers, 0, 0) == MUSTER_SEVERITY_ERROR);
  CHECK(muster_diagnostic_code(answers, 0, 0).size > 0 && muster_diagnostic_message(answers, 0, 0).size > 0);
  CHECK(muster_diagnostic_begin(answers, 0, 0) == 28 && muster_diagnostic_end(answers, 0, 0) == 37);
  CHECK(muster_diagnostic_hints(answers, 0, 0) > 0 && muster_diagnostic_hint(answers, 0, 0, 0).size > 0);
  CHECK(muster_diagnostic_hint(answers, 0, 0, 99).data == NULL && muster_diagnostic_severity(answers, 0, 1) == -1);
  CHECK(strstr(muster_answers_diagnostics_text(answers).data, "^") != NULL);
  muster_answers_free(answers);
}

static void test_params(muster_catalogue *catalogue) {
  muster_params *params = muster_params_new();
  CHECK(muster_params_set(params, muster_str("code"), muster_str("HP:0001250")) == MUSTER_OK);
  CHECK(count(catalogue, "count individuals where has phenotype $code", params) == 1);
  CHECK(muster_params_set_text(params, muster_str("sex"), muster_str("female")) == MUSTER_OK);
  CHECK(count(catalogue, "count individuals where has phenotype $code and sex is $sex", params) == 1);
  CHECK(muster_params_set_int(params, muster_str("code"), 30, muster_str("years")) == MUSTER_OK);
  CHECK(muster_params_set_number(params, muster_str("n"), 0.0 / 0.0, muster_str(NULL)) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_params_set(params, muster_str(""), muster_str("x")) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_params_set(NULL, muster_str("a"), muster_str("x")) == MUSTER_INVALID_ARGUMENT);
  muster_params_free(params);
}

static void test_options(void) {
  muster_options *options = muster_options_new();
  CHECK(muster_options_set_int(options, 9999, 1) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_options_set_int(options, MUSTER_OPEN_CREATE, 2) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_options_set_int(options, MUSTER_OPEN_LEDGER, 1) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_options_set_text(options, MUSTER_OPEN_CREATE, muster_str("1")) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_options_set_text(options, MUSTER_QUERY_ONTOLOGY, muster_str("hp")) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_options_set_text(options, MUSTER_QUERY_ONTOLOGY, muster_str("hp=2024")) == MUSTER_OK);
  CHECK(muster_options_set_int(NULL, MUSTER_OPEN_CREATE, 1) == MUSTER_INVALID_ARGUMENT);
  /* Another kind of object is noticed. */
  CHECK(muster_options_set_int((muster_options *)(void *)options, MUSTER_OPEN_CREATE, 1) == MUSTER_OK);
  CHECK(muster_params_set((muster_params *)(void *)options, muster_str("a"), muster_str("b")) ==
        MUSTER_INVALID_ARGUMENT);
  muster_options_free(options);
}

static void test_arrow(muster_catalogue *catalogue) {
  muster_answers *answers = NULL;
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray array;
  CHECK(muster_query(catalogue, muster_str("count individuals by sex"), NULL, NULL, NULL, &answers, NULL) == MUSTER_OK);
  CHECK(muster_answer_to_arrow(answers, 1, &stream, NULL) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_answer_to_arrow(answers, 0, &stream, NULL) == MUSTER_OK);
  muster_answers_free(answers); /* the stream goes on without */
  CHECK(stream.get_schema(&stream, &schema) == 0);
  CHECK(strcmp(schema.format, "+s") == 0 && schema.n_children == 2);
  CHECK(strcmp(schema.children[0]->format, "U") == 0 && strcmp(schema.children[1]->format, "l") == 0);
  CHECK(strcmp(schema.children[0]->name, "sex") == 0);
  schema.release(&schema);
  CHECK(schema.release == NULL);
  CHECK(stream.get_next(&stream, &array) == 0);
  CHECK(array.length == 2 && array.n_children == 2);
  struct ArrowArray column = *array.children[1]; /* moved out of its parent, as consumers may */
  array.children[1]->release = NULL;
  array.release(&array);
  stream.release(&stream);
  CHECK(((const int64_t *)column.buffers[1])[0] == 2 && ((const int64_t *)column.buffers[1])[1] == 1);
  CHECK(column.null_count == 0);
  column.release(&column);
}

static void test_stream(muster_catalogue *catalogue) {
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray array;
  CHECK(muster_stream(catalogue, NULL, muster_str("list individuals"), NULL, NULL, &stream, NULL) == MUSTER_OK);
  CHECK(stream.get_schema(&stream, &schema) == 0 && schema.n_children >= 1);
  schema.release(&schema);
  CHECK(muster_close(catalogue, NULL) == MUSTER_MISUSE);
  int64_t rows = 0;
  for (;;) {
    CHECK(stream.get_next(&stream, &array) == 0);
    if (array.release == NULL) break;
    rows += array.length;
    array.release(&array);
  }
  CHECK(rows == 3);
  stream.release(&stream);
  CHECK(muster_stream(catalogue, NULL, muster_str("list nothings"), NULL, NULL, &stream, NULL) == MUSTER_OK);
  CHECK(stream.get_next(&stream, &array) == EINVAL && stream.get_last_error(&stream) != NULL);
  stream.release(&stream);
  muster_options *options = muster_options_new();
  CHECK(muster_options_set_int(options, MUSTER_QUERY_TIMEOUT_US, 1) == MUSTER_OK);
  CHECK(muster_stream(catalogue, NULL, muster_str("list individuals"), NULL, options, &stream, NULL) == MUSTER_OK);
  CHECK(stream.get_schema(&stream, &schema) == ETIMEDOUT && stream.get_next(&stream, &array) == ETIMEDOUT);
  stream.release(&stream);
  muster_options_free(options);
  options = muster_options_new();
  CHECK(muster_options_set_int(options, MUSTER_QUERY_MEMORY_BYTES, 1) == MUSTER_OK);
  CHECK(muster_stream(catalogue, NULL, muster_str("count individuals by sex"), NULL, options, &stream, NULL) ==
        MUSTER_OK);
  CHECK(stream.get_next(&stream, &array) == ENOMEM && stream.get_last_error(&stream) != NULL);
  stream.release(&stream);
  muster_options_free(options);
  /* Released before it was read, and without rows. */
  CHECK(muster_stream(catalogue, NULL, muster_str("list individuals"), NULL, NULL, &stream, NULL) == MUSTER_OK);
  stream.release(&stream);
  CHECK(muster_stream(catalogue, NULL, muster_str("list individuals where sex is other"), NULL, NULL, &stream, NULL) ==
        MUSTER_OK);
  CHECK(stream.get_schema(&stream, &schema) == 0 && schema.n_children >= 1);
  schema.release(&schema);
  CHECK(stream.get_next(&stream, &array) == 0 && array.release == NULL);
  stream.release(&stream);
}

/* What a destructor calls: the catalogue is open, and locked, until the last stream is released. */
static void test_close_when_unused(const char *folder) {
  char path[4096];
  snprintf(path, sizeof(path), "%s/unused", folder);
  muster_catalogue *catalogue = open_at(path, 1, 0, MUSTER_OK);
  CHECK(muster_import_text(catalogue, muster_str(people), NULL, NULL, NULL) == MUSTER_OK);
  struct ArrowArrayStream streams[2];
  struct ArrowArray array;
  muster_snapshot *snapshot = NULL;
  muster_answers *answers = NULL;
  CHECK(muster_snapshot_take(catalogue, &snapshot, NULL) == MUSTER_OK);
  for (int i = 0; i < 2; ++i) {
    CHECK(muster_stream(catalogue, i == 0 ? NULL : snapshot, muster_str("list individuals"), NULL, NULL, &streams[i],
                        NULL) == MUSTER_OK);
  }
  muster_close_when_unused(catalogue);
  CHECK(muster_snapshot_query(snapshot, muster_str("count individuals"), NULL, NULL, NULL, &answers, NULL) ==
        MUSTER_MISUSE);
  for (int i = 0; i < 2; ++i) {
    open_at(path, 0, 0, MUSTER_IN_USE);
    CHECK(streams[i].get_next(&streams[i], &array) == 0 && array.length == 3);
    array.release(&array);
    streams[i].release(&streams[i]);
  }
  catalogue = open_at(path, 0, 0, MUSTER_OK);
  CHECK(muster_snapshot_query(snapshot, muster_str("count individuals"), NULL, NULL, NULL, &answers, NULL) ==
        MUSTER_MISUSE);
  muster_snapshot_free(snapshot);
  muster_close_when_unused(catalogue); /* without any, at once */
  catalogue = open_at(path, 0, 0, MUSTER_OK);
  CHECK(muster_close(catalogue, NULL) == MUSTER_OK);
  muster_close_when_unused(NULL);
}

static int release_in_callback(void *user, uint64_t done, uint64_t total, uint64_t records) {
  (void)done, (void)total, (void)records;
  muster_catalogue **releasing = user;
  muster_close_when_unused(*releasing);
  *releasing = NULL;
  return 0;
}

/* While a call of the same thread runs: with its end. */
static void test_close_in_a_call(const char *folder) {
  char path[4096];
  snprintf(path, sizeof(path), "%s/in_a_call", folder);
  char file[4096];
  snprintf(file, sizeof(file), "%s/in_a_call.json", folder);
  FILE *out = fopen(file, "w");
  CHECK(out != NULL && fputs(people, out) >= 0 && fclose(out) == 0);
  const muster_text paths[] = {muster_str(file)};
  muster_catalogue *catalogue = open_at(path, 1, 0, MUSTER_OK);
  CHECK(muster_import(catalogue, paths, 1, NULL, release_in_callback, &catalogue, NULL, NULL, NULL) == MUSTER_OK);
  CHECK(catalogue == NULL);
  catalogue = open_at(path, 0, 0, MUSTER_OK);
  CHECK(count(catalogue, "count individuals", NULL) == 3);
  CHECK(muster_close(catalogue, NULL) == MUSTER_OK);
}

static void test_lists(muster_catalogue *catalogue) {
  muster_params *params = muster_params_new();
  const muster_text codes[] = {muster_str("HP:0001250"), muster_str("HP:0001251")};
  CHECK(muster_params_set_list(params, muster_str("codes"), codes, 2) == MUSTER_OK);
  CHECK(count(catalogue, "count individuals where has phenotype in ($codes)", params) == 1);
  CHECK(muster_params_add(params, muster_str("codes"), muster_str("HP:0001252")) == MUSTER_OK);
  CHECK(count(catalogue, "count individuals where has phenotype in ($codes)", params) == 1);
  CHECK(muster_params_set_list(params, muster_str("codes"), NULL, 1) == MUSTER_INVALID_ARGUMENT);
  muster_params_free(params);
}

static void test_snapshots_and_statements(muster_catalogue *catalogue) {
  muster_snapshot *snapshot = NULL;
  muster_statement *statement = NULL;
  muster_answers *answers = NULL;
  CHECK(muster_snapshot_take(catalogue, &snapshot, NULL) == MUSTER_OK);
  CHECK(muster_prepare(catalogue, muster_str("count individuals where sex is $sex"), NULL, &statement, &answers,
                       NULL) == MUSTER_OK);
  CHECK(answers == NULL && muster_statement_parameters(statement) == 1);
  CHECK(same(muster_statement_parameter(statement, 0), "sex"));
  CHECK(muster_statement_parameter(statement, 1).data == NULL);
  const muster_text id = muster_str("p3");
  uint64_t removed = 0, version = 0;
  CHECK(muster_delete(catalogue, muster_str("ward"), &id, 1, &removed, NULL) == MUSTER_OK && removed == 1);
  CHECK(muster_stats(catalogue, MUSTER_STAT_VERSION, &version, NULL) == MUSTER_OK);
  CHECK(version == muster_snapshot_version(snapshot) + 1);
  muster_params *params = muster_params_new();
  CHECK(muster_params_set(params, muster_str("sex"), muster_str("female")) == MUSTER_OK);
  int64_t number = 0;
  CHECK(muster_run(statement, NULL, params, NULL, NULL, &answers, NULL) == MUSTER_OK);
  CHECK(muster_cell_int(answers, 0, 0, 0, &number) && number == 1);
  muster_answers_free(answers);
  CHECK(muster_run(statement, snapshot, params, NULL, NULL, &answers, NULL) == MUSTER_OK);
  CHECK(muster_cell_int(answers, 0, 0, 0, &number) && number == 2);
  muster_answers_free(answers);
  CHECK(muster_snapshot_query(snapshot, muster_str("count individuals"), NULL, NULL, NULL, &answers, NULL) ==
        MUSTER_OK);
  CHECK(muster_cell_int(answers, 0, 0, 0, &number) && number == 3);
  muster_answers_free(answers);
  muster_params_free(params);
  muster_statement_free(statement);
  muster_snapshot_free(snapshot);
  CHECK(muster_prepare(catalogue, muster_str("count nothings"), NULL, &statement, &answers, NULL) == MUSTER_OK);
  CHECK(muster_answers_have_errors(answers));
  muster_answers_free(answers);
  muster_statement_free(statement);
  CHECK(muster_stats(catalogue, 99, &version, NULL) == MUSTER_INVALID_ARGUMENT);
}

static void test_bounds(muster_catalogue *catalogue) {
  muster_answers *answers = NULL;
  muster_cancel *cancel = muster_cancel_new();
  muster_cancel_now(cancel);
  CHECK(muster_query(catalogue, muster_str("count individuals by sex, country"), NULL, NULL, cancel, &answers, NULL) ==
        MUSTER_OK);
  CHECK(same(muster_diagnostic_code(answers, 0, 0), "cancelled") && !muster_answer_has_table(answers, 0));
  muster_answers_free(answers);
  muster_cancel_free(cancel);
  muster_options *options = muster_options_new();
  CHECK(muster_options_set_int(options, MUSTER_QUERY_TIMEOUT_US, 1) == MUSTER_OK);
  CHECK(muster_query(catalogue, muster_str("count individuals by sex, dataset"), NULL, options, NULL, &answers, NULL) ==
        MUSTER_OK);
  CHECK(same(muster_diagnostic_code(answers, 0, 0), "deadline"));
  muster_answers_free(answers);
  muster_options_free(options);
}

static void test_backup(muster_catalogue *catalogue, const char *folder) {
  char path[4096], restored[4096];
  uint64_t version = 0;
  snprintf(path, sizeof(path), "%s/backup", folder);
  snprintf(restored, sizeof(restored), "%s/restored", folder);
  CHECK(muster_backup(catalogue, muster_str(path), NULL, &version, NULL) == MUSTER_OK && version > 0);
  CHECK(muster_backup(catalogue, muster_str(path), NULL, NULL, NULL) == MUSTER_PRECONDITION);
  CHECK(muster_restore(muster_str(path), muster_str(restored), NULL, &version, NULL) == MUSTER_OK);
  muster_catalogue *copy = open_at(restored, 0, 1, MUSTER_OK);
  CHECK(count(copy, "count individuals", NULL) == 3);
  CHECK(muster_refresh(copy, &version, NULL) == MUSTER_OK && version > 0);
  CHECK(muster_close(copy, NULL) == MUSTER_OK);
}

static void test_schema(muster_catalogue *catalogue) {
  muster_answers *tables = NULL;
  CHECK(muster_schema(catalogue, &tables, NULL) == MUSTER_OK && muster_answers_count(tables) == 2);
  CHECK(same(muster_cell_text(tables, 0, 0, 0), "individual"));
  muster_answers_free(tables);
  CHECK(muster_where(catalogue, muster_str("HP:0001250"), &tables, NULL) == MUSTER_OK);
  CHECK(muster_table_rows(tables, 0) == 1 && same(muster_cell_text(tables, 0, 0, 0), "phenotype"));
  muster_answers_free(tables);
  CHECK(muster_collections(catalogue, &tables, NULL) == MUSTER_OK);
  muster_answers_free(tables);
}

static void count_lines(void *user, int32_t level, muster_text line) {
  if (level >= MUSTER_LOG_INFO && line.size > 0) ++*(int *)user;
}

static void test_log(const char *path) {
  int lines = 0;
  muster_catalogue *reader = NULL;
  muster_options *options = muster_options_new();
  CHECK(muster_options_set_log(options, 9, count_lines, &lines) == MUSTER_INVALID_ARGUMENT);
  CHECK(muster_options_set_log(options, MUSTER_LOG_INFO, count_lines, &lines) == MUSTER_OK);
  CHECK(muster_options_set_int(options, MUSTER_OPEN_READ_ONLY, 1) == MUSTER_OK);
  CHECK(muster_open(muster_str(path), options, &reader, NULL) == MUSTER_OK);
  CHECK(lines > 0);
  CHECK(muster_close(reader, NULL) == MUSTER_OK);
  muster_options_free(options);
}

static int cancel_at_once(void *user, uint64_t done, uint64_t total, uint64_t records) {
  (void)done, (void)total, (void)records;
  ++*(int *)user;
  return 1;
}

static muster_catalogue *closing = NULL;
static int close_in_callback(void *user, uint64_t done, uint64_t total, uint64_t records) {
  (void)user, (void)done, (void)total, (void)records;
  CHECK(muster_close(closing, NULL) == MUSTER_MISUSE);
  CHECK(count(closing, "count individuals", NULL) == 3);
  return 0;
}

static void test_import_files(muster_catalogue *catalogue, const char *folder) {
  char path[4096];
  snprintf(path, sizeof(path), "%s/people.jsonl", folder);
  FILE *file = fopen(path, "w");
  fputs(people, file);
  fclose(file);
  const muster_text paths[] = {muster_str(path)};
  muster_options *options = muster_options_new();
  CHECK(muster_options_set_text(options, MUSTER_IMPORT_DATASET, muster_str("ward")) == MUSTER_OK);
  int calls = 0;
  CHECK(muster_import(catalogue, paths, 1, options, cancel_at_once, &calls, NULL, NULL, NULL) == MUSTER_CANCELLED);
  CHECK(calls == 1);
  muster_cancel *cancel = muster_cancel_new();
  CHECK(!muster_cancel_is_cancelled(cancel));
  muster_cancel_now(cancel);
  CHECK(muster_cancel_is_cancelled(cancel));
  CHECK(muster_import(catalogue, paths, 1, options, NULL, NULL, cancel, NULL, NULL) == MUSTER_CANCELLED);
  muster_cancel_free(cancel);
  closing = catalogue;
  CHECK(muster_import(catalogue, paths, 1, options, close_in_callback, NULL, NULL, NULL, NULL) == MUSTER_OK);
  CHECK(count(catalogue, "count individuals", NULL) == 3);
  CHECK(muster_import(catalogue, NULL, 1, options, NULL, NULL, NULL, NULL, NULL) == MUSTER_INVALID_ARGUMENT);
  muster_options_free(options);
}

static void test_check_and_info(muster_catalogue *catalogue) {
  muster_answers *report = NULL;
  muster_cancel *cancel = muster_cancel_new();
  CHECK(muster_check(catalogue, NULL, NULL, cancel, &report, NULL) == MUSTER_OK);
  CHECK(muster_answers_count(report) == 2 && muster_table_rows(report, 1) == 0);
  muster_answers_free(report);
  muster_cancel_now(cancel);
  CHECK(muster_check(catalogue, NULL, NULL, cancel, &report, NULL) == MUSTER_CANCELLED);
  CHECK(report == NULL);
  CHECK(muster_compact_cancellable(catalogue, cancel, NULL) == MUSTER_CANCELLED);
  CHECK(muster_import_text_cancellable(catalogue, muster_str("{}"), NULL, cancel, &report, NULL) == MUSTER_CANCELLED);
  CHECK(report == NULL);
  muster_cancel_free(cancel);
  cancel = muster_cancel_new();
  CHECK(muster_cancel_after(cancel, 0) == MUSTER_INVALID_ARGUMENT && muster_cancel_after(NULL, 1) != MUSTER_OK);
  CHECK(muster_cancel_after(cancel, INT64_MAX) == MUSTER_OK && !muster_cancel_is_cancelled(cancel));
  CHECK(muster_check(catalogue, NULL, NULL, cancel, NULL, NULL) == MUSTER_OK);
  CHECK(muster_cancel_after(cancel, 1) == MUSTER_OK);
  while (!muster_cancel_is_cancelled(cancel)) {
  }
  CHECK(muster_check(catalogue, NULL, NULL, cancel, NULL, NULL) == MUSTER_DEADLINE);
  muster_answers *late = NULL;
  CHECK(muster_query(catalogue, muster_str("count individuals"), NULL, NULL, cancel, &late, NULL) == MUSTER_OK);
  CHECK(same(muster_diagnostic_code(late, 0, 0), "deadline"));
  muster_answers_free(late);
  muster_cancel_free(cancel);
  CHECK(muster_info(catalogue, &report, NULL) == MUSTER_OK);
  CHECK(muster_answers_count(report) == 4 && same(muster_cell_text(report, 2, 0, 0), "ward"));
  muster_answers_free(report);
  size_t begin = 99;
  CHECK(muster_complete(catalogue, muster_str("count indiv"), 11, &begin, &report, NULL) == MUSTER_OK);
  CHECK(begin == 6 && muster_table_rows(report, 0) > 0);
  muster_answers_free(report);
  CHECK(muster_complete(catalogue, muster_str("count"), 6, NULL, NULL, NULL) == MUSTER_INVALID_ARGUMENT);
}

static void test_in_use_and_read_only(muster_catalogue *writer, const char *path) {
  open_at(path, 0, 0, MUSTER_IN_USE);
  muster_catalogue *reader = open_at(path, 0, 1, MUSTER_OK);
  muster_error *error = NULL;
  CHECK(muster_import_text(reader, muster_str(people), NULL, NULL, &error) == MUSTER_READ_ONLY);
  CHECK(muster_error_hint(error).size > 0 && !muster_error_is_retryable(error));
  muster_error_free(error);
  CHECK(muster_close(reader, NULL) == MUSTER_OK);
  (void)writer;
}

static void test_fork(muster_catalogue *catalogue) {
  const pid_t child = fork();
  if (child == 0) {
    muster_answers *answers = NULL;
    int good =
        muster_query(catalogue, muster_str("count individuals"), NULL, NULL, NULL, &answers, NULL) == MUSTER_FORKED &&
        answers == NULL && muster_close(catalogue, NULL) == MUSTER_OK;
    _exit(good ? 0 : 1);
  }
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
  CHECK(count(catalogue, "count individuals", NULL) == 3);
}

/* A stream that is read slowly: its thread waits until batches are taken. The child has not got that thread. */
static void test_fork_with_a_stream(const char *folder) {
  char path[4096];
  snprintf(path, sizeof(path), "%s/many", folder);
  muster_catalogue *catalogue = open_at(path, 1, 0, MUSTER_OK);
  const size_t many = 8000, longest = 64;
  char *lines = malloc(many * longest);
  size_t size = 0;
  for (size_t i = 0; i < many; ++i) {
    size +=
        (size_t)snprintf(lines + size, longest, "{\"id\": \"m%d\", \"subject\": {\"id\": \"m%d\"}}\n", (int)i, (int)i);
  }
  const muster_text content = {lines, size};
  CHECK(muster_import_text(catalogue, content, NULL, NULL, NULL) == MUSTER_OK);
  free(lines);
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray array;
  CHECK(muster_stream(catalogue, NULL, muster_str("list individuals"), NULL, NULL, &stream, NULL) == MUSTER_OK);
  CHECK(stream.get_schema(&stream, &schema) == 0);
  schema.release(&schema);
  sleep(1); /* until four batches wait, and it with them */
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    const int refused = stream.get_next(&stream, &array) == EPERM && stream.get_last_error(&stream) != NULL;
    stream.release(&stream);
    _exit(refused && stream.release == NULL && muster_close(catalogue, NULL) == MUSTER_OK ? 0 : 1);
  }
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
  size_t rows = 0;
  for (;;) {
    CHECK(stream.get_next(&stream, &array) == 0);
    if (array.release == NULL) break;
    rows += (size_t)array.length;
    array.release(&array);
  }
  CHECK(rows == many);
  stream.release(&stream);
  CHECK(muster_close(catalogue, NULL) == MUSTER_OK);
}

static void test_reasons(const char *folder) {
  char path[4096];
  muster_answers *answers = NULL;
  muster_snapshot *snapshot = NULL;
  snprintf(path, sizeof(path), "%s/reasons", folder);
  muster_catalogue *catalogue = open_at(path, 1, 0, MUSTER_OK);
  const muster_text define = muster_str("define cohort all as individuals");
  CHECK(muster_import_text(catalogue, muster_str(people), NULL, NULL, NULL) == MUSTER_OK);
  CHECK(muster_set_policy(catalogue, muster_str("{\"tiers\": {\"a\": {\"preset\": \"registered\"}}}"), NULL) ==
        MUSTER_OK);
  CHECK(muster_set_policy(catalogue, muster_str("{\"version\": 7, \"tiers\": {\"a\": {\"preset\": \"public\"}}}"),
                          NULL) == MUSTER_STALE);
  CHECK(muster_snapshot_take(catalogue, &snapshot, NULL) == MUSTER_OK);
  CHECK(muster_snapshot_query(snapshot, define, NULL, NULL, NULL, &answers, NULL) == MUSTER_PRECONDITION);
  muster_snapshot_free(snapshot);
  CHECK(muster_close(catalogue, NULL) == MUSTER_OK);
  /* What a catalogue refuses as it is open read-only, and what it refuses for another reason. */
  catalogue = open_at(path, 0, 1, MUSTER_OK);
  CHECK(muster_query(catalogue, define, NULL, NULL, NULL, &answers, NULL) == MUSTER_READ_ONLY);
  CHECK(muster_compact(catalogue, NULL) == MUSTER_READ_ONLY);
  CHECK(muster_delete(catalogue, muster_str("default"), NULL, 0, NULL, NULL) == MUSTER_READ_ONLY);
  CHECK(muster_publish_epoch(catalogue, NULL) == MUSTER_PRECONDITION);
  const pid_t child = fork();
  if (child == 0) {
    muster_catalogue *own = NULL;
    _exit(muster_open(muster_str(path), NULL, &own, NULL) == MUSTER_FORKED && own == NULL ? 0 : 1);
  }
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
  CHECK(muster_close(catalogue, NULL) == MUSTER_OK);
}

static int calls_of_cancelled = 0;

/* A thread that is to end from the beginning: it does so between calls. */
static void *be_cancelled(void *path) {
  pthread_cancel(pthread_self());
  muster_catalogue *reader = open_at(path, 0, 1, MUSTER_OK);
  struct ArrowArrayStream stream;
  struct ArrowArray batch;
  CHECK(muster_stream(reader, NULL, muster_str("list individuals"), NULL, NULL, &stream, NULL) == MUSTER_OK);
  CHECK(stream.get_next(&stream, &batch) == 0 && batch.length == 3);
  batch.release(&batch);
  stream.release(&stream);
  CHECK(muster_close(reader, NULL) == MUSTER_OK);
  ++calls_of_cancelled;
  pthread_testcancel();
  ++calls_of_cancelled;
  return NULL;
}

static void test_cancelled_thread(char *path) {
  pthread_t thread;
  void *result = NULL;
  CHECK(pthread_create(&thread, NULL, &be_cancelled, path) == 0);
  CHECK(pthread_join(thread, &result) == 0 && result == PTHREAD_CANCELED);
  CHECK(calls_of_cancelled == 1);
}

static const char policy[] =
    "{\"tiers\": {\"registered\": {\"preset\": \"registered\"}}, \"ledger\": {\"durable\": \"process\"}}";

static void test_guests(muster_catalogue *catalogue) {
  muster_guest *guest = NULL;
  muster_error *error = NULL;
  const muster_text alice = muster_str("alice@uni.eu");
  CHECK(muster_admit(catalogue, alice, muster_str("registered"), NULL, 0, muster_str(""), &guest, NULL) ==
        MUSTER_PRECONDITION);
  CHECK(guest == NULL);
  CHECK(muster_set_policy(catalogue, muster_str("{"), NULL) == MUSTER_INVALID_ARGUMENT);
  muster_code set = muster_set_policy(catalogue, muster_str(policy), &error);
  if (set != MUSTER_OK) fprintf(stderr, "policy: %s\n", muster_error_message(error).data);
  CHECK(set == MUSTER_OK);
  muster_error_free(error);
  CHECK(muster_admit(catalogue, alice, muster_str("none"), NULL, 0, muster_str(""), &guest, NULL) == MUSTER_NOT_FOUND);
  CHECK(muster_admit(catalogue, alice, muster_str("registered"), NULL, 0, muster_str("study 7"), &guest, NULL) ==
        MUSTER_OK);
  muster_answers *answers = NULL;
  CHECK(muster_guest_query(guest, muster_str("count individuals"), NULL, NULL, NULL, &answers, NULL) == MUSTER_OK);
  /* Two people are fewer than ten: no number, rather than a small or a wrong one. */
  int64_t number = 42;
  CHECK(muster_cell_type(answers, 0, 0, 0) == MUSTER_CELL_RELEASED);
  CHECK(muster_released_kind(answers, 0, 0, 0) == MUSTER_RELEASED_SUPPRESSED);
  CHECK(!muster_cell_int(answers, 0, 0, 0, &number) && number == 42);
  CHECK(muster_released_low(answers, 0, 0, 0, &number) && number == 0);
  CHECK(muster_released_high(answers, 0, 0, 0, &number) && number >= 2);
  CHECK(!muster_released_typical(answers, 0, 0, 0, &number));
  CHECK(muster_table_provenance(answers, 0, MUSTER_PROVENANCE_LEDGER).size == 64);
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  CHECK(muster_answer_to_arrow(answers, 0, &stream, NULL) == MUSTER_OK);
  CHECK(stream.get_schema(&stream, &schema) == 0 && schema.n_children == 5);
  CHECK(strcmp(schema.children[1]->name, "individuals kind") == 0);
  schema.release(&schema);
  stream.release(&stream);
  muster_answers_free(answers);
  int64_t units = 0, left = 0;
  int suspended = 1;
  CHECK(muster_guest_budget(guest, &units, &left, NULL, &suspended, NULL) == MUSTER_OK);
  CHECK(units == 100 && left == 99 && !suspended);
  CHECK(muster_ledger(catalogue, 1, 100, &answers, NULL) == MUSTER_OK && muster_table_rows(answers, 0) >= 2);
  muster_answers_free(answers);
  CHECK(muster_verify_ledger(catalogue, muster_str(""), &answers, NULL) == MUSTER_OK);
  CHECK(muster_table_rows(answers, 1) == 0);
  muster_answers_free(answers);
  CHECK(muster_suspend(catalogue, alice, NULL) == MUSTER_OK);
  CHECK(muster_guest_budget(guest, NULL, NULL, NULL, &suspended, NULL) == MUSTER_OK && suspended);
  CHECK(muster_reinstate(catalogue, alice, NULL) == MUSTER_OK);
  CHECK(muster_guest_info(guest, &answers, NULL) == MUSTER_OK && muster_answers_count(answers) == 3);
  muster_answers_free(answers);

  /* What is left over when the catalogue is closed is empty, and is freed afterwards. */
  CHECK(muster_close(catalogue, NULL) == MUSTER_OK);
  CHECK(muster_guest_query(guest, muster_str("count individuals"), NULL, NULL, NULL, &answers, NULL) == MUSTER_MISUSE);
  muster_guest_free(guest);
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  char path[4096];
  snprintf(path, sizeof(path), "%s/catalogue", argv[1]);
  test_versions();
  test_errors_at_open(argv[1]);
  test_options();
  muster_catalogue *catalogue = open_at(path, 1, 0, MUSTER_OK);
  if (catalogue == NULL) return 1;
  test_import(catalogue);
  test_answers(catalogue);
  test_mistakes(catalogue);
  test_params(catalogue);
  test_arrow(catalogue);
  test_import_files(catalogue, argv[1]);
  test_check_and_info(catalogue);
  test_stream(catalogue);
  test_close_when_unused(argv[1]);
  test_close_in_a_call(argv[1]);
  test_lists(catalogue);
  test_bounds(catalogue);
  test_backup(catalogue, argv[1]);
  test_schema(catalogue);
  test_log(path);
  test_in_use_and_read_only(catalogue, path);
  test_fork(catalogue);
  test_fork_with_a_stream(argv[1]);
  test_reasons(argv[1]);
  test_cancelled_thread(path);
  test_snapshots_and_statements(catalogue);
  uint64_t removed = 9;
  const muster_text nobody = muster_str("nobody");
  CHECK(muster_delete(catalogue, muster_str("ward"), &nobody, 1, &removed, NULL) == MUSTER_OK && removed == 0);
  test_guests(catalogue);

  CHECK(muster_close(NULL, NULL) == MUSTER_OK);
  muster_answers_free(NULL);
  muster_guest_free(NULL);
  muster_error_free(NULL);
  muster_cancel_free(NULL);
  if (problems == 0) printf("ok\n");
  return problems == 0 ? 0 : 1;
}
