/* From R's values to muster.h and back. R's errors jump over C: nothing of the library is held where one may come, other
 * than in an external pointer with a finalizer. */
#define R_NO_REMAP
#include <R.h>
#include <Rinternals.h>
#include <R_ext/Rdynload.h>
#include <muster/muster.h>
#include <stdlib.h>

/* ---- Texts ---- */

/* Of a text in UTF-8, which lives as long as the R value. */
static muster_text text_of(SEXP value, R_xlen_t i) {
  if (TYPEOF(value) != STRSXP || i >= Rf_xlength(value)) Rf_error("a text is wanted");
  SEXP text = STRING_ELT(value, i);
  if (text == NA_STRING) Rf_error("a text is missing");
  muster_text made = {CHAR(text), (size_t)LENGTH(text)};
  return made;
}

static SEXP r_text(muster_text text) {
  return Rf_mkCharLenCE(text.data == NULL ? "" : text.data, (int)text.size, CE_UTF8);
}

static SEXP r_string(muster_text text) {
  SEXP made = PROTECT(r_text(text));
  SEXP string = Rf_ScalarString(made);
  UNPROTECT(1);
  return string;
}

/* In memory of R, which is given back when the call ends. */
static muster_text *texts_of(SEXP values) {
  muster_text *texts = (muster_text *)R_alloc(Rf_xlength(values) + 1, sizeof(muster_text));
  for (R_xlen_t i = 0; i < Rf_xlength(values); ++i) texts[i] = text_of(values, i);
  return texts;
}

/* ---- Objects: external pointers with their class as tag ---- */

static void free_catalogue(SEXP pointer) {
  muster_close(R_ExternalPtrAddr(pointer), NULL);
  R_ClearExternalPtr(pointer);
}
static void free_snapshot(SEXP pointer) {
  muster_snapshot_free(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}
static void free_guest(SEXP pointer) {
  muster_guest_free(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}
static void free_options(SEXP pointer) { muster_options_free(R_ExternalPtrAddr(pointer)); }
static void free_params(SEXP pointer) { muster_params_free(R_ExternalPtrAddr(pointer)); }
static void free_answers(SEXP pointer) {
  muster_answers_free(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}

/* An empty pointer, made before there is anything to hold. */
static SEXP holder(const char *kind, R_CFinalizer_t finalizer) {
  SEXP pointer = PROTECT(R_MakeExternalPtr(NULL, Rf_install(kind), R_NilValue));
  R_RegisterCFinalizerEx(pointer, finalizer, TRUE);
  Rf_setAttrib(pointer, R_ClassSymbol, Rf_mkString(kind));
  UNPROTECT(1);
  return pointer;
}

static void *held(SEXP pointer, const char *kind) {
  if (TYPEOF(pointer) != EXTPTRSXP || R_ExternalPtrTag(pointer) != Rf_install(kind)) Rf_error("this is no %s", kind);
  return R_ExternalPtrAddr(pointer);
}

static SEXP options_of(SEXP given) {
  SEXP pointer = PROTECT(holder("muster_options", free_options));
  muster_options *options = muster_options_new();
  R_SetExternalPtrAddr(pointer, options);
  SEXP names = Rf_getAttrib(given, R_NamesSymbol);
  for (R_xlen_t i = 0; i < Rf_xlength(given); ++i) {
    SEXP value = VECTOR_ELT(given, i);
    const int32_t option = atoi(CHAR(STRING_ELT(names, i)));
    const muster_code code = TYPEOF(value) == STRSXP
                                 ? muster_options_set_text(options, option, text_of(value, 0))
                                 : muster_options_set_int(options, option, (int64_t)Rf_asReal(value));
    if (code != MUSTER_OK) Rf_error("option %d cannot be as it was given", option);
  }
  UNPROTECT(1);
  return pointer;
}

static SEXP params_of(SEXP given) {
  SEXP pointer = PROTECT(holder("muster_params", free_params));
  muster_params *params = muster_params_new();
  R_SetExternalPtrAddr(pointer, params);
  SEXP names = Rf_getAttrib(given, R_NamesSymbol);
  for (R_xlen_t i = 0; i < Rf_xlength(given); ++i) {
    SEXP value = VECTOR_ELT(given, i);
    const muster_text name = text_of(names, i);
    const int is_list = Rf_asLogical(Rf_getAttrib(value, Rf_install("is_list")));
    const muster_code code = is_list ? muster_params_set_list(params, name, texts_of(value), Rf_xlength(value))
                                     : muster_params_set(params, name, text_of(value, 0));
    if (code != MUSTER_OK) Rf_error("parameter %s cannot be as it was given", name.data);
  }
  UNPROTECT(1);
  return pointer;
}

/* ---- Failures, and answers ---- */

static SEXP named_list(const char *const *names, int n) {
  SEXP list = PROTECT(Rf_allocVector(VECSXP, n));
  SEXP of = PROTECT(Rf_allocVector(STRSXP, n));
  for (int i = 0; i < n; ++i) SET_STRING_ELT(of, i, Rf_mkChar(names[i]));
  Rf_setAttrib(list, R_NamesSymbol, of);
  UNPROTECT(2);
  return list;
}

/* What the R functions make a condition of. Frees `error`. */
static SEXP failure(muster_code code, muster_error *error) {
  static const char *const names[] = {"code", "message", "hint"};
  SEXP list = PROTECT(named_list(names, 3));
  SET_VECTOR_ELT(list, 0, Rf_mkString(muster_code_name(code)));
  SET_VECTOR_ELT(list, 1, r_string(muster_error_message(error)));
  SET_VECTOR_ELT(list, 2, r_string(muster_error_hint(error)));
  muster_error_free(error);
  Rf_setAttrib(list, R_ClassSymbol, Rf_mkString("muster_failure"));
  UNPROTECT(1);
  return list;
}

static SEXP diagnostics_of(const muster_answers *answers, size_t first, size_t last) {
  static const char *const names[] = {"severity", "code", "message"};
  static const char *const severities[] = {"error", "warning", "note"};
  R_xlen_t n = 0;
  for (size_t a = first; a < last; ++a) n += (R_xlen_t)muster_answer_diagnostics(answers, a);
  SEXP list = PROTECT(named_list(names, 3));
  for (int i = 0; i < 3; ++i) SET_VECTOR_ELT(list, i, Rf_allocVector(STRSXP, n));
  R_xlen_t row = 0;
  for (size_t a = first; a < last; ++a) {
    for (size_t d = 0; d < muster_answer_diagnostics(answers, a); ++d, ++row) {
      const int32_t severity = muster_diagnostic_severity(answers, a, d);
      SET_STRING_ELT(VECTOR_ELT(list, 0), row, Rf_mkChar(severities[severity < 0 ? 0 : severity]));
      SET_STRING_ELT(VECTOR_ELT(list, 1), row, r_text(muster_diagnostic_code(answers, a, d)));
      SET_STRING_ELT(VECTOR_ELT(list, 2), row, r_text(muster_diagnostic_message(answers, a, d)));
    }
  }
  UNPROTECT(1);
  return list;
}

/* Integers are R's numbers, which have 53 bits. */
static SEXP number_or_na(int known, double value) { return Rf_ScalarReal(known ? value : NA_REAL); }

static SEXP column_of(const muster_answers *answers, size_t a, size_t c) {
  const size_t rows = muster_table_rows(answers, a);
  const int is_text = muster_column_type(answers, a, c) == MUSTER_TYPE_TEXT;
  SEXP column = PROTECT(Rf_allocVector(is_text ? STRSXP : REALSXP, (R_xlen_t)rows));
  for (size_t r = 0; r < rows; ++r) {
    const int32_t type = muster_cell_type(answers, a, r, c);
    double number = NA_REAL;
    if (is_text) {
      SET_STRING_ELT(column, (R_xlen_t)r,
                     type == MUSTER_CELL_TEXT ? r_text(muster_cell_text(answers, a, r, c)) : NA_STRING);
      continue;
    }
    if (type == MUSTER_CELL_TEXT) Rf_error("a text is in a column of numbers");
    REAL(column)[r] = muster_cell_number(answers, a, r, c, &number) ? number : NA_REAL;
  }
  UNPROTECT(1);
  return column;
}

/* Kind and bounds of the counts that a guest got. */
static SEXP released_of(const muster_answers *answers, size_t a, size_t c, int which) {
  static const char *const kinds[] = {"exact", "rounded", "perturbed", "suppressed", "withheld"};
  const size_t rows = muster_table_rows(answers, a);
  SEXP column = PROTECT(Rf_allocVector(which == 0 ? STRSXP : REALSXP, (R_xlen_t)rows));
  for (size_t r = 0; r < rows; ++r) {
    int64_t number = 0;
    if (which == 0) {
      const int32_t kind = muster_released_kind(answers, a, r, c);
      SET_STRING_ELT(column, (R_xlen_t)r, kind < 0 ? NA_STRING : Rf_mkChar(kinds[kind]));
      continue;
    }
    const int known = which == 1   ? muster_released_low(answers, a, r, c, &number)
                      : which == 2 ? muster_released_high(answers, a, r, c, &number)
                                   : muster_released_typical(answers, a, r, c, &number);
    REAL(column)[r] = known ? (double)number : NA_REAL;
  }
  UNPROTECT(1);
  return column;
}

static int is_released(const muster_answers *answers, size_t a, size_t c) {
  for (size_t r = 0; r < muster_table_rows(answers, a); ++r) {
    if (muster_cell_type(answers, a, r, c) == MUSTER_CELL_RELEASED) return 1;
  }
  return 0;
}

static SEXP columns_of(const muster_answers *answers, size_t a) {
  static const char *const suffixes[] = {" kind", " low", " high", " typical"};
  const size_t columns = muster_table_columns(answers, a);
  int all = 0;
  for (size_t c = 0; c < columns; ++c) all += is_released(answers, a, c) ? 5 : 1;
  SEXP list = PROTECT(Rf_allocVector(VECSXP, all));
  SEXP names = PROTECT(Rf_allocVector(STRSXP, all));
  int i = 0;
  for (size_t c = 0; c < columns; ++c) {
    const muster_text name = muster_column_name(answers, a, c);
    SET_STRING_ELT(names, i, r_text(name));
    SET_VECTOR_ELT(list, i++, column_of(answers, a, c));
    for (int which = 0; which < 4 && is_released(answers, a, c); ++which) {
      char *longer = R_alloc(name.size + 16, 1);
      memcpy(longer, name.data, name.size);
      strcpy(longer + name.size, suffixes[which]);
      SET_STRING_ELT(names, i, Rf_mkCharCE(longer, CE_UTF8));
      SET_VECTOR_ELT(list, i++, released_of(answers, a, c, which));
    }
  }
  Rf_setAttrib(list, R_NamesSymbol, names);
  UNPROTECT(2);
  return list;
}

/* Numbers by column, or NULL. */
static SEXP total_of(const muster_answers *answers, size_t a) {
  if (!muster_table_has_total(answers, a)) return R_NilValue;
  const size_t columns = muster_table_columns(answers, a);
  R_xlen_t n = 0;
  for (size_t c = 0; c < columns; ++c) n += muster_cell_type(answers, a, MUSTER_ROW_TOTAL, c) != MUSTER_CELL_NULL;
  SEXP total = PROTECT(Rf_allocVector(VECSXP, n));
  SEXP names = PROTECT(Rf_allocVector(STRSXP, n));
  R_xlen_t i = 0;
  for (size_t c = 0; c < columns; ++c) {
    double number = 0;
    if (muster_cell_type(answers, a, MUSTER_ROW_TOTAL, c) == MUSTER_CELL_NULL) continue;
    SET_STRING_ELT(names, i, r_text(muster_column_name(answers, a, c)));
    const int known = muster_cell_number(answers, a, MUSTER_ROW_TOTAL, c, &number);
    SET_VECTOR_ELT(total, i++, number_or_na(known, number));
  }
  Rf_setAttrib(total, R_NamesSymbol, names);
  UNPROTECT(2);
  return total;
}

static SEXP labels_of(const muster_answers *answers, size_t a) {
  const R_xlen_t n = (R_xlen_t)muster_table_labels(answers, a);
  SEXP labels = PROTECT(Rf_allocVector(STRSXP, n));
  SEXP codes = PROTECT(Rf_allocVector(STRSXP, n));
  for (R_xlen_t i = 0; i < n; ++i) {
    SET_STRING_ELT(labels, i, r_text(muster_table_label_text(answers, a, (size_t)i)));
    SET_STRING_ELT(codes, i, r_text(muster_table_label_code(answers, a, (size_t)i)));
  }
  Rf_setAttrib(labels, R_NamesSymbol, codes);
  UNPROTECT(2);
  return labels;
}

static SEXP provenance_of(const muster_answers *answers, size_t a) {
  static const char *const names[] = {"statement", "release", "engine", "epoch", "ledger", "note", "version"};
  SEXP list = PROTECT(named_list(names, 7));
  for (int what = MUSTER_PROVENANCE_STATEMENT; what <= MUSTER_PROVENANCE_NOTE; ++what) {
    SET_VECTOR_ELT(list, what - 1, r_string(muster_table_provenance(answers, a, what)));
  }
  const double version = (double)muster_table_version(answers, a);
  SET_VECTOR_ELT(list, 6, number_or_na(version > 0, version));
  UNPROTECT(1);
  return list;
}

static SEXP answers_to_r(const muster_answers *answers) {
  const size_t n = muster_answers_count(answers);
  if (muster_answers_have_errors(answers)) {
    static const char *const names[] = {"message", "diagnostics"};
    SEXP mistakes = PROTECT(named_list(names, 2));
    SET_VECTOR_ELT(mistakes, 0, r_string(muster_answers_diagnostics_text(answers)));
    SET_VECTOR_ELT(mistakes, 1, diagnostics_of(answers, 0, n));
    Rf_setAttrib(mistakes, R_ClassSymbol, Rf_mkString("muster_mistakes"));
    UNPROTECT(1);
    return mistakes;
  }
  static const char *const names[] = {"columns", "total", "labels", "diagnostics", "provenance"};
  SEXP all = PROTECT(Rf_allocVector(VECSXP, (R_xlen_t)n));
  for (size_t a = 0; a < n; ++a) {
    SEXP answer = named_list(names, 5);
    SET_VECTOR_ELT(all, (R_xlen_t)a, answer);
    SET_VECTOR_ELT(answer, 0, columns_of(answers, a));
    SET_VECTOR_ELT(answer, 1, total_of(answers, a));
    SET_VECTOR_ELT(answer, 2, labels_of(answers, a));
    SET_VECTOR_ELT(answer, 3, diagnostics_of(answers, a, a + 1));
    SET_VECTOR_ELT(answer, 4, provenance_of(answers, a));
  }
  UNPROTECT(1);
  return all;
}

/* Reads answers that `pointer` holds, and frees them. */
static SEXP read_answers(SEXP pointer, muster_code code, muster_answers *answers, muster_error *error) {
  R_SetExternalPtrAddr(pointer, answers);
  if (code != MUSTER_OK) return failure(code, error);
  SEXP read = PROTECT(answers_to_r(answers));
  free_answers(pointer);
  UNPROTECT(1);
  return read;
}

/* ---- What R calls ---- */

static SEXP C_version(void) { return Rf_mkString(muster_version()); }

static SEXP C_open(SEXP path, SEXP given) {
  SEXP options = PROTECT(options_of(given));
  SEXP pointer = PROTECT(holder("muster_catalogue", free_catalogue));
  muster_catalogue *catalogue = NULL;
  muster_error *error = NULL;
  const muster_code code = muster_open(text_of(path, 0), R_ExternalPtrAddr(options), &catalogue, &error);
  R_SetExternalPtrAddr(pointer, catalogue);
  SEXP result = code == MUSTER_OK ? pointer : failure(code, error);
  UNPROTECT(2);
  return result;
}

static SEXP C_close(SEXP pointer) {
  muster_error *error = NULL;
  const muster_code code = muster_close(held(pointer, "muster_catalogue"), &error);
  if (code != MUSTER_OK) return failure(code, error);
  R_ClearExternalPtr(pointer);
  return R_NilValue;
}

static SEXP C_query(SEXP pointer, SEXP text, SEXP parameters, SEXP given) {
  SEXP params = PROTECT(params_of(parameters));
  SEXP options = PROTECT(options_of(given));
  SEXP place = PROTECT(holder("muster_answers", free_answers));
  const muster_params *values = R_ExternalPtrAddr(params);
  const muster_options *bounds = R_ExternalPtrAddr(options);
  const muster_text asked = text_of(text, 0);
  muster_answers *answers = NULL;
  muster_error *error = NULL;
  muster_code code = MUSTER_OK;
  if (Rf_inherits(pointer, "muster_snapshot")) {
    code = muster_snapshot_query(held(pointer, "muster_snapshot"), asked, values, bounds, NULL, &answers, &error);
  } else if (Rf_inherits(pointer, "muster_guest")) {
    code = muster_guest_query(held(pointer, "muster_guest"), asked, values, bounds, NULL, &answers, &error);
  } else {
    code = muster_query(held(pointer, "muster_catalogue"), asked, values, bounds, NULL, &answers, &error);
  }
  SEXP read = read_answers(place, code, answers, error);
  UNPROTECT(3);
  return read;
}

static SEXP C_import_text(SEXP pointer, SEXP content, SEXP given) {
  SEXP options = PROTECT(options_of(given));
  SEXP place = PROTECT(holder("muster_answers", free_answers));
  muster_answers *report = NULL;
  muster_error *error = NULL;
  const muster_code code = muster_import_text(held(pointer, "muster_catalogue"), text_of(content, 0),
                                              R_ExternalPtrAddr(options), &report, &error);
  SEXP read = read_answers(place, code, report, error);
  UNPROTECT(2);
  return read;
}

static SEXP C_import_files(SEXP pointer, SEXP paths, SEXP given) {
  SEXP options = PROTECT(options_of(given));
  SEXP place = PROTECT(holder("muster_answers", free_answers));
  muster_answers *report = NULL;
  muster_error *error = NULL;
  const muster_code code =
      muster_import(held(pointer, "muster_catalogue"), texts_of(paths), (size_t)Rf_xlength(paths),
                    R_ExternalPtrAddr(options), NULL, NULL, NULL, &report, &error);
  SEXP read = read_answers(place, code, report, error);
  UNPROTECT(2);
  return read;
}

static SEXP counted(muster_code code, uint64_t number, muster_error *error) {
  return code == MUSTER_OK ? Rf_ScalarReal((double)number) : failure(code, error);
}

static SEXP C_delete(SEXP pointer, SEXP dataset, SEXP ids) {
  uint64_t removed = 0;
  muster_error *error = NULL;
  const muster_code code = muster_delete(held(pointer, "muster_catalogue"), text_of(dataset, 0), texts_of(ids),
                                         (size_t)Rf_xlength(ids), &removed, &error);
  return counted(code, removed, error);
}

static SEXP C_refresh(SEXP pointer) {
  uint64_t version = 0;
  muster_error *error = NULL;
  const muster_code code = muster_refresh(held(pointer, "muster_catalogue"), &version, &error);
  return counted(code, version, error);
}

static SEXP C_backup(SEXP pointer, SEXP to) {
  uint64_t version = 0;
  muster_error *error = NULL;
  const muster_code code = muster_backup(held(pointer, "muster_catalogue"), text_of(to, 0), NULL, &version, &error);
  return counted(code, version, error);
}

static SEXP C_snapshot(SEXP pointer) {
  SEXP place = PROTECT(holder("muster_snapshot", free_snapshot));
  muster_snapshot *snapshot = NULL;
  muster_error *error = NULL;
  const muster_code code = muster_snapshot_take(held(pointer, "muster_catalogue"), &snapshot, &error);
  R_SetExternalPtrAddr(place, snapshot);
  SEXP result = code == MUSTER_OK ? place : failure(code, error);
  UNPROTECT(1);
  return result;
}

static SEXP C_set_policy(SEXP pointer, SEXP policy) {
  muster_error *error = NULL;
  const muster_code code = muster_set_policy(held(pointer, "muster_catalogue"), text_of(policy, 0), &error);
  return code == MUSTER_OK ? R_NilValue : failure(code, error);
}

static SEXP C_admit(SEXP pointer, SEXP name, SEXP tier, SEXP datasets, SEXP reference) {
  SEXP place = PROTECT(holder("muster_guest", free_guest));
  muster_guest *guest = NULL;
  muster_error *error = NULL;
  const muster_code code =
      muster_admit(held(pointer, "muster_catalogue"), text_of(name, 0), text_of(tier, 0), texts_of(datasets),
                   (size_t)Rf_xlength(datasets), text_of(reference, 0), &guest, &error);
  R_SetExternalPtrAddr(place, guest);
  SEXP result = code == MUSTER_OK ? place : failure(code, error);
  UNPROTECT(1);
  return result;
}

static const R_CallMethodDef calls[] = {
    {"C_version", (DL_FUNC)&C_version, 0},           {"C_open", (DL_FUNC)&C_open, 2},
    {"C_close", (DL_FUNC)&C_close, 1},               {"C_query", (DL_FUNC)&C_query, 4},
    {"C_import_text", (DL_FUNC)&C_import_text, 3},   {"C_import_files", (DL_FUNC)&C_import_files, 3},
    {"C_delete", (DL_FUNC)&C_delete, 3},             {"C_refresh", (DL_FUNC)&C_refresh, 1},
    {"C_backup", (DL_FUNC)&C_backup, 2},             {"C_snapshot", (DL_FUNC)&C_snapshot, 1},
    {"C_set_policy", (DL_FUNC)&C_set_policy, 2},     {"C_admit", (DL_FUNC)&C_admit, 5},
    {NULL, NULL, 0}};

void R_init_muster(DllInfo *library) {
  R_registerRoutines(library, NULL, calls, NULL, NULL);
  R_useDynamicSymbols(library, FALSE);
}
