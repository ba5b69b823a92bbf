// From options and parameters by number and name to those of the C++ interface.
#ifndef MUSTER_BINDINGS_C_OPTIONS_H_
#define MUSTER_BINDINGS_C_OPTIONS_H_

#include "bindings/c/failure.h"
#include "bindings/c/handles.h"
#include "muster/catalogue.h"
#include "muster/import.h"

namespace muster::c {

/// MUSTER_INVALID_ARGUMENT where an option belongs to another call, and where an object is of another kind. NULL is the
/// defaults.
Failure ReadOpenOptions(const muster_options* options, OpenOptions* out);
Failure ReadImportOptions(const muster_options* options, ImportOptions* out);
/// With the values of `params` and the token `cancel`, which may be NULL.
Failure ReadQueryOptions(const muster_options* options, const muster_params* params, const muster_cancel* cancel,
                         QueryOptions* out);

/// What the token `cancel`, which may be NULL, means for a call that begins now.
CallBounds BoundsOf(const muster_cancel* cancel);

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_OPTIONS_H_
