// What a token means for a call.
#ifndef MUSTER_BINDINGS_C_BOUNDS_H_
#define MUSTER_BINDINGS_C_BOUNDS_H_

#include "bindings/c/handles.h"
#include "muster/catalogue.h"

namespace muster::c {

/// The bounds of a call that begins now. `cancel` may be NULL.
CallBounds BoundsOf(const muster_cancel* cancel);

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_BOUNDS_H_
