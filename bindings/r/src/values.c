#include "values.h"

#include <string.h>

/* ---- Texts ---- */

muster_text text_of(SEXP value, R_xlen_t i) {
  if (TYPEOF(value) != STRSXP || i >= Rf_xlength(value)) Rf_error("a text is wanted");
  SEXP text = STRING_ELT(value, i);
  if (text == NA_STRING) Rf_error("a text is missing");
  muster_text made = {CHAR(text), (size_t)LENGTH(text)};
  return made;
}

SEXP r_text(muster_text text) { return Rf_mkCharLenCE(text.data == NULL ? "" : text.data, (int)text.size, CE_UTF8); }

SEXP r_string(muster_text text) {
  SEXP made = PROTECT(r_text(text));
  SEXP string = Rf_ScalarString(made);
  UNPROTECT(1);
  return string;
}

muster_text *texts_of(SEXP values) {
  muster_text *texts = (muster_text *)R_alloc(Rf_xlength(values) + 1, sizeof(muster_text));
  for (R_xlen_t i = 0; i < Rf_xlength(values); ++i) texts[i] = text_of(values, i);
  return texts;
}

/* ---- Objects ---- */

void free_catalogue(SEXP pointer) {
  muster_close_when_unused(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}
void free_snapshot(SEXP pointer) {
  muster_snapshot_free(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}
void free_guest(SEXP pointer) {
  muster_guest_free(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}
static void free_options(SEXP pointer) { muster_options_free(R_ExternalPtrAddr(pointer)); }
static void free_params(SEXP pointer) { muster_params_free(R_ExternalPtrAddr(pointer)); }
void free_cancel(SEXP pointer) { muster_cancel_free(R_ExternalPtrAddr(pointer)); }
void free_answers(SEXP pointer) {
  muster_answers_free(R_ExternalPtrAddr(pointer));
  R_ClearExternalPtr(pointer);
}

SEXP holder(const char *kind, R_CFinalizer_t finalizer) {
  SEXP pointer = PROTECT(R_MakeExternalPtr(NULL, Rf_install(kind), R_NilValue));
  R_RegisterCFinalizerEx(pointer, finalizer, TRUE);
  Rf_setAttrib(pointer, R_ClassSymbol, Rf_mkString(kind));
  UNPROTECT(1);
  return pointer;
}

void *held(SEXP pointer, const char *kind) {
  if (TYPEOF(pointer) != EXTPTRSXP || R_ExternalPtrTag(pointer) != Rf_install(kind)) Rf_error("this is no %s", kind);
  return R_ExternalPtrAddr(pointer);
}

/* Options by the names that R's functions give them. */
static const struct {
  const char *name;
  int32_t option;
} named_options[] = {
    {"create", MUSTER_OPEN_CREATE},           {"read_only", MUSTER_OPEN_READ_ONLY},
    {"cache_bytes", MUSTER_OPEN_CACHE_BYTES}, {"timeout", MUSTER_QUERY_TIMEOUT_US},
    {"memory", MUSTER_QUERY_MEMORY_BYTES},    {"dataset", MUSTER_IMPORT_DATASET},
    {"mapping", MUSTER_IMPORT_MAPPING},
};

static int32_t option_of(const char *name) {
  for (size_t i = 0; i < sizeof(named_options) / sizeof(named_options[0]); ++i) {
    if (strcmp(name, named_options[i].name) == 0) return named_options[i].option;
  }
  Rf_error("there is no option %s", name);
}

int64_t whole_of(double number) {
  /* The largest double below 2^63. */
  const double largest = 9223372036854774784.0;
  return number != number ? -1 : (int64_t)(number > largest ? largest : number < -1 ? -1 : number);
}

SEXP options_of(SEXP given) {
  SEXP pointer = PROTECT(holder("muster_options", free_options));
  muster_options *options = muster_options_new();
  R_SetExternalPtrAddr(pointer, options);
  SEXP names = Rf_getAttrib(given, R_NamesSymbol);
  for (R_xlen_t i = 0; i < Rf_xlength(given); ++i) {
    SEXP value = VECTOR_ELT(given, i);
    const char *name = CHAR(STRING_ELT(names, i));
    const int32_t option = option_of(name);
    const muster_code code = TYPEOF(value) == STRSXP
                                 ? muster_options_set_text(options, option, text_of(value, 0))
                                 : muster_options_set_int(options, option, whole_of(Rf_asReal(value)));
    if (code != MUSTER_OK) Rf_error("option %s cannot be as it was given", name);
  }
  UNPROTECT(1);
  return pointer;
}

SEXP params_of(SEXP given) {
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
