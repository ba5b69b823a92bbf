/* From R's values to those of muster.h and back. R's errors jump over C: nothing of the library is held where one may
 * come, other than in an external pointer with a finalizer. */
#ifndef MUSTER_BINDINGS_R_SRC_VALUES_H_
#define MUSTER_BINDINGS_R_SRC_VALUES_H_

#define R_NO_REMAP
#include <R.h>
#include <Rinternals.h>
#include <muster/muster.h>

/* Of a text in UTF-8, which lives as long as the R value. */
muster_text text_of(SEXP value, R_xlen_t i);
/* In memory of R, which is given back when the call ends. */
muster_text *texts_of(SEXP values);
SEXP r_text(muster_text text);
SEXP r_string(muster_text text);

/* An empty external pointer, with its class as tag, made before there is anything to hold. */
SEXP holder(const char *kind, R_CFinalizer_t finalizer);
/* What a pointer of that class holds; may be NULL. An R error for anything else. */
void *held(SEXP pointer, const char *kind);
void free_catalogue(SEXP pointer);
void free_snapshot(SEXP pointer);
void free_guest(SEXP pointer);
void free_answers(SEXP pointer);
void free_cancel(SEXP pointer);

/* As whole number; Inf is the largest, what is negative or NaN is -1. */
int64_t whole_of(double number);

/* Pointers to muster_options and muster_params, of a named list. Names of options are those of values.c. */
SEXP options_of(SEXP given);
SEXP params_of(SEXP given);

SEXP named_list(const char *const *names, int n);
/* A list of a class that R functions make a condition of. Frees `error`. */
SEXP failure(muster_code code, muster_error *error);
/* The answers as lists, or what is wrong with the text, of another class. */
SEXP answers_to_r(const muster_answers *answers);

#endif
