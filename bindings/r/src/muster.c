/* What R calls. */
#include <R_ext/Rdynload.h>

#include "running.h"

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

/* Reads the answers that `pointer` holds, and frees them. */
static SEXP read_answers(SEXP pointer) {
  SEXP read = PROTECT(answers_to_r(R_ExternalPtrAddr(pointer)));
  free_answers(pointer);
  UNPROTECT(1);
  return read;
}

/* A call that takes long. `timeout`: seconds, or NULL. Returns what it hands out: answers, or else the number; a
 * failure; or that it was interrupted. */
static SEXP make(long_call call, request *wanted, SEXP timeout) {
  SEXP place = PROTECT(holder("muster_answers", free_answers));
  SEXP token = PROTECT(holder("muster_cancel", free_cancel));
  R_SetExternalPtrAddr(token, muster_cancel_new());
  muster_cancel *cancel = R_ExternalPtrAddr(token);
  if (timeout != R_NilValue) {
    const double microseconds = Rf_asReal(timeout) * 1e6;
    if (!(microseconds > 0)) Rf_error("a timeout is a number of seconds");
    muster_cancel_after(cancel, microseconds < 1 ? 1 : whole_of(microseconds));
  }
  int interrupted = 0;
  const muster_code code = run(call, wanted, cancel, &interrupted);
  R_SetExternalPtrAddr(place, wanted->answers);
  SEXP result = R_NilValue;
  if (interrupted) {
    muster_error_free(wanted->error);
    result = PROTECT(Rf_mkString("interrupted"));
    Rf_setAttrib(result, R_ClassSymbol, Rf_mkString("muster_interrupted"));
  } else if (code != MUSTER_OK) {
    result = PROTECT(failure(code, wanted->error));
  } else {
    result = PROTECT(wanted->answers == NULL ? Rf_ScalarReal((double)wanted->number) : read_answers(place));
  }
  UNPROTECT(3);
  return result;
}

static muster_code query(request *r, muster_cancel *cancel) {
  return muster_query(r->of, r->texts[0], r->params, r->options, cancel, &r->answers, &r->error);
}
static muster_code snapshot_query(request *r, muster_cancel *cancel) {
  return muster_snapshot_query(r->of, r->texts[0], r->params, r->options, cancel, &r->answers, &r->error);
}
static muster_code guest_query(request *r, muster_cancel *cancel) {
  return muster_guest_query(r->of, r->texts[0], r->params, r->options, cancel, &r->answers, &r->error);
}
static muster_code import_text(request *r, muster_cancel *cancel) {
  return muster_import_text_cancellable(r->of, r->texts[0], r->options, cancel, &r->answers, &r->error);
}
static muster_code import_files(request *r, muster_cancel *cancel) {
  return muster_import(r->of, r->texts, r->n, r->options, NULL, NULL, cancel, &r->answers, &r->error);
}
static muster_code backup(request *r, muster_cancel *cancel) {
  return muster_backup(r->of, r->texts[0], cancel, &r->number, &r->error);
}
static muster_code check(request *r, muster_cancel *cancel) {
  return muster_check(r->of, NULL, NULL, cancel, &r->answers, &r->error);
}
static muster_code compact(request *r, muster_cancel *cancel) {
  return muster_compact_cancellable(r->of, cancel, &r->error);
}
static muster_code verify_ledger(request *r, muster_cancel *cancel) {
  return muster_verify_ledger_cancellable(r->of, r->texts[0], cancel, &r->answers, &r->error);
}

static SEXP C_query(SEXP pointer, SEXP text, SEXP parameters, SEXP given) {
  SEXP params = PROTECT(params_of(parameters));
  SEXP options = PROTECT(options_of(given));
  request wanted = {0};
  wanted.texts = texts_of(text);
  wanted.n = (size_t)Rf_xlength(text);
  if (wanted.n != 1) Rf_error("one text is wanted");
  wanted.params = R_ExternalPtrAddr(params);
  wanted.options = R_ExternalPtrAddr(options);
  long_call call = query;
  if (Rf_inherits(pointer, "muster_snapshot")) {
    call = snapshot_query;
    wanted.of = held(pointer, "muster_snapshot");
  } else if (Rf_inherits(pointer, "muster_guest")) {
    call = guest_query;
    wanted.of = held(pointer, "muster_guest");
  } else {
    wanted.of = held(pointer, "muster_catalogue");
  }
  SEXP result = make(call, &wanted, R_NilValue);
  UNPROTECT(2);
  return result;
}

/* With texts, and options where the call has some. */
static SEXP of_catalogue(long_call call, SEXP pointer, SEXP texts, SEXP given, SEXP timeout) {
  SEXP options = PROTECT(given == R_NilValue ? R_NilValue : options_of(given));
  request wanted = {0};
  wanted.of = held(pointer, "muster_catalogue");
  wanted.texts = texts_of(texts);
  wanted.n = (size_t)Rf_xlength(texts);
  if (given != R_NilValue) wanted.options = R_ExternalPtrAddr(options);
  SEXP result = make(call, &wanted, timeout);
  UNPROTECT(1);
  return result;
}

static SEXP C_import_text(SEXP pointer, SEXP content, SEXP given, SEXP timeout) {
  text_of(content, 0);
  return of_catalogue(import_text, pointer, content, given, timeout);
}
static SEXP C_import_files(SEXP pointer, SEXP paths, SEXP given, SEXP timeout) {
  return of_catalogue(import_files, pointer, paths, given, timeout);
}
static SEXP C_backup(SEXP pointer, SEXP to, SEXP timeout) {
  text_of(to, 0);
  return of_catalogue(backup, pointer, to, R_NilValue, timeout);
}
static SEXP C_check(SEXP pointer, SEXP timeout) {
  return of_catalogue(check, pointer, R_NilValue, R_NilValue, timeout);
}
static SEXP C_compact(SEXP pointer, SEXP timeout) {
  return of_catalogue(compact, pointer, R_NilValue, R_NilValue, timeout);
}
static SEXP C_verify_ledger(SEXP pointer, SEXP kept, SEXP timeout) {
  text_of(kept, 0);
  return of_catalogue(verify_ledger, pointer, kept, R_NilValue, timeout);
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

static const R_CallMethodDef calls[] = {{"C_version", (DL_FUNC)&C_version, 0},
                                        {"C_open", (DL_FUNC)&C_open, 2},
                                        {"C_close", (DL_FUNC)&C_close, 1},
                                        {"C_query", (DL_FUNC)&C_query, 4},
                                        {"C_import_text", (DL_FUNC)&C_import_text, 4},
                                        {"C_import_files", (DL_FUNC)&C_import_files, 4},
                                        {"C_delete", (DL_FUNC)&C_delete, 3},
                                        {"C_refresh", (DL_FUNC)&C_refresh, 1},
                                        {"C_backup", (DL_FUNC)&C_backup, 3},
                                        {"C_snapshot", (DL_FUNC)&C_snapshot, 1},
                                        {"C_check", (DL_FUNC)&C_check, 2},
                                        {"C_compact", (DL_FUNC)&C_compact, 2},
                                        {"C_set_policy", (DL_FUNC)&C_set_policy, 2},
                                        {"C_admit", (DL_FUNC)&C_admit, 5},
                                        {"C_verify_ledger", (DL_FUNC)&C_verify_ledger, 3},
                                        {NULL, NULL, 0}};

void R_init_muster(DllInfo *library) {
  R_registerRoutines(library, NULL, calls, NULL, NULL);
  R_useDynamicSymbols(library, FALSE);
}
