// Marks what the shared library shows; everything else is hidden.
#ifndef MUSTER_EXPORT_H_
#define MUSTER_EXPORT_H_

#if defined(_WIN32)
#define MUSTER_EXPORT
#else
#define MUSTER_EXPORT __attribute__((visibility("default")))
#endif

#endif  // MUSTER_EXPORT_H_
