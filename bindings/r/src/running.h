/* Calls that may take long, which the user can stop. */
#ifndef MUSTER_BINDINGS_R_SRC_RUNNING_H_
#define MUSTER_BINDINGS_R_SRC_RUNNING_H_

#include "values.h"

/* What calls are given and hand out; each uses what it needs. */
typedef struct request {
  void *of; /* a catalogue, snapshot or guest */
  const muster_text *texts;
  size_t n;
  const muster_params *params;
  const muster_options *options;
  muster_answers *answers;
  uint64_t number;
  muster_error *error;
} request;

typedef muster_code (*long_call)(request *request, muster_cancel *cancel);

/* Makes the call on a thread of its own, while this one looks whether the user wants it stopped (Ctrl-C); without a
 * thread, here. 1 in `interrupted`: the user did. */
muster_code run(long_call call, request *request, muster_cancel *cancel, int *interrupted);

#endif
