/* Answers, diagnostics and failures as R has them. */
#include "values.h"

SEXP named_list(const char *const *names, int n) {
  SEXP list = PROTECT(Rf_allocVector(VECSXP, n));
  SEXP of = PROTECT(Rf_allocVector(STRSXP, n));
  for (int i = 0; i < n; ++i) SET_STRING_ELT(of, i, Rf_mkChar(names[i]));
  Rf_setAttrib(list, R_NamesSymbol, of);
  UNPROTECT(2);
  return list;
}

/* A number of muster.h by name; missing where a later library has one that is not known here. */
static SEXP name_of(const char *const *names, size_t n, int32_t i) {
  return i >= 0 && (size_t)i < n ? Rf_mkChar(names[i]) : NA_STRING;
}
#define NAME_OF(names, i) name_of(names, sizeof(names) / sizeof((names)[0]), i)

SEXP failure(muster_code code, muster_error *error) {
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
  static const char *const severities[] = {
      [MUSTER_SEVERITY_ERROR] = "error", [MUSTER_SEVERITY_WARNING] = "warning", [MUSTER_SEVERITY_NOTE] = "note"};
  R_xlen_t n = 0;
  for (size_t a = first; a < last; ++a) n += (R_xlen_t)muster_answer_diagnostics(answers, a);
  SEXP list = PROTECT(named_list(names, 3));
  for (int i = 0; i < 3; ++i) SET_VECTOR_ELT(list, i, Rf_allocVector(STRSXP, n));
  R_xlen_t row = 0;
  for (size_t a = first; a < last; ++a) {
    for (size_t d = 0; d < muster_answer_diagnostics(answers, a); ++d, ++row) {
      const int32_t severity = muster_diagnostic_severity(answers, a, d);
      SET_STRING_ELT(VECTOR_ELT(list, 0), row, NAME_OF(severities, severity));
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
  static const char *const kinds[] = {[MUSTER_RELEASED_EXACT] = "exact",
                                      [MUSTER_RELEASED_ROUNDED] = "rounded",
                                      [MUSTER_RELEASED_PERTURBED] = "perturbed",
                                      [MUSTER_RELEASED_SUPPRESSED] = "suppressed",
                                      [MUSTER_RELEASED_WITHHELD] = "withheld"};
  const size_t rows = muster_table_rows(answers, a);
  SEXP column = PROTECT(Rf_allocVector(which == 0 ? STRSXP : REALSXP, (R_xlen_t)rows));
  for (size_t r = 0; r < rows; ++r) {
    int64_t number = 0;
    if (which == 0) {
      const int32_t kind = muster_released_kind(answers, a, r, c);
      SET_STRING_ELT(column, (R_xlen_t)r, NAME_OF(kinds, kind));
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

/* Of each column of columns_of; NA for what only says how good a number is. */
static SEXP roles_of(const muster_answers *answers, size_t a) {
  static const char *const roles[] = {[MUSTER_ROLE_KEY] = "key",
                                      [MUSTER_ROLE_TEXT] = "text",
                                      [MUSTER_ROLE_PEOPLE] = "people",
                                      [MUSTER_ROLE_ROWS] = "rows",
                                      [MUSTER_ROLE_DIFFERENCE] = "difference",
                                      [MUSTER_ROLE_NUMBER] = "number",
                                      [MUSTER_ROLE_HISTOGRAM] = "histogram"};
  const size_t columns = muster_table_columns(answers, a);
  int all = 0;
  for (size_t c = 0; c < columns; ++c) all += is_released(answers, a, c) ? 5 : 1;
  SEXP list = PROTECT(Rf_allocVector(STRSXP, all));
  int i = 0;
  for (size_t c = 0; c < columns; ++c) {
    const int32_t role = muster_column_role(answers, a, c);
    SET_STRING_ELT(list, i++, NAME_OF(roles, role));
    for (int which = 0; which < 4 && is_released(answers, a, c); ++which) SET_STRING_ELT(list, i++, NA_STRING);
  }
  UNPROTECT(1);
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
  static const int32_t kinds[] = {MUSTER_PROVENANCE_STATEMENT, MUSTER_PROVENANCE_RELEASE, MUSTER_PROVENANCE_ENGINE,
                                  MUSTER_PROVENANCE_EPOCH,     MUSTER_PROVENANCE_LEDGER,  MUSTER_PROVENANCE_NOTE};
  SEXP list = PROTECT(named_list(names, 7));
  for (int i = 0; i < 6; ++i) SET_VECTOR_ELT(list, i, r_string(muster_table_provenance(answers, a, kinds[i])));
  const double version = (double)muster_table_version(answers, a);
  SET_VECTOR_ELT(list, 6, number_or_na(version > 0, version));
  UNPROTECT(1);
  return list;
}

SEXP answers_to_r(const muster_answers *answers) {
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
  static const char *const names[] = {"columns", "total", "labels", "diagnostics", "provenance", "roles"};
  SEXP all = PROTECT(Rf_allocVector(VECSXP, (R_xlen_t)n));
  for (size_t a = 0; a < n; ++a) {
    SEXP answer = named_list(names, 6);
    SET_VECTOR_ELT(all, (R_xlen_t)a, answer);
    SET_VECTOR_ELT(answer, 0, columns_of(answers, a));
    SET_VECTOR_ELT(answer, 1, total_of(answers, a));
    SET_VECTOR_ELT(answer, 2, labels_of(answers, a));
    SET_VECTOR_ELT(answer, 3, diagnostics_of(answers, a, a + 1));
    SET_VECTOR_ELT(answer, 4, provenance_of(answers, a));
    SET_VECTOR_ELT(answer, 5, roles_of(answers, a));
  }
  UNPROTECT(1);
  return all;
}
