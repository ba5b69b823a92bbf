/* The cases of conformance.txt through the interface in C.
 *
 *   conformance_c FILE CATALOGUE */
#include <muster/muster.h>
#include <stdio.h>
#include <stdlib.h>

static char *line = NULL;

static char out[1 << 16];
static size_t length = 0;

static void add(const char *text, size_t size) {
  if (length + size < sizeof(out)) memcpy(out + length, text, size);
  length += size;
  if (length >= sizeof(out)) exit(3);
  out[length] = '\0';
}

static void add_str(const char *text) { add(text, strlen(text)); }

static void add_text(muster_text text) {
  add("\"", 1);
  for (size_t i = 0; i < text.size; ++i) {
    if (text.data[i] == '"' || text.data[i] == '\\') add("\\", 1);
    add(text.data + i, 1);
  }
  add("\"", 1);
}

static void add_cell(const muster_answers *answers, size_t a, size_t r, size_t c) {
  char digits[64];
  int64_t whole = 0;
  double number = 0;
  switch (muster_cell_type(answers, a, r, c)) {
    case MUSTER_CELL_INT:
      muster_cell_int(answers, a, r, c, &whole);
      snprintf(digits, sizeof(digits), "%lld", (long long)whole);
      add_str(digits);
      return;
    case MUSTER_CELL_NUMBER:
      muster_cell_number(answers, a, r, c, &number);
      snprintf(digits, sizeof(digits), "%.15g", number);
      add_str(digits);
      return;
    case MUSTER_CELL_TEXT:
      add_text(muster_cell_text(answers, a, r, c));
      return;
    default:
      add_str("null");
  }
}

static void add_diagnostics(const muster_answers *answers, size_t first, size_t last) {
  const char *comma = "";
  add_str("\"diagnostics\":[");
  for (size_t a = first; a < last; ++a) {
    for (size_t d = 0; d < muster_answer_diagnostics(answers, a); ++d) {
      add_str(comma);
      add_text(muster_diagnostic_code(answers, a, d));
      comma = ",";
    }
  }
  add_str("]");
}

static void add_answer(const muster_answers *answers, size_t a) {
  const size_t columns = muster_table_columns(answers, a);
  add_str("{\"columns\":[");
  for (size_t c = 0; c < columns; ++c) {
    if (c > 0) add_str(",");
    add_text(muster_column_name(answers, a, c));
  }
  add_str("],\"rows\":[");
  for (size_t r = 0; r < muster_table_rows(answers, a); ++r) {
    add_str(r > 0 ? ",[" : "[");
    for (size_t c = 0; c < columns; ++c) {
      if (c > 0) add_str(",");
      add_cell(answers, a, r, c);
    }
    add_str("]");
  }
  add_str("]");
  if (muster_table_has_total(answers, a)) {
    const char *comma = "";
    add_str(",\"total\":{");
    for (size_t c = 0; c < columns; ++c) {
      if (muster_cell_type(answers, a, MUSTER_ROW_TOTAL, c) == MUSTER_CELL_NULL) continue;
      add_str(comma);
      add_text(muster_column_name(answers, a, c));
      add_str(":");
      add_cell(answers, a, MUSTER_ROW_TOTAL, c);
      comma = ",";
    }
    add_str("}");
  }
  if (muster_answer_diagnostics(answers, a) > 0) {
    add_str(",");
    add_diagnostics(answers, a, a + 1);
  }
  add_str("}");
}

/* All answers to a text, each as a line of the file. */
static void ask(muster_catalogue *catalogue, const char *text, const muster_params *params) {
  muster_answers *answers = NULL;
  length = 0;
  out[0] = '\0';
  if (muster_query(catalogue, muster_str(text), params, NULL, NULL, &answers, NULL) != MUSTER_OK) {
    add_str("= failed\n");
    return;
  }
  if (muster_answers_have_errors(answers)) {
    add_str("= {");
    add_diagnostics(answers, 0, muster_answers_count(answers));
    add_str("}\n");
  } else {
    for (size_t a = 0; a < muster_answers_count(answers); ++a) {
      add_str("= ");
      add_answer(answers, a);
      add_str("\n");
    }
  }
  muster_answers_free(answers);
}

/* "NAME = VALUE" or "NAME in VALUE | VALUE" */
static void set(muster_params *params, char *text) {
  char *list = strstr(text, " in "), *equals = strstr(text, " = ");
  if (equals != NULL) {
    *equals = '\0';
    muster_params_set(params, muster_str(text), muster_str(equals + 3));
    return;
  }
  *list = '\0';
  for (char *value = list + 4; value != NULL;) {
    char *next = strstr(value, " | ");
    if (next != NULL) *next = '\0';
    muster_params_add(params, muster_str(text), muster_str(value));
    value = next == NULL ? NULL : next + 3;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  FILE *file = fopen(argv[1], "r");
  muster_catalogue *catalogue = NULL;
  muster_options *options = muster_options_new();
  muster_options_set_int(options, MUSTER_OPEN_READ_ONLY, 1);
  if (file == NULL || muster_open(muster_str(argv[2]), options, &catalogue, NULL) != MUSTER_OK) return 2;
  muster_options_free(options);

  line = malloc(1 << 16);
  char *text = malloc(1 << 16), *expected = malloc(1 << 16);
  muster_params *params = NULL;
  int problems = 0, cases = 0;
  for (;;) {
    const int more = fgets(line, 1 << 16, file) != NULL;
    if (!more || line[0] == '?') {
      if (params != NULL) {
        ask(catalogue, text, params);
        ++cases;
        if (strcmp(out, expected) != 0) {
          printf("? %s\nexpected\n%sgot\n%s", text, expected, out);
          ++problems;
        }
        muster_params_free(params);
      }
      if (!more) break;
      params = muster_params_new();
      expected[0] = '\0';
      strcpy(text, line + 2);
      text[strcspn(text, "\n")] = '\0';
    } else if (line[0] == '$') {
      line[strcspn(line, "\n")] = '\0';
      set(params, line + 2);
    } else if (line[0] == '=') {
      strcat(expected, line);
    }
  }
  printf("%d cases, %d problems\n", cases, problems);
  fclose(file);
  free(line);
  free(text);
  free(expected);
  if (muster_close(catalogue, NULL) != MUSTER_OK) return 1;
  return problems > 0 || cases == 0 ? 1 : 0;
}
