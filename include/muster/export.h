// What every public header needs: MUSTER_EXPORT marks what the shared library shows; everything else is hidden.
#ifndef MUSTER_EXPORT_H_
#define MUSTER_EXPORT_H_

#if defined(_WIN32)
#define MUSTER_EXPORT
#else
#define MUSTER_EXPORT __attribute__((visibility("default")))
#endif

// Every installed tree has it; a source tree that is not built yet does not.
#if __has_include("muster/abseil_version.h")
#include "muster/abseil_version.h"
#endif

#endif  // MUSTER_EXPORT_H_
